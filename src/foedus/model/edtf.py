"""Dates in EDTF (ISO 8601-2, levels 0 and 1, and the quarters of level 2): a strict parser with bounds.

Read are `2022`, `2022-05`, `2022-05-19`, that day with a time (`2022-05-19T06:00`; its bounds are the day's),
unspecified digits (`202X`, `XXXX-10-10`, `2022-XX`), seasons 21–24 and quarters 33–36 in the place of the month,
qualifiers `?` `~` `%` at the end, and intervals with open (`..`) or unknown (empty) ends.
"""

import calendar
import re
from datetime import date
from functools import lru_cache
from typing import Final, NamedTuple

_DATE = re.compile(r"(?P<year>[0-9X]{4})(?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX))?)?(?P<mark>[?~%]?)")
_TIME = re.compile(r"(?<=\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?(Z|[+-]([01]\d|2[0-3])(:[0-5]\d)?)?$")
_SPANS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2), 33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12)}
_LEAP_YEAR = 2024
_KNOWN: Final = 16_384
"""So many dates are kept parsed: the same ones are asked for again and again."""


class Edtf(NamedTuple):
    """A parsed date: earliest and latest day (None where open or unknown), and whether a qualifier stands."""

    text: str
    earliest: date | None
    latest: date | None
    qualified: bool

    def within(self, first: date | None, last: date | None) -> bool:
        """Whether the date can fall between two days; an open side or unknown year never excludes."""
        late_enough = first is None or self.latest is None or self.latest >= first
        early_enough = last is None or self.earliest is None or self.earliest <= last
        return late_enough and early_enough


@lru_cache(_KNOWN)
def parse(text: str) -> Edtf:
    """An EDTF string; ValueError with the reason where it is none."""
    left, slash, right = text.partition("/")
    if not slash:
        return _date(text)
    if left in ("", "..") and right in ("", ".."):
        raise ValueError(f"{text!r} is no EDTF interval: both ends are open")
    start = None if left in ("", "..") else _date(left)
    end = None if right in ("", "..") else _date(right)
    if start and end and start.earliest and end.latest and start.earliest > end.latest:
        raise ValueError(f"{text!r} is no EDTF interval: it ends before it begins")
    return Edtf(
        text,
        start.earliest if start else None,
        end.latest if end else None,
        bool((start and start.qualified) or (end and end.qualified)),
    )


def _date(text: str) -> Edtf:
    match = _DATE.fullmatch(_TIME.sub("", text))
    if not match:
        raise ValueError(f"{text!r} is no EDTF date: expected forms like 2022, 2022-05, 2022-05-19, 2022-02~")
    year, month, day = match["year"], match["month"], match["day"]
    first_month, last_month = _months(text, month)
    if day is not None:
        _check_day(text, year, month, day)
    first_year, last_year = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if year == "XXXX" or first_year == 0:
        return Edtf(text, None, None, bool(match["mark"]))
    number = int(day) if day and day != "XX" else None
    low = date(first_year, first_month, min(number or 1, _length(first_year, first_month)))
    if first_month > last_month:  # winter runs into the next year
        last_year += 1
    high = _day_or_last(last_year, last_month, number)
    return Edtf(text, low, high, bool(match["mark"]))


def _months(text: str, month: str | None) -> tuple[int, int]:
    """First and last month; the last comes before the first where it is the next year's."""
    if month is None or month == "XX":
        return 1, 12
    number = int(month)
    if 1 <= number <= 12:
        return number, number
    if number in _SPANS:
        return _SPANS[number]
    raise ValueError(f"{text!r} is no EDTF date: month {month} does not exist")


def _check_day(text: str, year: str, month: str, day: str) -> None:
    """A day stands in a known month, and exists in that year, or in some year where digits are open."""
    if day == "XX":
        if month != "XX" and int(month) > 12:
            raise ValueError(f"{text!r} is no EDTF date: {month} is a season or quarter, which has no days")
        return
    if month == "XX" or int(month) > 12:
        raise ValueError(f"{text!r} is no EDTF date: day {day} needs a month from 01 to 12")
    known_year = 0 if "X" in year else int(year)
    if not 1 <= int(day) <= _length(known_year or _LEAP_YEAR, int(month)):
        raise ValueError(f"{text!r} is no EDTF date: day {day} does not exist")


def _length(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]


def _day_or_last(year: int, month: int, day: int | None) -> date:
    """That day of a month, or its last; the last day there is where the year lies beyond it."""
    if year > date.max.year:
        return date.max
    last = _length(year, month)
    return date(year, month, min(day or last, last))
