"""Glyphs to pieces of lines: runs of characters on one baseline without a gap as wide as between columns.

Raised small digits are marks of footnotes, which would swell a number or a word that they stand behind: they go, unless
they are a power, as behind a 10 or a unit of one or two letters.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from foedus.ingest.pdf.glyphs import Glyph

_GAP = 0.9
"""In sizes of the font: wider than a space between words, narrower than between columns."""
_BACK = 0.2
_ON_THE_LINE = 0.3
_SHADOW = 0.3
_RAISED = 0.15
_MOST_RAISED = 0.7
_SMALL = 0.82
_POWERS = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")
_POWER = re.compile(r"\b10[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+|\b[^\W\d]{1,2}[²³]")


class Piece(NamedTuple):
    """A part of a line as it is read, its edges, its baseline and the size of its font."""

    text: str
    left: float
    right: float
    base: float
    size: float


def pieces(glyphs: Iterable[Glyph]) -> list[Piece]:
    """Pieces in the file's order; what holds nothing but spaces is none, what is drawn twice for its shadow is one."""
    found: list[Piece] = []
    drawn: dict[str, list[Piece]] = {}
    for run in _runs(glyphs):
        piece = _piece(run)
        alike = drawn.setdefault(piece.text, [])
        if piece.text and not any(_is_shadow(piece, other) for other in alike):
            alike.append(piece)
            found.append(piece)
    return found


def _is_shadow(piece: Piece, other: Piece) -> bool:
    off = max(abs(piece.left - other.left), abs(piece.base - other.base))
    return off < _SHADOW * piece.size


def _runs(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    run: list[Glyph] = []
    for glyph in glyphs:
        if run and not _goes_on(run, glyph):
            yield run
            run = []
        if run or glyph.text != " ":
            run.append(glyph)
    if run:
        yield run


def _goes_on(run: list[Glyph], glyph: Glyph) -> bool:
    last = run[-1]
    size = max(last.size, glyph.size)
    off = abs(glyph.base - last.base)
    small = min(last.size, glyph.size) < _SMALL * size
    level = off <= (_MOST_RAISED if small else _ON_THE_LINE) * size
    # the letters of a ligature share one place
    return level and last.left - _BACK * size <= glyph.left <= last.right + _GAP * size


def _piece(run: list[Glyph]) -> Piece:
    while run and run[-1].text == " ":
        run.pop()
    if not run:
        return Piece("", 0, 0, 0, 0)
    size, base = Counter((round(glyph.size, 1), round(glyph.base, 1)) for glyph in run).most_common(1)[0][0]
    return Piece(_text(run, size, base), run[0].left, run[-1].right, base, size)


def _text(run: list[Glyph], size: float, base: float) -> str:
    text, raised = "", ""
    for glyph in run:
        if (
            glyph.size < _SMALL * size
            and glyph.base > base + _RAISED * size
            and glyph.text.strip("0123456789*†‡,") == ""
        ):
            raised += glyph.text
            continue
        text, raised = _with_raised(text, raised) + glyph.text, ""
    return " ".join(_with_raised(text, raised).split())


def _with_raised(text: str, raised: str) -> str:
    if not raised:
        return text
    if not text:  # the mark before the note itself
        return f"{raised} "
    last = text.rpartition(" ")[2] + raised.translate(_POWERS)
    return text + raised.translate(_POWERS) if _POWER.fullmatch(last) else text
