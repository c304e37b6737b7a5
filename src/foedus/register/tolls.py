"""Tolls over time: how many were killed, hit or displaced, as of the day on which each number was told.

A toll that grows is a series, no contradiction: each number stands with the page's date and the event's. Numbers are
never added up, and what is killed is never mixed with what is wounded: other words, another series.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from foedus.model.claim import Claim
from foedus.model.row import Count
from foedus.model.toll import TollPoint
from foedus.model.vocabulary import ClaimType
from foedus.register.cell import doubts, ids, outlets
from foedus.register.dates import first_day, published
from foedus.register.episodes import Dated, episodes
from foedus.register.losses import Loss, losses
from foedus.register.order import in_order
from foedus.register.standing import Weighed, weigh
from foedus.register.told import Agreed, agreed, told

READS: tuple[ClaimType, ...] = ("attack", "displacement")
"""Types of claims that make a difference."""


class _Given(NamedTuple):
    """One loss that a claim tells, weighed."""

    loss: Loss
    weighed: Weighed


def tolls(claims: Iterable[Claim]) -> list[TollPoint]:
    """Points of every toll, series by series, each in order of the days on which its numbers were told.

    One series is one measure of one event: the same attacker, target, place and things counted, in one unit, of dates
    that can be one event. Denied claims give no number. In which order the claims come makes no difference.
    """
    series: dict[object, list[_Given]] = {}
    for claim in in_order(claims):
        for loss in losses(claim):
            if claim.polarity == "affirmed":
                series.setdefault(loss.key, []).append(_Given(loss, weigh(claim)))
    ordered = sorted(series.values(), key=lambda some: some[0].loss.order)
    parted = [episode for some in ordered for episode in episodes(some, _dated)]
    return [point for number, some in enumerate(parted, start=1) for point in _points(number, some)]


def _dated(given: _Given) -> Dated:
    return Dated.of(given.weighed.claim)


def _points(number: int, some: Sequence[_Given]) -> list[TollPoint]:
    """One point for each day of telling, event date, number and sureness."""
    alike: dict[tuple[object, ...], list[_Given]] = {}
    for given in some:
        alike.setdefault(_alike(given), []).append(given)
    ordered = sorted(alike.values(), key=_place)
    points: list[TollPoint] = []
    for behind in ordered:
        points.append(_point(number, behind, points))
    return points


def _alike(given: _Given) -> tuple[object, ...]:
    claim = given.weighed.claim
    number = told(given.weighed) if given.loss.counted else None
    bounds = (number.low, number.high) if number else None
    about = bool(number and claim.quantity and claim.quantity.approximate)
    when = claim.when.edtf if claim.when else None
    return claim.document.published, when, bounds, about, given.weighed.weight


def _place(behind: Sequence[_Given]) -> tuple[object, ...]:
    claim = behind[0].weighed.claim
    number = told(behind[0].weighed)
    least = (number.low if number.low is not None else number.high) if number else None
    return first_day(published(claim)) or date.max, least or 0, str(_alike(behind[0]))


def _point(series: int, behind: Sequence[_Given], before: Sequence[TollPoint]) -> TollPoint:
    weighed = [given.weighed for given in behind]
    claim, loss = weighed[0].claim, behind[0].loss
    found = _agreed(behind)
    count = found.as_count(loss.unit) if found else None
    change, why = _change(count, claim.document.published, before)
    sure = [] if any(one.sure for one in weighed) else doubts(weighed)
    return TollPoint(
        series=series,
        measure=loss.measure,
        by=loss.by,
        target=loss.target,
        what=_words(behind),
        place=loss.place,
        event=claim.when.edtf if claim.when else None,
        told=claim.document.published,
        count=count,
        change=change,
        sureness=weighed[0].weight,
        claims=ids(weighed),
        outlets=outlets(weighed),
        reason="; ".join(dict.fromkeys([*(sure or ["said plainly"]), *_imprecise(found, sure), *why])),
    )


def _agreed(behind: Sequence[_Given]) -> Agreed | None:
    numbers = [number for given in behind if given.loss.counted and (number := told(given.weighed))]
    return agreed(numbers) if numbers else None


def _imprecise(found: Agreed | None, sure: Sequence[str]) -> list[str]:
    if found is None:
        return ["no number is given, only words"]
    more = [doubt for doubt in found.doubts if doubt not in sure]
    return [f"number: {', '.join(more)}"] if more else []


def _words(behind: Sequence[_Given]) -> tuple[str, ...]:
    return tuple(sorted({word for given in behind for word in given.loss.what}))


def _change(count: Count | None, day: str | None, before: Sequence[TollPoint]) -> tuple[str, list[str]]:
    """How a number stands to the last that was told, and why where that needs a word."""
    earlier = [(point, point.count) for point in before if point.count]
    if count is None or not earlier:
        return "first", []
    last, said = earlier[-1]
    if (count.low, count.high) == (said.low, said.high):
        return "same", []
    if _parted(said, count):
        if last.told == day:
            return "differs", [f"on the same day {said} was told"]
        return "grew", []
    if _parted(count, said):
        return "fell", [f"less than the {said} told before: corrected, or of another event"]
    return "open", []


def _parted(low: Count, high: Count) -> bool:
    """Whether all of the first lies below all of the second."""
    return low.high is not None and high.low is not None and low.high < high.low
