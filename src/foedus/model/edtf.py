"""Dates in EDTF (ISO 8601-2, levels 0 and 1, and the quarters of level 2): a strict parser with bounds.

Read are `2022`, `2022-05`, `2022-05-19`, unspecified digits (`202X`, `XXXX-10-10`, `2022-XX`), seasons 21–24
and quarters 33–36 in the place of the month, qualifiers `?` `~` `%` at the end, and intervals with open (`..`)
or unknown (empty) ends.
"""

import calendar
import re
from datetime import date
from typing import NamedTuple

_DATE = re.compile(r"(?P<year>[0-9X]{4})(?:-(?P<month>[0-9X]{2})(?:-(?P<day>[0-9X]{2}))?)?(?P<mark>[?~%]?)")
_SPANS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12), 33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12)}


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
    match = _DATE.fullmatch(text)
    if not match:
        raise ValueError(f"{text!r} is no EDTF date: expected forms like 2022, 2022-05, 2022-05-19, 2022-02~")
    year, month, day = match["year"], match["month"], match["day"]
    low, high = _bounds(text, year, month, day)
    return Edtf(text, low, high, bool(match["mark"]))


def _bounds(text: str, year: str, month: str | None, day: str | None) -> tuple[date | None, date | None]:
    first_year, last_year = int(year.replace("X", "0")), int(year.replace("X", "9"))
    months = _months(text, month)
    if day is not None and "X" not in day:
        _check_day(text, first_year, months, int(day), known_year="X" not in year)
    if year == "XXXX" or first_year == 0:
        return None, None
    first_day = int(day) if day and "X" not in day else 1
    low = date(first_year, months[0], first_day)
    if month == "24":  # winter runs into the next year
        return low, date(last_year + 1, 2, calendar.monthrange(last_year + 1, 2)[1])
    last = calendar.monthrange(last_year, months[1])[1]
    return low, date(last_year, months[1], min(int(day), last) if day and "X" not in day else last)


def _months(text: str, month: str | None) -> tuple[int, int]:
    if month is None or "X" in month:
        return 1, 12
    number = int(month)
    if 1 <= number <= 12:
        return number, number
    if number in _SPANS:
        return _SPANS[number]
    raise ValueError(f"{text!r} is no EDTF date: month {month} does not exist")


def _check_day(text: str, year: int, months: tuple[int, int], day: int, *, known_year: bool) -> None:
    longest = calendar.monthrange(year if known_year and year else 2024, months[0])[1]
    if not 1 <= day <= longest or months[0] != months[1]:
        raise ValueError(f"{text!r} is no EDTF date: day {day} does not exist")
