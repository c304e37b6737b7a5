"""Parquet with typed columns, a row group at a time; pyarrow writes it, where it is installed."""

import io
from collections.abc import Iterable, Iterator

from foedus.publish.arrow import batch_of, check_pyarrow, schema_of
from foedus.publish.batches import batches
from foedus.publish.column import Sheet, T

MEDIA_TYPE = "application/vnd.apache.parquet"

GROUP_ROWS = 5_000
"""Records of a row group, which is held in memory: with claims some ten megabytes."""

COMPRESSION = "zstd"


def parquet_pieces(sheet: Sheet[T], records: Iterable[T]) -> Iterator[bytes]:
    """The file in pieces. UsageError at once where pyarrow is missing; of no records the schema alone."""
    check_pyarrow()
    return _written(sheet, records)


def _written(sheet: Sheet[T], records: Iterable[T]) -> Iterator[bytes]:
    import pyarrow.parquet as pq  # noqa: PLC0415 - an extra

    out = _Pipe()
    with pq.ParquetWriter(out, schema_of(sheet), compression=COMPRESSION) as writer:
        for some in batches(records, GROUP_ROWS):
            writer.write_batch(batch_of(sheet, some))
            yield out.taken()
    yield out.taken()


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
