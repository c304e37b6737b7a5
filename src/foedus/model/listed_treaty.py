"""A treaty in a list: what it is, who its parties are, and whether it holds on the day that was asked for."""

from msgspec import Struct

from foedus.model.treaty import DeJure, TreatyKind


class ListedTreaty(Struct, frozen=True):
    """`name`, `label`, `names` and `standing_label` are in the language that was asked for; dates are EDTF.

    `parties` are keys, `names` the same in words. `standing` is how the party that was asked for stood by law on the
    day; null where nobody was asked for, or who was asked for was no party then.
    """

    id: str
    name: str
    kind: TreatyKind
    label: str
    parties: tuple[str, ...]
    names: tuple[str, ...]
    signed: str | None
    in_force: str | None
    ended: str | None
    holds: bool
    verified: bool
    standing: DeJure | None
    standing_label: str | None
