"""Whether a PDF is whole: its last lines say where its table of contents stands, and there it is.

PDFium puts a broken file together without a word; the analyst should know that something may be missing.
"""

import re

_TAIL = 2048
_START = re.compile(rb"startxref\s+(\d{1,15})")
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
