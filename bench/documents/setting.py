"""Sets reports as PDF in the ways of ministries and institutes: columns, split words, headers and page numbers."""

import re
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import NamedTuple

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

_WIDTH, _HEIGHT = A4
_MARGIN, _GUTTER = 64, 22
_TOP, _BOTTOM = _HEIGHT - 90, 80
_SIZE, _LEADING = 10.5, 13.5
_SPLIT = re.compile(r"(?<=[aeiouyéèаеиоуыюя])(?=[bcdfglmnprstvбвгдзклмнпрст][aeiouyéèаеиоуыюя])", re.IGNORECASE)


class Way(NamedTuple):
    """A way to set a report."""

    name: str
    columns: int
    splits: bool
    spaced: bool
    """Whether a gap stands between paragraphs; else the first line is indented."""


WAYS = (
    Way("one column", 1, splits=False, spaced=True),
    Way("one column, indents", 1, splits=False, spaced=False),
    Way("two columns", 2, splits=False, spaced=True),
    Way("two columns, words split", 2, splits=True, spaced=False),
)


class _Line(NamedTuple):
    text: str
    indent: float
    gap: float


def set_pages(paragraphs: Sequence[str], way: Way, font: str) -> bytes:
    """A PDF of the paragraphs with a header and the page's number on each page."""
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=A4, pageCompression=1)
    width = (_WIDTH - 2 * _MARGIN - (way.columns - 1) * _GUTTER) / way.columns
    column, top, page = 0, _TOP, 1
    _furnish(canvas, font, page)
    for line in _lines(paragraphs, way, font, width):
        top -= _LEADING + (line.gap if top < _TOP else 0)
        if top < _BOTTOM:
            column, top = column + 1, _TOP - _LEADING
            if column == way.columns:
                canvas.showPage()
                column, page = 0, page + 1
                _furnish(canvas, font, page)
        canvas.setFont(font, _SIZE)
        canvas.drawString(_MARGIN + column * (width + _GUTTER) + line.indent, top, line.text)
    canvas.save()
    return stream.getvalue()


def _furnish(canvas: Canvas, font: str, page: int) -> None:
    canvas.setFont(font, 8)
    canvas.drawString(_MARGIN, _HEIGHT - 40, "Collected reports - 2024")
    canvas.drawCentredString(_WIDTH / 2, 40, str(page))


def _lines(paragraphs: Sequence[str], way: Way, font: str, width: float) -> Iterator[_Line]:
    for paragraph in paragraphs:
        indent, gap = (0.0, _LEADING * 0.6) if way.spaced else (14.0, 0.0)
        line = ""
        words = paragraph.split()[::-1]
        while words:
            word = words.pop()
            room = width - indent - stringWidth(f"{line} " if line else "", font, _SIZE)
            if stringWidth(word, font, _SIZE) <= room or not line:
                line = f"{line} {word}".lstrip()
                continue
            head, tail = _split(word, room, font) if way.splits else ("", word)
            yield _Line(f"{line} {head}" if head else line, indent, gap)
            indent = gap = 0.0
            line = ""
            words.append(tail)
        yield _Line(line, indent, gap)


def _split(word: str, room: float, font: str) -> tuple[str, str]:
    """The longest part of a word that fits before a hyphen, and the rest; at its own hyphen, or between syllables."""
    places = [match.start() for match in _SPLIT.finditer(word) if 2 <= match.start() <= len(word) - 3]
    parts = [(f"{word[:place]}-", word[place:]) for place in places if word.isalpha()]
    parts += [(word[: match.end()], word[match.end() :]) for match in re.finditer(r"(?<=\w)-(?=\w)", word)]
    fitting = [part for part in parts if stringWidth(part[0], font, _SIZE) <= room]
    return max(fitting, key=lambda part: len(part[0]), default=("", word))
