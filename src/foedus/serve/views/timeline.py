"""Claims over time: by month or year of publication, in families of types, with a span marked."""

from calendar import monthrange
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Literal

from msgspec import Struct

from foedus.ledger.asking.by_month import MonthCount, Months
from foedus.publish.column import Column, Sheet
from foedus.serve.asking import Asking
from foedus.serve.house import House
from foedus.serve.views.families import FAMILIES, FAMILY

Unit = Literal["month", "year"]
MOST_BARS = 180
_MONTHS_AT_ONCE = 60
"""A ledger of more months is shown by year unless months are asked for."""


class Bar(Struct, frozen=True):
    """A month or a year: EDTF, its first and last day, and how many claims of each family were published in it."""

    period: str
    first: str
    last: str
    counts: dict[str, int]
    total: int


class Chosen(Struct, frozen=True):
    """The span that is marked, an end that is open being that of all claims, and how many claims lie in its months."""

    first: str
    last: str
    counts: dict[str, int]
    total: int


class TimelineView(Struct, frozen=True):
    """Bars in the order of time; `left_out` are claims published before or after them, `undated` those without a day.

    `counted` claims were counted; with `more` there are older ones that the ledger learned of before.
    """

    unit: Unit
    bars: tuple[Bar, ...]
    chosen: Chosen | None
    left_out: int
    undated: int
    counted: int
    more: bool
    notes: tuple[str, ...]


def timeline_view(house: House, asked: Asking, unit: Unit | None) -> TimelineView:
    """Claims of the filter; its days of publication mark a span, by months they are what is shown."""
    which = asked.which
    found = house.ledger.counts_by_month(replace(which, published_from=None, published_by=None))
    months = [one.month for one in found.counts]
    total = sum(one.count for one in found.counts)
    if not months:
        return TimelineView(unit or "year", (), None, 0, found.undated, found.counted, found.more, asked.notes)
    first, last = months[0], months[-1]
    unit = unit or ("month" if _number(last) - _number(first) < _MONTHS_AT_ONCE else "year")
    chosen = _chosen(found, which.published_from, which.published_by)
    span = (chosen.first[:7], chosen.last[:7]) if chosen and unit == "month" else (first, last)
    bars = _bars(found.counts, unit, span)[-MOST_BARS:]
    left_out = total - sum(bar.total for bar in bars)
    return TimelineView(unit, bars, chosen, left_out, found.undated, found.counted, found.more, asked.notes)


def _chosen(found: Months, first: date | None, last: date | None) -> Chosen | None:
    if first is None and last is None:
        return None
    begin = first or date.fromisoformat(f"{found.counts[0].month}-01")
    end = last or _end(found.counts[-1].month)
    months = (f"{begin:%Y-%m}", f"{end:%Y-%m}")
    counts = _counts([one for one in found.counts if months[0] <= one.month <= months[1]])
    return Chosen(begin.isoformat(), end.isoformat(), counts, sum(counts.values()))


def _bars(counts: Sequence[MonthCount], unit: Unit, span: tuple[str, str]) -> tuple[Bar, ...]:
    """One for each month or year of the span, also where there is nothing."""
    told: dict[str, list[MonthCount]] = {}
    for one in counts:
        if span[0] <= one.month <= span[1]:
            told.setdefault(one.month if unit == "month" else one.month[:4], []).append(one)
    if unit == "year":
        periods = [f"{year:04d}" for year in range(int(span[0][:4]), int(span[1][:4]) + 1)]
    else:
        periods = [_month(number) for number in range(_number(span[0]), _number(span[1]) + 1)]
    return tuple(_bar(period, told.get(period, [])) for period in periods)


def _bar(period: str, counts: Sequence[MonthCount]) -> Bar:
    by_family = _counts(counts)
    first, last = (period, period) if len(period) > len("2022") else (f"{period}-01", f"{period}-12")
    return Bar(period, f"{first}-01", _end(last).isoformat(), by_family, sum(by_family.values()))


def _counts(counts: Sequence[MonthCount]) -> dict[str, int]:
    found: Counter[str] = Counter()
    for one in counts:
        found[FAMILY[one.type]] += one.count
    return {family: found[family] for family in FAMILIES}


def _number(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:7]) - 1


def _month(number: int) -> str:
    return f"{number // 12:04d}-{number % 12 + 1:02d}"


def _end(month: str) -> date:
    """The last day of a month."""
    first = date.fromisoformat(f"{month}-01")
    return first.replace(day=monthrange(first.year, first.month)[1])


BARS: Sheet[Bar] = Sheet(
    "timeline",
    (
        Column("period", "text", lambda one: one.period),
        *(Column(family, "whole", lambda one, family=family: one.counts[family]) for family in FAMILIES),  # type: ignore[misc]  # a default binds the loop's value
        Column("claims", "whole", lambda one: one.total),
    ),
)
"""One month or year a row, a column a family of types."""
