"""Where the marks of a family tree lie: a row for each language, days from left to right, as wide as they need to be.

Days on which nothing was published take no room: a story that rests for a year would be one line of emptiness.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from foedus.serve.views.story_groups import Group
from foedus.serve.views.story_members import Member

LEFT, TOP, EDGE = 128, 66, 16
ROW = 104
"""Height of a row."""
LABEL = 152
"""Room that a mark's words take beside the next mark of its row."""
STEP = 34
"""Least distance of a mark from the one before it in time, in whichever row that is."""
DAY = 96
"""Least width of a day."""
WIDTH = 1192
UNDATED = "~"
"""Sorts behind every day."""


class Spot(NamedTuple):
    """A place in the figure."""

    x: float
    y: float


class Column(NamedTuple):
    """A day (ISO 8601; `~`: no date that can be used) with the place where it begins."""

    day: str
    x: float


class Layout(NamedTuple):
    """Places of groups by number, and of origins known by name alone; `rows` are languages with their heights."""

    spots: Mapping[int, Spot]
    named: Mapping[str, Spot]
    columns: tuple[Column, ...]
    rows: Mapping[str, float]
    width: float
    height: float


def layout(groups: Sequence[Group], members: Mapping[int, Member]) -> Layout:
    """The places of all groups, and of origins by name in front of the first day."""
    heads = {one.number: members[one.members[0]] for one in groups}
    rows = {lang: TOP + ROW * place + 24.0 for place, lang in enumerate(dict.fromkeys(m.lang for m in heads.values()))}
    names = list(dict.fromkeys(name for one in groups for strand in one.strands if (name := strand.name)))
    left = float(LEFT + (LABEL if names else 0))
    ordered = sorted(groups, key=lambda one: (heads[one.number].day or UNDATED, one.members[0]))
    xs, columns, right = _along(ordered, heads, left)
    stretch = max(1.0, (WIDTH - EDGE - left) / max(right - left, 1))
    spots = {one: Spot(left + (x - left) * stretch, rows[heads[one].lang]) for one, x in xs.items()}
    scaled = tuple(Column(column.day, left + (column.x - left) * stretch) for column in columns)
    named = {name: Spot(LEFT + 20, _row_of(name, groups, spots) + 26 * place) for place, name in enumerate(names)}
    width = max(float(WIDTH), right + EDGE)
    return Layout(spots, named, scaled, rows, width, TOP + ROW * len(rows) + 10)


def _along(
    ordered: Iterable[Group], heads: Mapping[int, Member], left: float
) -> tuple[dict[int, float], list[Column], float]:
    """Each mark behind the one before it, and clear of the words of the one before it in its row."""
    xs: dict[int, float] = {}
    columns: list[Column] = []
    ends: dict[str, float] = {}
    last = left
    for one in ordered:
        head = heads[one.number]
        day = head.day or UNDATED
        if not columns or columns[-1].day != day:
            begins = max(last + STEP, columns[-1].x + DAY) if columns else left
            # what is written beside the last marks of a day does not reach into the next one
            begins = max([begins, *(end - 12 for end in ends.values())])
            columns.append(Column(day, begins))
            last = begins - STEP + 22
        x = max(last + STEP, ends.get(head.lang, left))
        xs[one.number] = last = x
        ends[head.lang] = x + LABEL
    return xs, columns, max([left + DAY, *ends.values()])


def _row_of(name: str, groups: Iterable[Group], spots: Mapping[int, Spot]) -> float:
    """Of the first group that names an origin."""
    return next(spots[one.number].y for one in groups for strand in one.strands if strand.name == name)
