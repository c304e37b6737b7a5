"""Which of the numbers told may be of the same lot, by date: what may be one lot is never added up."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from foedus.register.told import Told

ONE_LOT = timedelta(days=31)
"""Two dates, each known to the month or better, that lie no further apart may be two datings of one lot."""

_DOUBTFUL = timedelta(days=366)
"""How far a date that is only approximate may be off."""

_YEAR = timedelta(days=366)


class Lots(NamedTuple):
    """Numbers by lot, in order of date, and those that no date parts: undated, open, or of more than a year."""

    dated: list[list[Told]]
    rest: list[Told]

    def told_apart(self) -> bool:
        """Whether one voice of one text gives all lots side by side, or each is told as a batch of something larger."""
        texts = [{one.said_in for one in lot} for lot in self.dated]
        return bool(set.intersection(*texts)) or all(any(one.batch for one in lot) for lot in self.dated)


class _Period(NamedTuple):
    first: date
    last: date
    one: Told


def lots(some: Sequence[Told]) -> Lots:
    """Lots have dates that do not touch; dates known to the month or better lie more than a month apart too."""
    periods = [period for one in some if (period := _period(one))]
    placed = {period.one for period in periods}
    found: list[list[_Period]] = []
    for period in sorted(periods, key=lambda period: (period.first, period.last)):
        if found and any(_may_be_one(period, other) for other in found[-1]):
            found[-1].append(period)
        else:
            found.append([period])
    return Lots([[period.one for period in lot] for lot in found], [one for one in some if one not in placed])


def _period(one: Told) -> _Period | None:
    """The days of a closed date of a year or less."""
    when = one.when
    if when is None or when.earliest is None or when.latest is None or when.latest - when.earliest > _YEAR:
        return None
    doubt = _DOUBTFUL if when.qualified else timedelta(0)
    return _Period(_earlier(when.earliest, doubt), _later(when.latest, doubt), one)


def _may_be_one(one: _Period, other: _Period) -> bool:
    if one.first <= other.last and other.first <= one.last:
        return True
    narrow = all(period.last - period.first <= ONE_LOT for period in (one, other))
    return narrow and one.first - other.last <= ONE_LOT


def _earlier(day: date, by: timedelta) -> date:
    return day - by if day - date.min > by else date.min


def _later(day: date, by: timedelta) -> date:
    return day + by if date.max - day > by else date.max
