"""The same statement told twice: one claim with both its places; the same words told twice: once is enough."""

from collections.abc import Sequence

from msgspec import structs

from foedus.model.claim import Claim
from foedus.model.vocabulary import FREE_TEXT_ROLES, TYPES

STEM = 4
"""How many letters of two triggers must agree, where their sentences differ: another predicate is another statement."""


def is_double(one: Claim, other: Claim) -> bool:
    """Whether two claims are told by the same words: their ids are equal, or type, trigger and core are.

    The same words may make two statements where numbers or dates differ ("in April and in May"), or where one says
    what another denies.
    """
    if one.id == other.id:
        return True
    alike = one.type == other.type and _place(one) == _place(other) and _core(one) == _core(other)
    denied = one.polarity != other.polarity and _voice(one) != _voice(other)
    return alike and not denied and not _differ(one, other)


def twin_of(claim: Claim, kept: Sequence[Claim]) -> int | None:
    """The place of a claim of another sentence that makes the same statement, whole and alike in all that differs."""
    return next((place for place, other in enumerate(kept) if _says_the_same(claim, other)), None)


def merged(one: Claim, other: Claim) -> Claim:
    """The fuller claim, the first of equals, with the evidence of both; what only the other tells is added."""
    fuller, less = (other, one) if _weight(other) > _weight(one) else (one, other)
    seen = {(evidence.start, evidence.end) for evidence in fuller.evidence}
    more = tuple(evidence for evidence in less.evidence if (evidence.start, evidence.end) not in seen)
    return structs.replace(
        fuller,
        evidence=(*fuller.evidence, *more),
        quantity=fuller.quantity or less.quantity,
        value=fuller.value or less.value,
        when=fuller.when or less.when,
        due=fuller.due or less.due,
    )


def _says_the_same(one: Claim, other: Claim) -> bool:
    alike = (one.type, one.stage, one.polarity, one.standing, _voice(one), _core(one)) == (
        (other.type, other.stage, other.polarity, other.standing, _voice(other), _core(other))
    )
    stems = one.trigger.text[:STEM].casefold() == other.trigger.text[:STEM].casefold()
    return alike and stems and one.evidence[0] != other.evidence[0] and not _differ(one, other)


def _differ(one: Claim, other: Claim) -> bool:
    """Different numbers, dates or alternatives tell of different events."""
    numbers = one.quantity and other.quantity and _figures(one) != _figures(other)
    dates = any(
        first and second and first.edtf != second.edtf
        for first, second in ((one.when, other.when), (one.due, other.due))
    )
    return bool(numbers or dates or one.alternative != other.alternative)


def _figures(claim: Claim) -> tuple[float | None, ...]:
    number = claim.quantity
    return (number.value, number.min, number.max) if number else ()


def _core(claim: Claim) -> tuple[frozenset[str], ...]:
    roles = [role for role in TYPES[claim.type].core if role not in FREE_TEXT_ROLES]
    return tuple(frozenset(one.entity or one.text.casefold() for one in claim.fillers(role)) for role in roles)


def _place(claim: Claim) -> tuple[int, int]:
    return claim.trigger.start, claim.trigger.end


def _voice(claim: Claim) -> str | None:
    return claim.attribution[0].entity or claim.attribution[0].text if claim.attribution else None


def _weight(claim: Claim) -> int:
    return sum(filler.via != "unexpressed" for fillers in claim.roles.values() for filler in fillers)
