"""How two claims of different pages stand to each other: the same, compatible, successive or contradicting."""

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

from foedus.lineage.clusters import says_the_same
from foedus.lineage.conflicts import SAME_MATTER, conflict
from foedus.lineage.published import before
from foedus.lineage.sameness import exact_number, happened, named, same_content, same_matter
from foedus.lineage.stages import step_of
from foedus.lineage.told import Told, is_asserted, told, within
from foedus.model.claim import Claim

RelationKind = Literal["same", "compatible", "successive", "contradicting"]
"""`compatible`: one is told more exactly than the other; `successive`: a later state of the same matter."""


class Relation(Struct, frozen=True):
    """Two claims (ids), the earlier published first, and why they stand so."""

    kind: RelationKind
    first: str
    second: str
    reason: str


def relation(one: Claim, other: Claim) -> Relation | None:
    """How two claims stand to each other; None where they are not of one matter, or nothing tells."""
    first, second = sorted((told(claim, claim.document.published) for claim in (one, other)), key=_first_day)
    if not same_matter(one, other) and not conflict(first, second):
        return None
    found = _kind(first, second)
    return None if found is None else Relation(found[0], first.claim.id, second.claim.id, found[1])


def relations(claim: Claim, others: Iterable[Claim]) -> list[Relation]:
    """How others stand to a claim, each once, in their order; those that have nothing to do with it are left out."""
    unlike = (one for one in others if one.id != claim.id)
    return [found for one in unlike if (found := relation(claim, one)) is not None]


def _kind(first: Told, second: Told) -> tuple[RelationKind, str] | None:
    stands = conflict(first, second)
    if stands is not None:
        return ("successive" if stands.kind == "successive" else "contradicting"), stands.reason
    one, other = first.claim, second.claim
    if says_the_same(one, other) and same_content(one, other):
        more = _told_more(one, other)
        return ("compatible", more) if more else ("same", "the same parties, step, number and date")
    return _advanced(first, second)


def _told_more(one: Claim, other: Claim) -> str:
    """What only one of the two tells, or tells more exactly."""
    said = []
    roles = {part.role for part in named(one) ^ named(other)}
    if roles:
        said.append(f"other words for {', '.join(sorted(roles))}")
    if exact_number(one) != exact_number(other):
        said.append("a number in one of them" if None in (one.quantity, other.quantity) else "one number is a bound")
    if (happened(one) or None) != (happened(other) or None):
        said.append("a date in one of them" if None in (one.when, other.when) else "one date is more exact")
    return "; ".join(said)


def _advanced(first: Told, second: Told) -> tuple[RelationKind, str] | None:
    """A later step of one matter, told later: an order, then its delivery."""
    one, other = first.claim, second.claim
    if not (is_asserted(one) and is_asserted(other)) or one.polarity != "affirmed" or other.polarity != "affirmed":
        return None
    steps = step_of(one.type, one.stage), step_of(other.type, other.stage)
    if steps[0] is None or steps[1] is None or steps[0] >= steps[1] or not within(first, second, SAME_MATTER):
        return None
    if before(first.said, second.said) is not True or not same_content(one, other):
        return None
    return "successive", f"{one.stage} ({first.source}), then {other.stage} ({second.source})"


def _first_day(one: Told) -> str:
    return one.said.earliest.isoformat() if one.said and one.said.earliest else "9999"
