"""Statements that a person has judged and a reader now gives under another id: found again by their trigger.

A reading is of the judged statement whose trigger has the same place in the text. Of several that could be, in this
order: the one that a person merged into it; the one with the id that the reader gave it last; one of the same type;
the one with most items in common; the first in the text.
"""

from collections.abc import Mapping

from foedus.ledger.reading.statement import Key, State
from foedus.model.claim import Claim

_Score = tuple[bool, bool, bool, int]


def paired(judged: Mapping[int, State], read: Mapping[int, Claim], merged: Mapping[int, Key]) -> dict[int, int]:
    """Judged statements, by any number, to readings, by their place: each at most once, the best pairs first.

    `merged` are the places of readings that a person merged into another statement, with its address.
    """
    pairs = [
        (score, number, place)
        for number, state in judged.items()
        for place, claim in read.items()
        if (score := _score(state, claim, merged.get(place))) is not None
    ]
    pairs.sort(key=lambda pair: ([-int(part) for part in pair[0]], pair[1], pair[2]))
    found: dict[int, int] = {}
    taken: set[int] = set()
    for _, number, place in pairs:
        if number not in found and place not in taken:
            found[number] = place
            taken.add(place)
    return found


def _score(state: State, claim: Claim, into: Key | None) -> _Score | None:
    """How well a reading fits a judged statement; None where it is another one."""
    sides = [state.claim, *([state.machine] if state.machine else [])]
    if into is not None:
        return (True, False, False, 0) if into == state.key else None
    if _trigger(claim) not in {_trigger(side) for side in sides}:
        return None
    items = max(len(_items(side) & _items(claim)) for side in sides)
    last = state.read is not None and state.read.id == claim.id
    return (False, last, any(side.type == claim.type for side in sides), items)


def _trigger(claim: Claim) -> tuple[int, int]:
    return claim.trigger.start, claim.trigger.end


def _items(claim: Claim) -> set[str | int]:
    """What it is about, by entity, or by place where nothing is known of it."""
    return {filler.entity or filler.start for filler in claim.fillers("item")}
