"""Pieces of a page in the order in which a person reads them: columns one after the other, else line by line."""

from math import inf
from statistics import median
from typing import NamedTuple

from foedus.ingest.pdf.pieces import Piece

_GUTTER = 0.8
"""Least width of the gap between columns, in sizes of the font."""
_LEAST_LINES = 3
_LEAST_CHARACTERS = 20
"""Columns narrower than this on average are those of a table, which is read row by row."""
_LEAST_SMALL = 0.5
"""Share of small letters in words of a text, with room for spaces, names and numbers."""
_FULL_LINE = 0.75
_LEAST_FULL = 0.5
_MOST_STEPS = 40_000
"""Pieces looked at to find the columns of a page of text, at most; tables and maps are read line by line after that."""

Block = list[Piece]


class _Band(NamedTuple):
    """A stretch of x that pieces cover."""

    left: float
    right: float


def blocks(pieces: list[Piece]) -> list[Block]:
    """Blocks in reading order, each of one column, its pieces from top to bottom."""
    downwards = sorted(pieces, key=lambda piece: (-piece.base, piece.left))
    if not downwards:
        return []
    gutter = _GUTTER * median(piece.size for piece in downwards)
    found: list[Block] = []
    single: Block = []
    start = steps = 0
    while start < len(downwards):
        same_line = single and abs(single[-1].base - downwards[start].base) < gutter
        columns, end = ([], start) if same_line or steps > _MOST_STEPS else _columns(downwards, start, gutter)
        steps += end - start
        if columns:
            found += [single, *(block for column in columns for block in blocks(column))]
            single, start = [], end
        else:
            single.append(downwards[start])
            start += 1
    return [block for block in (*found, single) if block]


def _columns(pieces: list[Piece], start: int, gutter: float) -> tuple[list[Block], int]:
    """Columns from a piece on, as far as gaps run down between them, and how far that was; none where none begin."""
    bands = [_Band(pieces[start].left, pieces[start].right)]
    end = start + 1
    while end < len(pieces):
        joined = _with(bands, pieces[end], gutter)
        if len(joined) == 1 and len(bands) > 1:
            break
        bands = joined
        end += 1
    columns = _prose(pieces[start:end], bands)
    return (columns if len(columns) > 1 else [], end)


def _prose(pieces: list[Piece], bands: list[_Band]) -> list[Block]:
    """The pieces of each band; one that is no column of prose (bullets, cells of a table) goes to its neighbour."""
    while True:
        columns = [[piece for piece in pieces if band.left <= piece.left <= band.right] for band in bands]
        odd = next((n for n, column in enumerate(columns) if not _is_prose(column, bands[n])), None)
        if odd is None or len(bands) == 1:
            return columns
        rights = bands[odd + 1].left - bands[odd].right if odd + 1 < len(bands) else inf
        lefts = bands[odd].left - bands[odd - 1].right if odd else inf
        first = odd if rights <= lefts else odd - 1
        bands = [*bands[:first], _Band(bands[first].left, bands[first + 1].right), *bands[first + 2 :]]


def _with(bands: list[_Band], piece: Piece, gutter: float) -> list[_Band]:
    """Bands from left to right with one more piece; what is nearer than a gutter is one band."""
    joined: list[_Band] = []
    for band in sorted((*bands, _Band(piece.left, piece.right))):
        if joined and band.left - joined[-1].right < gutter:
            joined[-1] = _Band(joined[-1].left, max(joined[-1].right, band.right))
        else:
            joined.append(band)
    return joined


def _is_prose(column: Block, band: _Band) -> bool:
    """Whether lines are long, of words, and mostly fill the column: cells of tables are short, ragged or of numbers."""
    lines: dict[int, _Band] = {}
    for piece in column:
        line = lines.get(round(piece.base), _Band(piece.left, piece.right))
        lines[round(piece.base)] = _Band(min(line.left, piece.left), max(line.right, piece.right))
    text = "".join(piece.text for piece in column)
    small = sum(character.islower() for character in text)
    full = sum(line.right - line.left >= _FULL_LINE * (band.right - band.left) for line in lines.values())
    return (
        len(lines) >= _LEAST_LINES
        and len(text) >= _LEAST_CHARACTERS * len(lines)
        and small >= _LEAST_SMALL * len(text)
        and full >= _LEAST_FULL * len(lines)
    )
