"""CSV as RFC 4180 has it, in UTF-8, with the names of the columns first."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from foedus.publish.batches import batches
from foedus.publish.column import Sheet, T

MEDIA_TYPE = "text/csv; charset=utf-8; header=present"

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""Beginnings by which spreadsheets take a cell for a formula (OWASP, CSV injection)."""

_AT_ONCE = 200
"""Rows of a piece."""


def csv_pieces(sheet: Sheet[T], records: Iterable[T]) -> Iterator[bytes]:
    """The file in pieces; of no records the names of the columns alone.

    The first piece holds records: where they cannot be asked for, nothing is written.
    """
    names = _lines([[column.name for column in sheet.columns]])
    for some in batches(records, _AT_ONCE):
        yield names + _lines([[harmless(column.cell(record)) for column in sheet.columns] for record in some])
        names = b""
    if names:
        yield names


def harmless(cell: str) -> str:
    """With an apostrophe before what a spreadsheet would run as a formula: it then shows the words as they are."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _lines(rows: Sequence[Sequence[str]]) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerows(rows)  # ends lines with CR LF
    return text.getvalue().encode()
