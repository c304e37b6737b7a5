"""Whether a PDF is whole: its last lines say where the table of its parts stands, and there it is.

PDFium puts a broken file together without a word; the analyst should know that something may be missing. What it does
not do without the last lines, find the part where all others hang, is done here.
"""

import re

_TAIL = 2048
_START = re.compile(rb"startxref\s+(\d{1,15})")
_CATALOG = re.compile(rb"\b(\d{1,9})\s+(\d{1,5})\s+obj\b(?:(?!endobj).){0,2000}?/Type\s*/Catalog\b", re.DOTALL)
_TABLE = re.compile(rb"\s*(?:xref\b|\d+\s+\d+\s+obj\b)")


def damage(data: bytes) -> str | None:
    """What is broken, in words; None where nothing is seen."""
    data = data[max(data.find(b"%PDF"), 0) :]  # places are counted from there
    starts = _START.findall(data, max(len(data) - _TAIL, 0))
    if not starts:
        return "the end of the file is missing"
    if not _TABLE.match(data, int(starts[-1])):
        return "the table of its parts is damaged"
    return None


def with_trailer(data: bytes) -> bytes | None:
    """A file that was cut off with last lines of its own, so that PDFium finds its parts; None where it has no root."""
    found = _CATALOG.findall(data)
    if not found:
        return None
    number, generation = found[-1]
    return data + b"\ntrailer\n<< /Root %s %s R >>\nstartxref\n0\n%%%%EOF\n" % (number, generation)
