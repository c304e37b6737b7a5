"""Which month, season, quarter or day is meant where the text names no year: the last one, or the next one."""

from collections.abc import Callable
from datetime import date, timedelta

from foedus.reader.dating.basis import Basis

NEAR = timedelta(days=45)
"""A day without a year that lies no further ahead is that day; a later one was last year's."""
Span = Callable[[int], tuple[date, date]]
"""First and last day of a period in the year given."""


def year_of(basis: Basis, span: Span, *, last: bool = False, following: bool = False, near: bool = False) -> int | None:
    """The year in which the period lies; None where nothing tells.

    `last` and `following` are what words beside it say ("dernier", "next"); `near` lets it lie a little ahead.
    """
    day = basis.published
    if day is None:
        return basis.year or (basis.last_year.year if basis.last_year else None)
    years = range(day.year - 2, day.year + 3)
    if last:
        return max(year for year in years if span(year)[1] < day)
    if following:
        return min(year for year in years if span(year)[0] > day)
    if basis.ahead:
        return min(year for year in years if span(year)[1] >= day)
    if basis.told and not basis.back:
        return min(year for year in (basis.told.year, basis.told.year + 1) if span(year)[1] > basis.told)
    if near and not basis.back:
        day += NEAR
    return max(year for year in years if span(year)[0] <= day)


def months_span(first: int, length: int) -> Span:
    """So many months from the first one; winter runs into the next year."""

    def span(year: int) -> tuple[date, date]:
        after = year * 12 + first - 1 + length
        return date(year, first, 1), date(after // 12, after % 12 + 1, 1) - timedelta(days=1)

    return span


def day_span(month: int, number: int) -> Span:
    """One day of the year; the month's last where the year has no such day."""

    def span(year: int) -> tuple[date, date]:
        try:
            found = date(year, month, number)
        except ValueError:
            found = months_span(month, 1)(year)[1]
        return found, found

    return span
