"""Days as whole numbers, as the views have them: 1 is the first of January of the year 1."""

from datetime import date
from functools import lru_cache
from typing import NamedTuple

from foedus.model.edtf import parse

FIRST, LAST = date.min.toordinal(), date.max.toordinal()
"""Where an interval begins or ends that nobody bounds."""


class Span(NamedTuple):
    """Two days, both included."""

    since: int
    until: int

    def meets(self, other: "Span") -> "Span | None":
        """The days of both; None where there are none."""
        both = Span(max(self.since, other.since), min(self.until, other.until))
        return both if both.since <= both.until else None


ALWAYS = Span(FIRST, LAST)


@lru_cache(maxsize=65_536)  # few dates stand behind many claims
def bounds(edtf: str | None) -> tuple[int | None, int | None]:
    """Earliest and latest day of a date; None where it is open, unknown or not there."""
    if edtf is None:
        return None, None
    told = parse(edtf)
    return (
        told.earliest.toordinal() if told.earliest else None,
        told.latest.toordinal() if told.latest else None,
    )


def span(since: str | None, until: str | None) -> Span:
    """An interval of a treaty file: from the first day of `since` to the last of `until`."""
    first, last = bounds(since)[0], bounds(until)[1]
    return Span(FIRST if first is None else first, LAST if last is None else last)


def written(day: int) -> str:
    """A day in ISO 8601."""
    return date.fromordinal(day).isoformat()
