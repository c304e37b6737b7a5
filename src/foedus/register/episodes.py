"""Which claims can tell of one event, by their dates: those of days that touch, or, undated, told within a month."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import NamedTuple, TypeVar

from foedus.model.claim import Claim
from foedus.register.dates import first_day, happened, last_day, published

T = TypeVar("T")

_ONE_STORY = timedelta(days=31)
"""Undated numbers told further apart than this are hardly of one event, nor is what is dated less narrowly."""


class Dated(NamedTuple):
    """The days that a claim can mean; of an undated one the days on which it was told."""

    first: date | None
    last: date | None
    by_page: bool

    @classmethod
    def of(cls, claim: Claim) -> "Dated":
        """A date open on one side is at its bound."""
        when = happened(claim)
        days = when or published(claim)
        return cls(first_day(days), last_day(days), by_page=when is None)


def episodes(some: Sequence[T], dated: Callable[[T], Dated]) -> list[list[T]]:
    """Groups in order of date: of claims that date the event, then of whole seasons and years, then of undated ones."""
    by_event = [one for one in some if not dated(one).by_page]
    narrow = [one for one in by_event if _width(dated(one)) <= _ONE_STORY]
    wide = [one for one in by_event if _width(dated(one)) > _ONE_STORY]
    by_page = [one for one in some if dated(one).by_page and dated(one).first]
    never = [one for one in some if not dated(one).first]
    groups = [*_chained(narrow, dated, timedelta(0)), *_alike(wide, dated), *_chained(by_page, dated, _ONE_STORY)]
    return [*groups, never] if never else groups


def _width(days: Dated) -> timedelta:
    return days.last - days.first if days.first and days.last else timedelta(0)


def _alike(some: Sequence[T], dated: Callable[[T], Dated]) -> list[list[T]]:
    """A number of a whole year is of that very year."""
    groups: dict[tuple[object, ...], list[T]] = {}
    for one in sorted(some, key=lambda one: dated(one)[:2]):
        groups.setdefault(dated(one), []).append(one)
    return list(groups.values())


def _chained(some: Sequence[T], dated: Callable[[T], Dated], gap: timedelta) -> list[list[T]]:
    groups: list[list[T]] = []
    reach = date.min
    for one in sorted(some, key=lambda one: dated(one)[:2]):
        first, last = dated(one).first or date.min, dated(one).last or date.max
        if groups and first - reach <= gap:
            groups[-1].append(one)
        else:
            groups.append([one])
            reach = last
        reach = max(reach, last)
    return groups
