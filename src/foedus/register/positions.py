"""Who has what where on a day: deployed and not withdrawn, held or delivered and not lost, as far as claims say."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from foedus.model.claim import Claim
from foedus.model.position import Position
from foedus.model.row import Count
from foedus.model.vocabulary import ClaimType
from foedus.register.cell import doubts, ids, outlets
from foedus.register.heads import by_name
from foedus.register.holdings import STATUSES, Event, Place, events
from foedus.register.known import Known, nobody
from foedus.register.moments import why_maybe
from foedus.register.numbers import numbers
from foedus.register.order import in_order
from foedus.register.told import Told, agreed, told, unit
from foedus.register.years import MADE

READS: tuple[ClaimType, ...] = ("deployment", "possession", "transfer")
"""Types of claims that make a difference."""


def positions(claims: Iterable[Claim], on: date, *, known: Known = nobody) -> list[Position]:
    """What claims of deployments, possession and deliveries tell of that day, by holder, item and place.

    A position lasts from its first date until a claim says that it ended; nobody's silence ends it. A claim without a
    date of its own counts from the day of its page on. What was given, shot down or used up is never subtracted, and
    numbers of different claims are never added but as the register adds deliveries.
    """
    told_of: dict[Place, list[Event]] = {}
    for event in events(in_order(claims), known):
        told_of.setdefault(event.at, []).append(event)
    endings: dict[str, list[Event]] = {}
    for event in (event for some in told_of.values() for event in some if event.ends and _reached(event, on)):
        endings.setdefault(event.at.holder, []).append(event)
    found = [
        (place, position)
        for place, some in told_of.items()
        if (position := _position(place, some, _of(place, endings), on))
    ]
    return [position for _, position in sorted(found, key=lambda one: _order(*one))]


def _of(place: Place, endings: Mapping[str, Sequence[Event]]) -> list[Event]:
    """Ends that may be of a position."""
    return [end for end in endings.get(place.holder, ()) if place.may_be(end.at)]


def _position(place: Place, some: Sequence[Event], endings: Sequence[Event], on: date) -> Position | None:
    """The position at a place; None where nothing speaks for it by that day, or where it has surely ended."""
    having = [event for event in some if not event.ends and event.weighed.weight != "denied" and _reached(event, on)]
    if not having:
        return None
    plain = [event for event in having if event.weighed.weight == "plain"]
    behind = [event for event in plain if event.moment.reached(on) == "yes"] or plain or having
    latest = max(behind, key=lambda event: event.moment.order)
    later = [end for end in endings if end.weighed.weight != "denied" and not _over(end, latest)]
    counts, how_many = _counts(behind)
    if any(_ends(end, place, counts, on) and end.moment.order >= latest.moment.order for end in later):
        return None
    against = [event for event in some if event.weighed.weight == "denied" and _reached(event, on)]
    before = [end for end in endings if _over(end, latest) and latest.moment.by_page and not end.moment.by_page]
    before = [end for end in before if end.at == place and end.weighed.weight == "plain"]
    dubious = [
        *_unsure(behind, on),
        *map(_may_end, later),
        *map(_ended_before, before),
        *_lapsed(behind, on),
        *_denied_as_late(against, latest),
    ]
    heads = having[0].heads
    dates = sorted((event.moment.order, event.moment.edtf) for event in behind if event.moment.edtf)
    return Position(
        holder=heads[0][1],
        item=heads[1][1],
        place=heads[2][1],
        basis=place.basis,
        status=_status(latest, behind),
        counts=counts,
        since=dates[0][1] if dates else None,
        uncertain=bool(dubious),
        claims=ids([event.weighed for event in behind]),
        outlets=outlets([event.weighed for event in behind]),
        against=ids([event.weighed for event in (*against, *later, *before)]),
        reason="; ".join(dict.fromkeys([*(dubious or ["said plainly"]), *how_many, *_denied(against)])),
    )


def _status(latest: Event, behind: Sequence[Event]) -> str:
    """The stage of the latest; that of the most outspoken where several are of one day."""
    same = [event for event in behind if event.moment.order == latest.moment.order]
    told_so = [event.stage for event in same if event.stage in STATUSES]
    return max(told_so, key=STATUSES.index) if told_so else f"not {latest.stage}"


def _reached(event: Event, on: date) -> bool:
    return event.moment.reached(on) != "no"


def _over(end: Event, latest: Event) -> bool:
    """Whether an end is surely older than the latest having."""
    return end.moment.order < (latest.moment.first or latest.moment.order)


def _ends(end: Event, place: Place, counts: Sequence[Count], on: date) -> bool:
    """Whether it surely ends the position: of this very place, plain, by that day, and all of it."""
    plain = end.weighed.weight == "plain" and end.moment.reached(on) == "yes"
    return plain and end.at == place and _all_of_it(end, counts)


def _all_of_it(end: Event, counts: Sequence[Count]) -> bool:
    """An end that names no number is of all; one that does only where it is as many as there were."""
    number = told(end.weighed)
    if number is None:
        return True
    of = unit(end.weighed.claim.quantity)
    had = [count.high for count in counts if count.unit == of]
    return bool(had) and all(high is not None and number.exact is not None and number.exact >= high for high in had)


def _unsure(behind: Sequence[Event], on: date) -> list[str]:
    if any(event.weighed.sure and event.moment.reached(on) == "yes" for event in behind):
        return []
    late = [why_maybe(event.moment) for event in behind if event.moment.reached(on) == "maybe"]
    return [*doubts([event.weighed for event in behind]), *late]


def _may_end(end: Event) -> str:
    number = told(end.weighed)
    how = "" if end.weighed.weight == "plain" else f" ({end.weighed.reason})"
    return f"{f'{number} of it ' if number else ''}said to be {end.stage}{how}: how much of it is left is open"


def _ended_before(end: Event) -> str:
    return f"{end.stage} {end.moment.edtf}, and only a later page without a date of its own tells of it still"


def _lapsed(behind: Sequence[Event], on: date) -> list[str]:
    """Said where every claim tells of it for a time that is over."""
    over = [event.moment for event in behind if event.moment.until and event.moment.until < on]
    return [f"told for {over[-1].edtf} only"] if len(over) == len(behind) else []


def _counts(behind: Sequence[Event]) -> tuple[tuple[Count, ...], list[str]]:
    """What the latest claims of having say; of deliveries what the register says."""
    giving = [event for event in behind if told(event.weighed)]
    having = [event for event in giving if event.weighed.claim.type != "transfer"]
    if not having:
        cell = numbers([event.weighed for event in giving], MADE)
        return cell.says.counts, [cell.reason] if cell.notable else []
    day = max(event.moment.order for event in having)
    units: dict[str | None, list[Told]] = {}
    for event in having:
        if event.moment.order == day and (number := told(event.weighed)):
            units.setdefault(unit(event.weighed.claim.quantity), []).append(number)
    totals = {of: agreed(some) for of, some in units.items()}
    reasons = [f"number: {total.reason}" for total in totals.values() if total.uncertain]
    return tuple(total.as_count(of) for of, total in totals.items()), reasons


def _denied(against: Sequence[Event]) -> list[str]:
    return ["another claim denies it"] if against else []


def _denied_as_late(against: Sequence[Event], latest: Event) -> list[str]:
    """Doubtful where what denies it is as late as what says it."""
    return ["a claim as late denies it"] if any(event.moment.order >= latest.moment.order for event in against) else []


def _order(place: Place, position: Position) -> tuple[object, ...]:
    parties = ((place.holder, position.holder), (place.item, position.item), (place.place, position.place))
    return (*map(by_name, parties), place.basis)
