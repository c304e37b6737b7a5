"""Steps through the calendar: so many units from a day or from a date of the text, no more exact than both are."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

from foedus.model.errors import DataError
from foedus.reader.dating.basis import Basis, Reading

UNITS = ("hour", "day", "week", "fortnight", "month", "year", "decade")
_STEP = re.compile(r"(@?)(day|night|weekend|week|month|quarter|year)([+-]\d+)|year-end")
_DAYS: Mapping[str, int] = {"hour": 0, "day": 1, "week": 7, "fortnight": 14}


class Step(NamedTuple):
    """So many units on from the day of publication, or from the date named last; `by` None: to the year's end."""

    unit: str
    by: int | None
    from_text: bool


def step(word: str, rule: object) -> Step:
    """A step as the file writes it: `day-1`, `month+1`, `@year+0` from the text, `year-end`; DataError for others."""
    read = _STEP.fullmatch(str(rule))
    if read is None:
        raise DataError(f"time.yaml: relative {word!r} is {rule!r}: write a step such as day-1, month+1 or year-end")
    return Step(read[2] or "year", int(read[3]) if read[3] else None, bool(read[1]))


def taken(basis: Basis, this: Step) -> Reading | None:
    """Where a step leads; None where there is nothing to reckon from."""
    if this.from_text:
        return shifted(basis, this.unit, this.by or 0)
    if this.unit == "year":
        return _year(basis, this.by)
    if basis.published is None or this.by is None:
        return None
    return Reading(_from_published(basis, basis.published, this.unit, this.by), "published")


def _year(basis: Basis, by: int | None) -> Reading | None:
    if basis.year is None:
        return None
    return Reading(str(basis.year + by) if by is not None else f"{basis.year}-12~", "published", end=by is None)


def _from_published(basis: Basis, day: date, unit: str, by: int) -> str:
    if unit == "night":
        return f"{day + timedelta(days=by - 1)}/{day + timedelta(days=by)}"
    if unit == "weekend":
        return _weekend(basis, day, by)
    if unit == "week":
        monday = day - timedelta(days=day.weekday()) + timedelta(weeks=by)
        return f"{monday}/{monday + timedelta(days=6)}"
    if unit == "quarter":
        number = day.year * 4 + (day.month - 1) // 3 + by
        return f"{number // 4}-{33 + number % 4}"
    return from_day(day, unit, by)


def _weekend(basis: Basis, day: date, by: int) -> str:
    """The one that is on or was last; the next one where the words look ahead."""
    saturday = day - timedelta(days=(day.weekday() - 5) % 7)
    if by == 0 and basis.ahead and day.weekday() < 5:
        saturday += timedelta(weeks=1)
    saturday += timedelta(weeks=by)
    return f"{saturday}/{saturday + timedelta(days=1)}"


def from_day(day: date, unit: str, by: int) -> str:
    """So many units from a day, at the unit's precision; weeks and decades are seldom meant to the day or year."""
    if unit in _DAYS:
        moved = (day + timedelta(days=_DAYS[unit] * by)).isoformat()
        return moved if unit in ("hour", "day") or by == 0 else f"{moved}~"
    if unit == "month":
        return _month(day.year, day.month + by)
    return f"{day.year + 10 * by}~" if unit == "decade" else str(day.year + by)


def shifted(basis: Basis, unit: str, by: int) -> Reading | None:
    """So many units from the date that the text named last as exactly as the unit; None where it named none."""
    day, month, year = basis.last_day, basis.last_month, basis.last_year
    value: str | None = None
    if unit in _DAYS and day and day.day:
        value = from_day(day.day, unit, by)
    elif unit == "month" and month and month.year and month.month:
        value = _month(month.year, month.month + by)
    elif unit in ("year", "decade") and year and year.year:
        value = from_day(date(year.year, 1, 1), unit, by)
    return Reading(value, "text") if value else None


def _month(year: int, month: int) -> str:
    months = year * 12 + month - 1
    return f"{months // 12}-{months % 12 + 1:02}"
