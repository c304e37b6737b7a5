"""Parquet with typed columns, a row group at a time; pyarrow writes it, where it is installed."""

import io
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from foedus.model.errors import UsageError
from foedus.publish.batches import batches
from foedus.publish.column import Kind, Sheet, T

if TYPE_CHECKING:
    import pyarrow as pa

MEDIA_TYPE = "application/vnd.apache.parquet"

GROUP_ROWS = 5_000
"""Records of a row group, which is held in memory: with claims some ten megabytes."""

MISSING = "Parquet needs pyarrow: install foedus[parquet], or ask for CSV or JSON lines"


def parquet_pieces(sheet: Sheet[T], records: Iterable[T]) -> Iterator[bytes]:
    """The file in pieces. UsageError at once where pyarrow is missing; of no records the schema alone."""
    try:
        import pyarrow  # noqa: F401, PLC0415 - an extra, and slow to import
    except ImportError as error:
        raise UsageError(MISSING) from error
    return _written(sheet, records)


def _written(sheet: Sheet[T], records: Iterable[T]) -> Iterator[bytes]:
    import pyarrow as pa  # noqa: PLC0415 - an extra
    import pyarrow.parquet as pq  # noqa: PLC0415 - an extra

    schema = pa.schema([(column.name, _type(column.kind)) for column in sheet.columns])
    out = _Pipe()
    with pq.ParquetWriter(out, schema, compression="zstd") as writer:
        for some in batches(records, GROUP_ROWS):
            columns = [[column.value(record) for record in some] for column in sheet.columns]
            arrays = [pa.array(values, type=field.type) for values, field in zip(columns, schema, strict=True)]
            writer.write_batch(pa.record_batch(arrays, schema=schema))
            yield out.taken()
    yield out.taken()


def _type(kind: Kind) -> "pa.DataType":
    import pyarrow as pa  # noqa: PLC0415 - an extra

    types = {
        "text": pa.string(),
        "texts": pa.list_(pa.string()),
        "whole": pa.int64(),
        "number": pa.float64(),
        "yes": pa.bool_(),
    }
    return types[kind]


class _Pipe(io.RawIOBase):
    """Takes what a writer writes from front to back, and gives it out."""

    def __init__(self) -> None:
        super().__init__()
        self._held = bytearray()
        self._written = 0

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        given = bytes(data)  # type: ignore[call-overload]  # whatever has a buffer
        self._held += given
        self._written += len(given)
        return len(given)

    def tell(self) -> int:
        return self._written

    def taken(self) -> bytes:
        """All that was written since the last time."""
        held = bytes(self._held)
        self._held.clear()
        return held
