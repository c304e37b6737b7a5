"""What rules find: occasions on which a duty may have been owed, and statements that need none."""

from msgspec import Struct


class Occasion(Struct, frozen=True, order=True):
    """Days in which a duty may have been owed to `beneficiary`, and what `against` (adversary, recipient) has to do
    with it; None where the rule names nobody. Days are ISO 8601, claims are ids in their order."""

    rule: str
    obligation: str
    version: str
    beneficiary: str | None
    against: str | None
    since: str
    until: str
    claims: tuple[str, ...]


class Stated(Struct, frozen=True, order=True):
    """What the claims say of some entities, in the order in which the rule names them; days are None where open."""

    rule: str
    entities: tuple[str, ...]
    since: str | None
    until: str | None
    claims: tuple[str, ...]


RuleRow = Occasion | Stated
