"""Which pairs of claims a rule of `conflicts` could set against each other, found without looking at all pairs.

Each rule asks that some things are equal (the bucket), that one differs (the sides), and that the two are near in time.
What is found here is only to be looked at: a pair that is missed would be a contradiction that nobody sees, one too
many costs a moment. That none is missed a test compares with all pairs.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import NamedTuple

from foedus.lineage.conflicts import NEAR, SAME_LOT, SAME_MATTER
from foedus.lineage.sameness import exact_number, happened, keys, named
from foedus.lineage.stages import ONCE, REACHED, STANDS, UNDECIDED, UNDONE
from foedus.lineage.told import Told, is_asserted, is_batch
from foedus.model.edtf import Edtf

_LOT = ("supplier", "recipient")

Pair = tuple[int, int]


class _Days(NamedTuple):
    """First and last day of a date, as ordinals."""

    first: int
    last: int


class _One(NamedTuple):
    """A claim by its place, on one side of what a rule compares."""

    place: int
    side: Hashable


class _Sought(NamedTuple):
    """The claims of a bucket that are to be compared: near by so many days; `told` says that its telling counts."""

    days: int
    told: bool = True


_Buckets = dict[tuple[Hashable, ...], list[_One]]


def candidates(claims: Sequence[Told], places: Iterable[int], *, growing: bool) -> set[Pair]:
    """Pairs of places, the lower first, of claims of one type that share two fillers.

    `growing` asks also for numbers that grew within the year, which are no contradictions.
    """
    lots = {once: (NEAR if once else SAME_LOT) for once in (True, False)}
    if growing:
        lots = dict.fromkeys(lots, SAME_MATTER)
    buckets: _Buckets = defaultdict(list)
    sought: dict[tuple[Hashable, ...], _Sought] = {}
    some = [place for place in places if is_asserted(claims[place].claim)]
    for place in some:
        for rule, bucket, side, seek in _roles(claims[place], lots):
            buckets[rule, bucket].append(_One(place, side))
            sought[rule, bucket] = seek
    said = {place: _days(claims[place].said) for place in some}
    when = {place: _days(happened(claims[place].claim)) for place in some}
    found: set[Pair] = set()
    for key, members in buckets.items():
        if len({one.side for one in members}) > 1:
            seek = sought[key]
            found.update(_near(members, when, seek.days))
            if seek.told:
                found.update(_near(members, said, seek.days))
                found.update(_together(members, claims))
    return found


def _roles(one: Told, lots: dict[bool, int]) -> Iterator[tuple[str, Hashable, Hashable, _Sought]]:
    """Every rule that a claim can fall under: its name, the bucket, the claim's side in it, and what is near."""
    claim = one.claim
    stage, number, items = claim.stage, exact_number(claim), keys(claim, "item")
    once = stage in ONCE.get(claim.type, ())
    goes_on = claim.type != "transfer" and not once
    reached = "done" if claim.type in STANDS and stage == "ongoing" else stage
    yield "polarity", reached, claim.polarity, _Sought(NEAR if goes_on else SAME_MATTER)
    if claim.polarity == "negated":
        return
    if claim.type == "transfer" and number is not None:
        yield "party", (stage, items, number), tuple(keys(claim, role) for role in _LOT), _Sought(NEAR)
    if is_batch(claim):
        return
    if number is not None and items:
        yield "number", (stage, items), number, _Sought(lots[once])
    told_of = named(claim)
    lot = number if any(filler.role == "item" for filler in told_of) else None
    if once and claim.when:
        yield "date", (stage, told_of, lot), claim.when.edtf, _Sought(SAME_MATTER, told=False)
    yield from _steps(stage, number, has_item="item" in claim.roles)


def _steps(stage: str, number: float | None, *, has_item: bool) -> Iterator[tuple[str, Hashable, Hashable, _Sought]]:
    """What is done and what is open: of one number, or where none is asked for."""
    done, near = stage in REACHED, _Sought(NEAR)
    if not done and stage != "ordered" and stage not in UNDECIDED and stage not in UNDONE:
        return
    if number is not None:
        yield "stage of a lot", number, done, near
    if done or stage in UNDONE:
        yield "stage undone", None, done, near
    if (done and not has_item) or stage in UNDECIDED:
        yield "stage undecided", None, done, near


def _near(members: Sequence[_One], dates: dict[int, _Days | None], days: int) -> Iterator[Pair]:
    """Pairs of different sides whose dates are so near, in one sweep along the days."""
    dated = sorted((span, one) for one in members if (span := dates[one.place]))
    open_: dict[Hashable, list[tuple[int, int]]] = defaultdict(list)
    for span, one in dated:
        for side in [side for side in open_ if side != one.side]:
            still = [other for other in open_.pop(side) if other[0] >= span.first - days]
            if still:
                open_[side] = still
                yield from (_pair(place, one.place) for _, place in still)
        open_[one.side].append((span.last, one.place))


def _together(members: Sequence[_One], claims: Sequence[Told]) -> Iterator[Pair]:
    """Pairs of different sides that one document tells."""
    by_document: dict[str, list[_One]] = defaultdict(list)
    for one in members:
        told = by_document[claims[one.place].claim.document.id]
        yield from (_pair(other.place, one.place) for other in told if other.side != one.side)
        told.append(one)


def _pair(one: int, other: int) -> Pair:
    return (one, other) if one < other else (other, one)


def _days(when: Edtf | None) -> _Days | None:
    if when is None or when.earliest is None or when.latest is None:
        return None
    return _Days(when.earliest.toordinal(), when.latest.toordinal())
