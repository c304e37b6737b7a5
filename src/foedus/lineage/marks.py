"""What a claim says beyond its language: type, entities, number, date. Texts that share such marks may be one text."""

from collections.abc import Sequence
from typing import NamedTuple

from foedus.lineage.sameness import Named, exact_number, named
from foedus.model.claim import Claim


class Mark(NamedTuple):
    """A claim without words; at least two entities, and a number, a sum or a date."""

    type: str
    polarity: str
    named: frozenset[Named]
    number: float | None
    money: tuple[float, str | None] | None
    when: str | None


def marks(claims: Sequence[Claim]) -> tuple[Mark, ...]:
    """The marks of one document in text order, each once, at its first place."""
    ordered = sorted(claims, key=lambda claim: (claim.trigger.start, claim.trigger.end))
    found = (mark for claim in ordered if (mark := _mark(claim)) is not None)
    return tuple(dict.fromkeys(found))


def _mark(claim: Claim) -> Mark | None:
    number = exact_number(claim)
    money = (claim.value.amount, claim.value.currency) if claim.value else None
    when = claim.when.edtf if claim.when else None
    entities = named(claim)
    if len(entities) < 2 or (number is None and money is None and when is None):
        return None
    return Mark(claim.type, claim.polarity, entities, number, money, when)


def kept_in_order(first: Sequence[Mark], second: Sequence[Mark]) -> int:
    """How many marks the two share in the same order (longest common subsequence of marks that occur once each)."""
    place = {mark: i for i, mark in enumerate(first)}
    longest: list[int] = []  # longest[k]: the earliest place at which a run of k + 1 can end
    for mark in second:
        if mark in place:
            at = place[mark]
            k = next((k for k, end in enumerate(longest) if end >= at), len(longest))
            longest[k : k + 1] = [at]
    return len(longest)
