"""The statements that the ledger holds of a text against those that a reader gives now.

A statement is the same where its id is. One that says the same stays, one that says otherwise goes on in a new
version, one that is no longer read comes to its end. What a person has judged stays as judged: beside it stands what
the reader says now, where that differs, or that no reader reads it any more. A reading under another id at the trigger
of a statement that a person holds to be right is that statement read otherwise, and no second claim; a rejected one
is rejected under its own id alone. Where nobody has judged the statement, it goes on under the other id.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import count

from msgspec.structs import replace

from foedus.ledger.reading.pairing import paired
from foedus.ledger.reading.saying import says_the_same
from foedus.ledger.reading.statement import PERSON, READER, Change, Held, Key, State
from foedus.model.claim import Claim, DocumentRef

_REJECTED = "rejected"


Linking = Callable[[Claim], Claim]
"""A claim with the names linked that a person linked to entities."""


def reconcile(
    held: Sequence[Held],
    read: Sequence[Claim],
    ref: DocumentRef,
    moved: Mapping[Key, Key] | None = None,
    link: Linking = lambda claim: claim,
) -> list[Change]:
    """What becomes of the statements of one text: first those that hold, then the new ones as they were read.

    `ref` is what the ledger names the document by. `moved` says into which statement a person merged another: a
    reading of the one is then one of the other, as long as that holds. `link` links names for what nobody judged.
    """
    readings = {place: _named(claim, ref) for place, claim in enumerate(read)}
    if not held and not moved:  # most of what is read is read for the first time
        return [Change(None, state) for state in _begun(readings, link, ()).values()]
    found = _by_id(held, readings, ref)
    taken = set(found.values())
    spare = {place: claim for place, claim in readings.items() if place not in taken}
    merged = _merged(spare, held, moved or {})
    lost = {one.reading: one.state for one in held if one.reading not in found and _stands(one.state)}
    found |= paired(lost, spare, merged)
    taken |= {*found.values(), *merged}
    fresh = {place: claim for place, claim in spare.items() if place not in taken}
    begun = _begun(fresh, link, [*(one.state.key for one in held), *(moved or {})])
    gone = {one.reading: one.state for one in held if one.reading not in found and one.state.review is None}
    went = paired(gone, fresh, {})
    changes = [
        Change(one, begun[went[one.reading]])
        if one.reading in went
        else Change(one, _then(one.state, readings[found[one.reading]] if one.reading in found else None, ref, link))
        for one in held
    ]
    moving = set(went.values())
    new = [Change(None, state) for place, state in begun.items() if place not in moving]
    return [*(change for change in changes if _changes(change)), *new]


def _changes(change: Change) -> bool:
    return change.old is None or change.new != change.old.state


def _named(claim: Claim, ref: DocumentRef) -> Claim:
    return claim if claim.document == ref else replace(claim, document=ref)


def _stands(state: State) -> bool:
    """Whether a person holds a statement to be right."""
    return state.review not in (None, _REJECTED)


def _by_id(held: Sequence[Held], readings: Mapping[int, Claim], ref: DocumentRef) -> dict[int, int]:
    """Versions to readings with the same id: first those that say the same, then one after the other."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, claim in readings.items():
        places[claim.id].append(place)
    found: dict[int, int] = {}
    open_: list[Held] = []
    for one in sorted(held, key=lambda one: one.state.key):
        last = _named(one.state.read or one.state.claim, ref)
        left = places.get(one.state.claim.id, [])
        same = [place for place in left if says_the_same(readings[place], last, judged=True)]
        if same:
            found[one.reading] = same[0]
            left.remove(same[0])
        else:
            open_.append(one)
    for one in open_:
        if places.get(one.state.claim.id):
            found[one.reading] = places[one.state.claim.id].pop(0)
    return found


def _merged(spare: Mapping[int, Claim], held: Sequence[Held], moved: Mapping[Key, Key]) -> dict[int, Key]:
    """Readings of statements that a person merged into others, with where they went, as long as that holds."""
    holding = {one.state.key for one in held}
    ways = {key: _end_of(key, moved) for key in sorted(moved) if key not in holding}
    merged: dict[int, Key] = {}
    for place, claim in spare.items():
        way = next((key for key in ways if key.id == claim.id and ways[key] in holding), None)
        if way is not None:
            merged[place] = ways.pop(way)
    return merged


def _end_of(key: Key, moved: Mapping[Key, Key]) -> Key:
    """Where a statement is in the end, merged once or several times."""
    seen = {key}
    while key in moved and moved[key] not in seen:
        key = moved[key]
        seen.add(key)
    return key


def _then(state: State, claim: Claim | None, ref: DocumentRef, link: Linking) -> State | None:
    """How a statement holds once it was read so, or (None) was not read."""
    if state.review is None:
        return None if claim is None else _unjudged(state, claim, link)
    judged = _named(state.claim, ref)
    if claim is None:
        return state._replace(claim=judged, origin=PERSON, machine=None)
    if state.read is not None and says_the_same(claim, last := _named(state.read, ref), judged=True):
        claim = last
    return state._replace(claim=judged, origin=READER, machine=None if claim == judged else claim)


def _unjudged(state: State, claim: Claim, link: Linking) -> State:
    """A statement as a reader gives it; what it gave stands beside it where a linked name made more of it."""
    tied = link(claim)
    if state.read is not None and says_the_same(claim, state.read) and says_the_same(tied, state.claim):
        return state
    return State(tied, state.twin, machine=None if tied is claim else claim)


def _begun(readings: Mapping[int, Claim], link: Linking, taken: Iterable[Key]) -> dict[int, State]:
    """Statements under addresses that nothing held, each with a twin's number that is free."""
    used: dict[str, set[int]] = {}
    for key in taken:
        used.setdefault(key.id, set()).add(key.twin)
    begun: dict[int, State] = {}
    for place, claim in readings.items():
        numbers = used.setdefault(claim.id, set())
        twin = next(number for number in count() if number not in numbers) if numbers else 0
        numbers.add(twin)
        tied = link(claim)
        begun[place] = State(tied, twin, machine=None if tied is claim else claim)
    return begun
