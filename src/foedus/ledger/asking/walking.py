"""Along the days of publication: the versions that may be meant, some whole days at a time, until a page is full."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, column, select, union_all

from foedus.ledger.asking.condition import Condition, Days, Road, Test
from foedus.ledger.asking.keys import unsought
from foedus.ledger.tables import claims

_GROWTH = 4
_MOST = 16_384
"""Versions of a step, which begin with those of a page: what few of them pass is found in ever longer ones."""
_BEHIND = "~"
"""Added to a day it sorts behind that day and before the next."""

_Found = list[tuple[str, int]]


class Stretch(NamedTuple):
    """The days that are walked: from `start` on, which is there, to `end`, which is not; back from the end if asked."""

    start: str = ""
    end: str | None = None
    backwards: bool = False

    def within(self, days: Days) -> "Stretch":
        """What of it lies on some days."""
        behind = days.last + _BEHIND
        end = behind if self.end is None else min(self.end, behind)
        return self._replace(start=max(self.start, days.first), end=end)


def stretch_of(start: str, end: str | None, place: str | None, *, backwards: bool = False) -> Stretch:
    """The days from `start` to `end`; where a place was reached, from its day on."""
    stretch = Stretch(start, end, backwards)
    return stretch if place is None else _from(stretch, place)


def every_claim(asked: Sequence[Condition]) -> tuple[Road, ...]:
    """Where no condition leads along the days."""
    on_the_way = tuple(one.on_the_way for one in asked if one.on_the_way is not None)
    return (Road(claims.c.published_on, claims.c.reading, on_the_way),)


class Walking(NamedTuple):
    """What is met on the roads: versions up to `last_reading` with the keys of `sets`, which are worth gathering."""

    connection: Connection
    roads: Sequence[Road]
    sets: Sequence[Condition]
    last_reading: int

    def steps(self, stretch: Stretch, size: int) -> Iterator[list[int]]:
        """Readings by steps of whole days, the first one of about `size`."""
        while True:
            found = self._met(stretch, [()] * len(self.roads), size)
            if len(found) < size:
                yield _unique(found)
                return
            day, reading = found[-1]
            whole = [one for one in found if one[0] != day]
            if whole:
                yield _unique(whole)
                stretch = _from(stretch, day)
            else:
                rest = [self._rest(road, day, reading, stretch) for road in self.roads]
                yield _unique([*found, *self._met(stretch, rest)])
                stretch = _behind(stretch, day)
            size = min(size * _GROWTH, _MOST)

    def _met(self, stretch: Stretch, also: Sequence[tuple[Test, ...]], size: int | None = None) -> _Found:
        """The next rows of all roads in their order, one day's by their keys."""
        parts = [self._of(road, (*_days(road, stretch), *tests)) for road, tests in zip(self.roads, also, strict=True)]
        if len(parts) == 1:
            day, reading = parts[0].selected_columns
            asked = parts[0].order_by(*_ordered(day, reading, stretch)).limit(size)
            return [(row[0], row[1]) for row in self.connection.execute(asked)]
        several = union_all(*parts).order_by(*_ordered(column("day"), column("reading"), stretch)).limit(size)
        return [(row[0], row[1]) for row in self.connection.execute(several)]

    def _of(self, road: Road, tests: Sequence[Test]) -> Select[str, int]:
        key = unsought(self.connection, road.key)
        in_sets = [key.in_(one.keys) for one in self.sets if one.keys is not None]
        columns = (road.day.label("day"), road.key.label("reading"))
        return select(*columns).where(*road.tests, *tests, key <= self.last_reading, *in_sets)

    def _rest(self, road: Road, day: str, reading: int, stretch: Stretch) -> tuple[Test, ...]:
        """What follows on the same day."""
        key = unsought(self.connection, road.key)
        return road.day == day, key < reading if stretch.backwards else key > reading


def _ordered(day: ColumnElement[str], reading: ColumnElement[int], stretch: Stretch) -> list[ColumnElement[Any]]:
    return [day.desc(), reading.desc()] if stretch.backwards else [day.asc(), reading.asc()]


def _days(road: Road, stretch: Stretch) -> list[Test]:
    return [road.day >= stretch.start, *(() if stretch.end is None else (road.day < stretch.end,))]


def _from(stretch: Stretch, day: str) -> Stretch:
    return stretch._replace(end=day + _BEHIND) if stretch.backwards else stretch._replace(start=day)


def _behind(stretch: Stretch, day: str) -> Stretch:
    return stretch._replace(end=day) if stretch.backwards else stretch._replace(start=day + _BEHIND)


def _unique(found: _Found) -> list[int]:
    return list(dict.fromkeys(reading for _, reading in found))
