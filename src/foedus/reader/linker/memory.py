"""The events that a document has opened: who supplies what to whom, as far as the first pass knows.

In text order each event goes on with the open event that agrees with it best, or opens a new one ("Les livraisons ont
commencé en mai" goes on with the contract told before). Two events agree where their likeliest fillers are the same,
and clash where they differ; types that tell of one business (an aid and a delivery) go together.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from foedus.model.vocabulary import TYPES
from foedus.reader.linker.event import Event
from foedus.reader.linker.mention import Key

EMPTY: Key = ("empty", "")
REACH = 6
"""How many sentences an event stays open; farther only where it agrees in something."""
LEAST = 0.35
"""How likely a filler must be to stand for its role."""
MOST = 30
ALIKE: Mapping[tuple[str, str], Mapping[str, str]] = {
    ("production", "transfer"): {"item": "item", "producer": "supplier"},
    ("assistance", "transfer"): {"provider": "supplier", "recipient": "recipient"},
    ("commitment", "assistance"): {"obligor": "provider", "beneficiary": "recipient"},
    ("agreement", "transfer"): {},
}
"""Roles that are the same in two types, by the types in the order of the alphabet."""


class Top(NamedTuple):
    """The likeliest filler of a role, and how likely."""

    key: Key
    share: float


class Continued(NamedTuple):
    """The open event that an event goes on with: its number, and how well they agree."""

    number: int
    agreement: float


Shares = Mapping[str, Mapping[Key, float]]
"""For one event: role, referent, probability."""


def tops(shares: Shares) -> dict[str, Top]:
    """The likeliest candidate of each role, the empty one among them."""
    return {role: Top(*max(some.items(), key=lambda pair: pair[1])) for role, some in shares.items() if some}


def continued(events: Sequence[Event], found: Sequence[Mapping[str, Top]]) -> list[Continued | None]:
    """For each event in text order the one before it that it goes on with."""
    result: list[Continued | None] = []
    for number, event in enumerate(events):
        best: Continued | None = None
        for other in range(number - 1, max(-1, number - 1 - MOST), -1):
            roles = shared_roles(events[other].type, event.type)
            if roles is None:
                continue
            agreement = _agreement(found[other], found[number], roles) * events[other].probability
            distance = event.view - events[other].view
            if agreement <= 0 and distance > REACH:
                continue
            score = agreement - 0.05 * distance - (0.0 if events[other].type == event.type else 0.2)
            if best is None or score > best.agreement:
                best = Continued(other, score)
        result.append(best if best is not None and best.agreement > -0.5 else None)
    return result


@cache
def shared_roles(one: str, other: str) -> Mapping[str, str] | None:
    """Which role of the first type is which of the second; None where they tell of different things."""
    if one == other:
        return {role: role for role in TYPES[one].core}  # type: ignore[index]  # a claim type by its name
    first, second = sorted((one, other))
    found = ALIKE.get((first, second))
    if found is None or first == one:
        return found
    return {there: here for here, there in found.items()}


def _agreement(one: Mapping[str, Top], other: Mapping[str, Top], roles: Mapping[str, str]) -> float:
    total = 0.0
    for role, top in one.items():
        name = roles.get(role)
        against = other.get(name) if name else None
        if against is None or EMPTY in (top.key, against.key):
            continue
        weight = top.share * against.share
        if top.key == against.key:
            total += weight
        elif min(top.share, against.share) > LEAST:
            total -= weight
    return total
