"""Tables as CSV or TSV: a document a row, by the names in the first; whatever the delimiter, quotes and charset are."""

import codecs
import csv
import io
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from foedus.ingest.columns import check_columns, columns_of
from foedus.ingest.decode import decode
from foedus.ingest.formats import Nested
from foedus.ingest.options import Options
from foedus.ingest.problem import Problem, Result
from foedus.ingest.rows import Rows
from foedus.model.document import Note
from foedus.model.errors import InputError

EXTRACTOR = "csv/1"
_DELIMITERS = ",;\t|"
_WIDE = ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_ROW = 2
"""So many times the limit of one document may a row be long, with all its cells."""
_BETWEEN = "\n\f\n"
"""Stands between the cells of a row while its charset is guessed."""


class _Cells(NamedTuple):
    """A row as it can be read, and what had to be assumed."""

    texts: list[str]
    notes: tuple[Note, ...] = ()


def read_csv(stream: BinaryIO, item: str, options: Options, _: Nested) -> Iterator[Result]:
    """A document or a problem for each row below the names; InputError where no column of text is named."""
    # one number for the whole process, so it is only ever raised; lines and rows have limits of their own
    csv.field_size_limit(max(csv.field_size_limit(), _ROW * (options.max_bytes + 1)))
    lines = _Lines(stream, options.max_bytes)
    try:
        yield from _rows(lines, item, options)
    finally:
        lines.close()


def _rows(lines: "_Lines", item: str, options: Options) -> Iterator[Result]:
    table = _Table(lines, item, options)
    rows = Rows(options, EXTRACTOR)
    found = False
    for where, cells in table:
        if not found and not isinstance(cells, InputError):
            check_columns(table.names, dict(zip(table.names, cells.texts, strict=False)), item, options)
            found = True
        yield _row(rows, table.names, where, cells, lines.taken())
    if not found:
        check_columns(table.names, {}, item, options)
        yield Problem(item, f"{item} holds no row below the names of its columns")


def _row(rows: Rows, names: list[str], where: str, cells: _Cells | InputError, raw: bytes) -> Result:
    if isinstance(cells, InputError):
        return Problem(where, str(cells))
    count = len(cells.texts)
    if count > len(names):
        return Problem(where, f"{where} has {count} cells, and the first row {len(names)} names: check its quotes")
    try:
        return rows.document(dict(zip(names, cells.texts, strict=False)), raw, where, cells.notes)
    except InputError as error:
        return Problem(where, str(error))


class _Lines:
    """Lines of a stream as text, none longer than a limit; bytes that are no UTF-8 stay, hidden in half characters."""

    def __init__(self, stream: BinaryIO, limit: int) -> None:
        self._limit = limit
        self._taken: list[str] = []
        self._size = 0
        head = stream.peek(2)[:2] if isinstance(stream, io.BufferedReader) else b""
        self._codec = next((codec for mark, codec in _WIDE if head == mark), "utf-8-sig")
        errors = "surrogateescape" if self._codec == "utf-8-sig" else "replace"
        self._text = io.TextIOWrapper(stream, self._codec, errors, newline="")
        self.cut = False
        """Whether a line since the last row was longer than the limit, and was cut."""

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        """The next line; csv.Error where one row has gone on over lines beyond the limit."""
        line = rest = self._text.readline(self._limit + 1)
        if not line:
            raise StopIteration
        while len(rest) > self._limit and not rest.endswith(("\n", "\r")):
            self.cut = True
            rest = self._text.readline(self._limit + 1)
        self._size += len(line)
        if self._size > _ROW * self._limit:
            raise csv.Error(f"it goes on over lines for more than {self._limit:,} characters")
        self._taken.append(line)
        return line

    def taken(self) -> bytes:
        """The bytes of the lines since this was last asked."""
        raw = "".join(self._taken).encode(errors="surrogateescape").strip()
        self._taken.clear()
        self._size = 0
        return raw

    def close(self) -> None:
        """Leave the stream to whoever opened it."""
        self._text.detach()


class _Table:
    """Rows with their place; a row that cannot be parsed is an error in its stead."""

    def __init__(self, lines: _Lines, item: str, options: Options) -> None:
        self._lines = lines
        self._item = item
        self._limit = options.max_bytes
        first = next((line for line in lines if line.strip()), "")
        self._before = 1
        delimiter, self.names = _header(_readable([first], item).texts[0] if first else "", columns_of(options))
        self._reader = csv.reader(lines, delimiter=delimiter)
        lines.taken()

    def __iter__(self) -> Iterator[tuple[str, _Cells | InputError]]:
        while True:
            where = f"{self._item}:{self._before + self._reader.line_num + 1}"
            self._lines.cut = False
            try:
                cells = next(self._reader, None)
            except csv.Error as error:
                yield where, InputError(f"{where} is no row: {error}; is a quote never closed there?")
                self._lines.taken()
                continue
            if cells is None:
                return
            if cells:
                yield where, self._checked(cells, where)
            self._lines.taken()

    def _checked(self, cells: list[str], where: str) -> _Cells | InputError:
        if self._lines.cut:
            return InputError(f"{where} is longer than {self._limit:,} characters: raise --max-size or split it")
        try:
            return _readable(cells, where)
        except InputError as error:
            return error


def _header(line: str, known: dict[str, str]) -> tuple[str, list[str]]:
    """Delimiter and names: the delimiter by which most names are known, else by which there are most."""
    parsed = {sign: next(csv.reader([line], delimiter=sign), []) for sign in _DELIMITERS}
    cells = {sign: [name.strip() for name in names] for sign, names in parsed.items()}
    best = max(_DELIMITERS, key=lambda sign: (sum(name in known for name in cells[sign]), len(cells[sign])))
    return best, cells[best]


def _readable(cells: list[str], where: str) -> _Cells:
    """The cells; where their bytes are no UTF-8, in the charset that is guessed for the row."""
    whole = _BETWEEN.join(cells)
    if whole.isascii() or not any("\udc80" <= character <= "\udcff" for character in whole):
        return _Cells(cells)
    decoded = decode(whole.encode(errors="surrogateescape"), where)
    return _Cells(decoded.text.split(_BETWEEN), decoded.notes)
