"""Pages of glyphs to the paragraphs of a document."""

from collections import Counter
from typing import NamedTuple

from foedus.ingest.pdf.columns import blocks
from foedus.ingest.pdf.furniture import Furniture, Sheet, furniture
from foedus.ingest.pdf.glyphs import Page
from foedus.ingest.pdf.hyphens import Joiner
from foedus.ingest.pdf.lines import Line, lines
from foedus.ingest.pdf.paragraphs import Paragraph, goes_on, paragraphs, usual_pitch
from foedus.ingest.pdf.pieces import Piece, pieces

_FOOTNOTE = 0.93
_SAME_BASE = 1.0


class LaidOut(NamedTuple):
    """Paragraphs in reading order; what was left out at the margins; words of which it is unsure that they are one."""

    paragraphs: list[str]
    left_out: tuple[tuple[str, int], ...]
    guessed: tuple[str, ...]


def lay_out(pages: list[Page]) -> LaidOut:
    """The text of pages as a person reads them."""
    held = [pieces(page.glyphs) for page in pages]
    fixed = furniture([Sheet(lines(parts), page.height) for parts, page in zip(held, pages, strict=True)])
    texts = [_without(parts, gone) for parts, gone in zip(held, fixed.bases, strict=True)]
    if not any(texts):  # pages of nothing else, like slides
        texts, fixed = held, Furniture([], ())
    columns = [[lines(block) for block in blocks(parts)] for parts in texts]
    pitch = usual_pitch([block for page in columns for block in page])
    size = _body_size(columns)
    text: list[Paragraph] = []
    for page in columns:
        for block in page:
            _add(text, paragraphs(block, pitch), size)
    joiner = Joiner(paragraph.lines for paragraph in text)
    return LaidOut([joiner.text(paragraph.lines) for paragraph in text], fixed.told, tuple(joiner.guessed))


def _without(parts: list[Piece], gone: frozenset[float]) -> list[Piece]:
    return [piece for piece in parts if not any(abs(piece.base - base) <= _SAME_BASE for base in gone)]


def _body_size(columns: list[list[list[Line]]]) -> float:
    """The size of font in which most of the text is set."""
    sizes: Counter[float] = Counter()
    for page in columns:
        for block in page:
            for line in block:
                sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0


def _add(text: list[Paragraph], column: list[Paragraph], body: float) -> None:
    """Adds the paragraphs of a column; the first is joined to the one that goes on in it.

    Footnotes, small at the end of the column before, may stand between the two halves.
    """
    last = len(text) - 1
    while last >= 0 and text[last].size < _FOOTNOTE * body:
        last -= 1
    if last >= 0 and column and goes_on(text[last], column[0]):
        text[last] = column[0]._replace(lines=text[last].lines + column[0].lines)
        column = column[1:]
    text += column
