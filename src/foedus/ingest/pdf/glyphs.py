"""A page to its characters with their places, turned upright; by PDFium.

Lengths are points (1/72 inch), x grows to the right and y upwards.
"""

import math
import sys
import unicodedata
from collections import Counter
from ctypes import byref, c_double
from typing import Any, NamedTuple

import pypdfium2 as pdfium
from pypdfium2 import raw

_HYPHENS = frozenset("\x02\ufffe\u00ad")
"""What PDFium gives for a hyphen at the end of a line; many fonts call their hyphen a soft one wherever it stands."""
_NO_LETTER = frozenset({"Cc", "Cn", "Co", "Cs"})
"""Categories of Unicode that are no text: codes of a font that does not say what they mean."""
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})


class Glyph(NamedTuple):
    """One character (a ligature is several): left and right edge, baseline, height of its font."""

    text: str
    left: float
    right: float
    base: float
    size: float


class Page(NamedTuple):
    """Glyphs in the file's order, spaces among them; its size; how many characters have no letter or lie across."""

    glyphs: list[Glyph]
    width: float
    height: float
    unknown: int
    turned: int


def read_page(page: pdfium.PdfPage) -> Page:
    """The characters of a page as it is seen; what lies outside of it or across most of its text is left out."""
    text = page.get_textpage()
    frame = page.get_bbox()
    found: list[tuple[int, Glyph]] = []
    unknown = 0
    for index in range(text.count_chars()):
        character = _character(raw.FPDFText_GetUnicode(text.raw, index))
        if character is None:
            unknown += 1
        if not character or character in "\r\n":
            continue
        if raw.FPDFText_IsGenerated(text.raw, index):
            if character == " " and found:
                turn, last = found[-1]
                found.append((turn, last._replace(text=" ", left=last.right)))
            continue
        if placed := _placed(text.raw, index, character, frame):
            found.append(placed)
    text.close()
    most = Counter(turn for turn, _ in found).most_common(1)[0][0] if found else 0
    glyphs = [glyph for turn, glyph in found if turn == most]
    width, height = frame[2] - frame[0], frame[3] - frame[1]
    if most % 2:
        width, height = height, width
    return Page(glyphs, width, height, unknown, len(found) - len(glyphs))


def _character(code: int) -> str | None:
    """The text of a character; None where its font does not say which letter it is."""
    if code > sys.maxunicode:
        return None
    character = chr(code)
    if character in _HYPHENS:
        return "-"
    if character == "\ufffd" or (character not in "\t\r\n" and unicodedata.category(character) in _NO_LETTER):
        return None
    return character.translate(_LIGATURES)


def _placed(text: Any, index: int, character: str, frame: tuple[float, ...]) -> tuple[int, Glyph] | None:  # noqa: ANN401 - a pointer of ctypes
    """Quarter turns against the clock, and the glyph as it stands when the page is turned back; None outside it."""
    box, x, y = raw.FS_RECTF(), c_double(), c_double()
    raw.FPDFText_GetLooseCharBox(text, index, byref(box))
    raw.FPDFText_GetCharOrigin(text, index, byref(x), byref(y))
    left, bottom, right, top = frame
    if not (left <= x.value <= right and bottom <= y.value <= top):
        return None
    turn = round(-raw.FPDFText_GetCharAngle(text, index) * 2 / math.pi) % 4  # PDFium counts with the clock
    if turn == 0:
        return turn, Glyph(character, box.left - left, box.right - left, y.value - bottom, box.top - box.bottom)
    if turn == 1:
        return turn, Glyph(character, box.bottom - bottom, box.top - bottom, right - x.value, box.right - box.left)
    if turn == 2:
        return turn, Glyph(character, right - box.right, right - box.left, top - y.value, box.top - box.bottom)
    return turn, Glyph(character, top - box.top, top - box.bottom, x.value - left, box.right - box.left)
