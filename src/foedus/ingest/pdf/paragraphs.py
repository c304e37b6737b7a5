"""Lines to paragraphs: a line begins a new one where its author must have begun one."""

import re
from collections import Counter
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from foedus.ingest.pdf.lines import Line

_MORE_THAN_A_LINE = 1.3
_OTHER_SIZE = 0.08
_INDENT = 0.8
_WOULD_FIT = 1.3
_BULLET = re.compile(r"[•‣▪▫●○◦■□➢➤✓]")
_NOT_ENDED = re.compile(r"[^.!?…:;»”\"]$")


class Paragraph(NamedTuple):
    """The texts of its lines, and the size of its font."""

    lines: list[str]
    size: float


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
    edge = max(line.right for line in block)
    left = median(line.left for line in block)
    found: list[list[Line]] = [[block[0]]]
    for above, below in pairwise(block):
        if _begins(found[-1], above, below, edge=edge, left=left, pitch=pitch):
            found.append([below])
        else:
            found[-1].append(below)
    return [Paragraph([line.text for line in lines], lines[0].size) for lines in found]


def goes_on(before: Paragraph, after: Paragraph) -> bool:
    """Whether a paragraph of one column or page ends in the next: it has no end, and the other no beginning."""
    last, first = before.lines[-1], after.lines[0]
    if abs(before.size - after.size) > _OTHER_SIZE * before.size:
        return False
    return bool(_NOT_ENDED.search(last)) and first[:1].islower()


def _begins(paragraph: list[Line], above: Line, below: Line, *, edge: float, left: float, pitch: float) -> bool:
    if above.row or below.row or not _same_size(above, below) or _BULLET.match(below.text):
        return True
    if above.base - below.base > _MORE_THAN_A_LINE * pitch * above.size:
        return True
    hanging = len(paragraph) == 1 and above.left < left - _INDENT * above.size
    if below.left - above.left > _INDENT * below.size and not hanging and abs(above.left - left) < below.size:
        return True
    return _would_have_fitted(above, below, edge) and not below.text[0].islower()


def _would_have_fitted(above: Line, below: Line, edge: float) -> bool:
    """Whether the next line's first word had room on the line above: who broke it there meant it."""
    width = (below.right - below.left) / max(len(below.text), 1)
    word = below.text.split(maxsplit=1)[0]
    return edge - above.right > _WOULD_FIT * width * (len(word) + 1)


def _same_size(above: Line, below: Line) -> bool:
    return abs(above.size - below.size) <= _OTHER_SIZE * max(above.size, below.size)
