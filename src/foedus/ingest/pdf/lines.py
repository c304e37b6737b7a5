"""Pieces of a block to its lines."""

import re
from itertools import pairwise
from typing import NamedTuple

from foedus.ingest.pdf.pieces import Piece

_SAME_LINE = 0.4
_WIDE = 1.8
"""In sizes of the font: a gap that no spreading of words makes, as between cells of a table."""
_MARK = re.compile(r"[^\w\s]|\(?\w{1,3}[.)]")
"""A bullet or number before an item of a list."""


class Line(NamedTuple):
    """A line of one column with its edges; `row` where it is one of a table."""

    text: str
    left: float
    right: float
    base: float
    size: float
    row: bool = False


def lines(pieces: list[Piece]) -> list[Line]:
    """Lines from top to bottom; what stands on one baseline is one line."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: -piece.base):
        if rows and rows[-1][0].base - piece.base <= _SAME_LINE * max(rows[-1][0].size, piece.size):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [_line(sorted(row, key=lambda piece: piece.left)) for row in rows]


def _line(row: list[Piece]) -> Line:
    longest = max(row, key=lambda piece: len(piece.text))
    cells = row[1:] if _MARK.fullmatch(row[0].text) else row
    gaps = (after.left - before.right for before, after in pairwise(cells))
    table = any(gap > _WIDE * longest.size for gap in gaps)
    text = " ".join(piece.text for piece in row)
    return Line(text, row[0].left, max(piece.right for piece in row), longest.base, longest.size, table)
