"""Claims of two readers about one document: which are one statement, and in what they differ."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from foedus.careful.alike import is_same
from foedus.model.claim import Claim
from foedus.model.vocabulary import FREE_TEXT_ROLES, TYPES


class Pair(NamedTuple):
    """A statement by one reader, by the other, or by both; `fields` are those in which they differ."""

    one: Claim | None
    other: Claim | None
    fields: tuple[str, ...] = ()


def paired(ones: Sequence[Claim], others: Sequence[Claim]) -> list[Pair]:
    """Each claim of both, in text order; those that are one statement together, the most alike first."""
    alike = sorted(
        (len(differences(one, other)), _apart(one, other), i, j)
        for i, one in enumerate(ones)
        for j, other in enumerate(others)
        if is_same(one, other)
    )
    taken: dict[int, int] = {}
    for _, _, i, j in alike:
        if i not in taken and j not in taken.values():
            taken[i] = j
    found = [Pair(ones[i], others[j], differences(ones[i], others[j])) for i, j in taken.items()]
    found += [Pair(one, None) for i, one in enumerate(ones) if i not in taken]
    found += [Pair(None, other) for j, other in enumerate(others) if j not in taken.values()]
    return sorted(found, key=_place)


def differences(one: Claim, other: Claim) -> tuple[str, ...]:
    """The fields of one statement that two readers tell otherwise; roles by who fills them."""
    return tuple(_differing(one, other))


def _differing(one: Claim, other: Claim) -> Iterator[str]:
    for role in TYPES[one.type].core:
        if role not in FREE_TEXT_ROLES and _filled(one, role) != _filled(other, role):
            yield role
    for field in ("stage", "polarity", "certainty", "standing"):
        if getattr(one, field) != getattr(other, field):
            yield field
    if (one.when and one.when.edtf) != (other.when and other.when.edtf):
        yield "when"
    if _count(one) != _count(other):
        yield "quantity"


def _filled(claim: Claim, role: str) -> frozenset[str]:
    return frozenset(one.entity or one.text.casefold() for one in claim.fillers(role))


def _count(claim: Claim) -> tuple[float | int | None, ...] | None:
    told = claim.quantity
    return (told.value, told.min, told.max) if told else None


def _apart(one: Claim, other: Claim) -> int:
    return abs(one.trigger.start - other.trigger.start)


def _place(pair: Pair) -> tuple[int, int]:
    claim = pair.one or pair.other
    return (claim.trigger.start, claim.trigger.end) if claim else (0, 0)
