"""Statements that a reader now gives under another id: found again by their trigger.

A reading is of the statement whose trigger has the same place in the text. Of several that could be, in this
order: the one that a person merged into it; the one with the id that the reader gave it last; one of the same type;
the one with most items in common; the first in the text.
"""

from collections import defaultdict
from collections.abc import Mapping

from foedus.ledger.reading.statement import Key, State
from foedus.model.claim import Claim

_Score = tuple[bool, bool, bool, int]
_Trigger = tuple[int, int]


def paired(lost: Mapping[int, State], read: Mapping[int, Claim], merged: Mapping[int, Key]) -> dict[int, int]:
    """Statements that are not read under their own ids to readings of the same: each at most once, best pairs first.

    Statements come by any number, readings by their place in the reading. `merged` are the places of readings that a
    person merged into another statement, with its address.
    """
    at: dict[_Trigger, list[int]] = defaultdict(list)
    for place, claim in read.items():
        at[_trigger(claim)].append(place)
    pairs = [
        (score, number, place)
        for number, state in lost.items()
        for place in {*merged, *(place for side in _sides(state) for place in at.get(_trigger(side), ()))}
        if (score := _score(state, read[place], merged.get(place))) is not None
    ]
    pairs.sort(key=lambda pair: ([-int(part) for part in pair[0]], lost[pair[1]].key, pair[2]))
    found: dict[int, int] = {}
    taken: set[int] = set()
    for _, number, place in pairs:
        if number not in found and place not in taken:
            found[number] = place
            taken.add(place)
    return found


def _score(state: State, claim: Claim, into: Key | None) -> _Score | None:
    """How well a reading fits a statement; None where it is another one."""
    sides = _sides(state)
    if into is not None:
        return (True, False, False, 0) if into == state.key else None
    if _trigger(claim) not in {_trigger(side) for side in sides}:
        return None
    items = max(len(_items(side) & _items(claim)) for side in sides)
    last = state.read is not None and state.read.id == claim.id
    return (False, last, any(side.type == claim.type for side in sides), items)


def _sides(state: State) -> list[Claim]:
    """The statement as it holds, and as the reader gave it last."""
    return [state.claim, *([state.machine] if state.machine else [])]


def _trigger(claim: Claim) -> _Trigger:
    return claim.trigger.start, claim.trigger.end


def _items(claim: Claim) -> set[str | int]:
    """What it is about, by entity, or by place where nothing is known of it."""
    return {filler.entity or filler.start for filler in claim.fillers("item")}
