"""What stands at the top or bottom of page after page: headers, footers and page numbers, which are no text."""

import re
from collections import Counter
from typing import NamedTuple

from foedus.ingest.pdf.lines import Line

_ZONE = 0.18
"""Share of a page's height at its top and at its bottom in which they stand."""
_OUTERMOST = 3
"""Lines at either end that may be some."""
_APART = 1.5
"""In sizes of the font: a distance that lines of a text do not have."""
_LEAST_PAGES = 3
_NUMBER = re.compile(r"\d+|\b[ivxlc]+\b", re.IGNORECASE)
_SHORT_NUMBER = re.compile(r"[0-9]{1,4}")


_Key = tuple[str, int, int]


class Sheet(NamedTuple):
    """The lines of one page from top to bottom across all columns, and the height of the page."""

    lines: list[Line]
    height: float


class Furniture(NamedTuple):
    """Baselines of what is to be left out, for each page, and what it says with the number of its pages."""

    bases: list[frozenset[float]]
    told: tuple[tuple[str, int], ...]


def furniture(sheets: list[Sheet]) -> Furniture:
    """Lines of the margins whose words stand on at least three pages, or on both of two; numbers may differ.

    A line with the number of the page at its end or beginning is one too, whatever else it says.
    """
    margins = [_margins(sheet) for sheet in sheets]
    pages = Counter(key for margin in margins for key in {near for line in margin for near in _near(line)})
    least = min(_LEAST_PAGES, max(2, len(sheets)))
    counting = Counter(at for page, margin in enumerate(margins, 1) for line in margin for at in _counts(line, page))
    bases: list[frozenset[float]] = []
    told: dict[_Key, tuple[str, int]] = {}
    for number, margin in enumerate(margins, start=1):
        gone = [
            line
            for line in margin
            if pages[_key(line)] >= least
            or _is_number(line, number)
            or any(counting[at] >= _LEAST_PAGES for at in _counts(line, number))
        ]
        bases.append(frozenset(line.base for line in gone))
        for line in gone:
            told.setdefault(_key(line), (line.text, pages[_key(line)]))
    return Furniture(bases, tuple(told.values()))


def _margins(sheet: Sheet) -> list[Line]:
    """Lines near an edge of the page that stand apart from its text, at most three together."""
    top = [line for line in _apart(sheet.lines) if line.base > (1 - _ZONE) * sheet.height]
    bottom = [line for line in _apart(sheet.lines[::-1]) if line.base < _ZONE * sheet.height]
    return [*top, *bottom]


def _apart(lines: list[Line]) -> list[Line]:
    """The first lines, group by group, as long as the groups are small."""
    found: list[Line] = []
    group: list[Line] = []
    for line in lines:
        if group and abs(group[-1].base - line.base) > _APART * max(group[-1].size, line.size):
            found += group
            group = []
        group.append(line)
        if len(found) + len(group) > _OUTERMOST:
            return found
    return found + group


def _key(line: Line) -> _Key:
    """Its words, size and height: a title that the headers repeat is larger, a line of the text stands elsewhere."""
    return " ".join(_NUMBER.sub("#", line.text).casefold().split()), round(line.size), round(line.base)


def _near(line: Line) -> list[_Key]:
    """The keys of lines that stand at the same height, rounded one way or the other."""
    words, size, base = _key(line)
    return [(words, size, base + off) for off in (-1, 0, 1)]


def _is_number(line: Line, page: int) -> bool:
    """Whether it is nothing but the number of its page, dashes around it or none."""
    return line.text.strip(" -–—") == str(page)


def _counts(line: Line, page: int) -> set[tuple[int, int]]:
    """How far a number at an end of the line is from the page's, with the height at which it stands."""
    words = line.text.split()
    return {(int(word) - page, round(line.base)) for word in (words[0], words[-1]) if _SHORT_NUMBER.fullmatch(word)}
