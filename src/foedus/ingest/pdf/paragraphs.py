"""Lines to paragraphs: a line begins a new one where its author must have begun one."""

import re
from collections import Counter
from itertools import pairwise
from math import inf
from statistics import median
from typing import NamedTuple

from foedus.ingest.pdf.lines import Line

_MORE_THAN_A_LINE = 1.3
_OTHER_SIZE = 0.08
_INDENT = 0.8
_WOULD_FIT = 1.3
_LEAST_LINES = 3
_BULLET = re.compile(r"[•‣▪▫●○◦■□➢➤✓]")
_ITEM = re.compile(rf"{_BULLET.pattern}|\(?(?:\d{{1,2}}|[^\W\d_])[.)]\s|[-–—]\s")
_BROKEN_WORD = re.compile(r"\w-$")
_NOT_ENDED = re.compile(r"[^.!?…:;»”\"]$")


class Paragraph(NamedTuple):
    """Its lines, the size of its font, and what tells whether it goes on elsewhere.

    `room` on its last line, the width of a `letter` of its first, and whether that is `indented`.
    """

    lines: list[str]
    size: float
    room: float
    letter: float
    indented: bool


class _Column(NamedTuple):
    """Where most of its lines begin, where the longest ends, and how many it has."""

    left: float
    right: float
    lines: int


def usual_pitch(blocks: list[list[Line]]) -> float:
    """From one line to the next, in sizes of the font, as most lines of the document have it."""
    steps = [
        (above.base - below.base) / max(above.size, 1)
        for block in blocks
        for above, below in pairwise(block)
        if _same_size(above, below)
    ]
    near = Counter(round(step, 1) for step in steps if step > 0).most_common(1)
    return max(near[0][0], 1.0) if near else 1.2


def paragraphs(block: list[Line], pitch: float) -> list[Paragraph]:
    """The paragraphs of one column."""
    if not block:
        return []
    column = _Column(median(line.left for line in block), max(line.right for line in block), len(block))
    found: list[list[Line]] = [[block[0]]]
    for above, below in pairwise(block):
        if _begins(found[-1], above, below, column, pitch):
            found.append([below])
        else:
            found[-1].append(below)
    return [
        Paragraph(
            [line.text for line in lines],
            lines[0].size,
            _room(lines[-1], column),
            _letter(lines[0]),
            lines[0].left - column.left > _INDENT * lines[0].size,
        )
        for lines in found
    ]


def goes_on(before: Paragraph, after: Paragraph) -> bool:
    """Whether a paragraph of one column or page ends in the next: it has no end, or the other no beginning."""
    last, first = before.lines[-1], after.lines[0]
    if abs(before.size - after.size) > _OTHER_SIZE * before.size or _BULLET.match(first):
        return False
    if not _NOT_ENDED.search(last):
        return False
    return first[:1].islower() or (not after.indented and not _would_have_fitted(first, after.letter, before.room))


def _begins(paragraph: list[Line], above: Line, below: Line, column: _Column, pitch: float) -> bool:
    if above.row or below.row or not _same_size(above, below) or _BULLET.match(below.text):
        return True
    if above.base - below.base > _MORE_THAN_A_LINE * pitch * above.size:
        return True
    if _BROKEN_WORD.search(above.text):
        return False
    indent = _INDENT * above.size
    if _centred(above, below, column):
        return _would_have_fitted(below.text, _letter(below), column.right - column.left - (above.right - above.left))
    hanging = len(paragraph) == 1 and (above.left < column.left - indent or _ITEM.match(above.text))
    indented = below.left - above.left > indent and abs(above.left - column.left) < below.size
    if indented and not hanging and not below.text[0].islower():
        return True
    return _would_have_fitted(below.text, _letter(below), column.right - above.right)


def _centred(above: Line, below: Line, column: _Column) -> bool:
    """Whether both stand around the middle of the column, the second well inside of it."""
    size = above.size
    middle = abs(above.left + above.right - below.left - below.right) < size
    return middle and below.left - column.left > 2 * size and abs(above.left - below.left) > size


def _would_have_fitted(below: str, letter: float, room: float) -> bool:
    """Whether the next line's first word had room on the line above: who broke it there meant it."""
    word = below.split(maxsplit=1)[0]
    return room > _WOULD_FIT * letter * (len(word) + 1) and not below[0].islower()


def _letter(line: Line) -> float:
    return (line.right - line.left) / max(len(line.text), 1)


def _room(line: Line, column: _Column) -> float:
    """What a column of few lines, or a row of a table, has room for, nobody knows: for anything."""
    return inf if line.row or column.lines < _LEAST_LINES else column.right - line.right


def _same_size(above: Line, below: Line) -> bool:
    return abs(above.size - below.size) <= _OTHER_SIZE * max(above.size, below.size)
