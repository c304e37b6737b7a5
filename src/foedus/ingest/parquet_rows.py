"""Parquet tables: a document a row, a few rows in memory at a time; needs pyarrow, which is an extra."""

from collections.abc import Iterator
from datetime import date
from typing import Any, BinaryIO

import msgspec

from foedus.ingest.columns import check_columns, columns_of
from foedus.ingest.formats import Nested
from foedus.ingest.limits import DAMAGED, Budget, damage
from foedus.ingest.options import Options
from foedus.ingest.problem import Problem, Result
from foedus.ingest.rows import Rows
from foedus.ingest.spool import seekable
from foedus.model.errors import InputError

EXTRACTOR = "parquet/1"
_ROWS = 32
"""So many rows are held at once: each may be as large as a document may be."""


def read_parquet(stream: BinaryIO, item: str, options: Options, _: Nested) -> Iterator[Result]:
    """A document or a problem for each row; InputError where it cannot be opened or has no column of text."""
    try:
        import pyarrow.parquet as parquet  # noqa: PLC0415, PLR0402 - an extra
    except ImportError as error:
        raise InputError(f"{item} needs pyarrow to be read: pip install 'foedus[parquet]'") from error
    with seekable(stream, item, options) as whole:
        try:
            table = parquet.ParquetFile(whole)
            _check_size(table, whole, item, options)
        except DAMAGED as error:
            raise InputError(f"{item} {damage(error)}") from error
        yield from _rows(table, item, options)


def _rows(table: Any, item: str, options: Options) -> Iterator[Result]:  # noqa: ANN401 - pyarrow has no types
    names = table.schema_arrow.names
    check_columns(names, {}, item, options)
    known = columns_of(options)
    rows = Rows(options, EXTRACTOR)
    number = 0
    try:
        for batch in table.iter_batches(_ROWS, columns=[name for name in names if name in known]):
            for record in batch.to_pylist():
                number += 1
                yield _document(rows, record, f"{item}:{number}", options)
    except DAMAGED as error:
        yield Problem(item, f"{item} {damage(error)} (behind row {number:,})")


def _document(rows: Rows, record: dict[str, Any], where: str, options: Options) -> Result:
    record = {name: value.isoformat() if isinstance(value, date) else value for name, value in record.items()}
    raw = msgspec.json.encode(record, enc_hook=str)
    if len(raw) > options.max_bytes:
        return Problem(where, f"{where} is longer than {options.max_bytes:,} bytes: raise --max-size or split it")
    try:
        return rows.document(record, raw, where)
    except InputError as error:
        return Problem(where, str(error))


def _check_size(table: Any, stream: BinaryIO, item: str, options: Options) -> None:  # noqa: ANN401 - pyarrow has no types
    """InputError where the columns, unpacked, are more than an archive may grow to."""
    here = stream.tell()
    size = stream.seek(0, 2)
    stream.seek(here)
    groups = (table.metadata.row_group(number) for number in range(table.metadata.num_row_groups))
    Budget(item, size, options).spend(sum(group.total_byte_size for group in groups))
