"""A table as Parquet files by day, written from a stream: `day=2024-04-20/part-1.parquet`, and so on."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Generic

from foedus.publish.arrow import batch_of, check_pyarrow, schema_of
from foedus.publish.column import Sheet, T
from foedus.publish.days import COLUMN, UNKNOWN, day_of
from foedus.publish.parquet import COMPRESSION, GROUP_ROWS

if TYPE_CHECKING:
    import pyarrow.parquet as pq

AT_ONCE = 1_000
"""Rows that are held before they are written."""


class _Days(Generic[T]):
    """Takes rows, best by day: a file is closed once another day comes; that of no day stays open to the end."""

    def __init__(self, folder: Path, sheet: Sheet[T]) -> None:
        """Nothing is made in the folder before the first row comes."""
        self._folder = folder
        self._sheet = sheet
        self._day = ""
        self._files: dict[str, _File[T]] = {}
        self._parts: dict[str, int] = {}
        self.rows = 0

    def put(self, record: T, published: str | None) -> None:
        """A row under the day of a publication."""
        day = day_of(published)
        if day not in (UNKNOWN, self._day):
            self._close(self._day)
            self._day = day
        if day not in self._files:
            self._parts[day] = self._parts.get(day, 0) + 1
            path = self._folder / f"{COLUMN}={day}" / f"part-{self._parts[day]}.parquet"
            self._files[day] = _File(path, self._sheet)
        self._files[day].put(record)
        self.rows += 1

    def close(self) -> None:
        """Write what is held; the files are whole only then."""
        for day in list(self._files):
            self._close(day)

    def _close(self, day: str) -> None:
        if day in self._files:
            self._files.pop(day).close()


class _File(Generic[T]):
    """One file, its last rows still held."""

    def __init__(self, path: Path, sheet: Sheet[T]) -> None:
        self._path = path
        self._sheet = sheet
        self._held: list[T] = []
        self._writer: pq.ParquetWriter | None = None

    def put(self, record: T) -> None:
        self._held.append(record)
        if len(self._held) >= AT_ONCE:
            self._write()

    def close(self) -> None:
        self._write()
        if self._writer is not None:
            self._writer.close()

    def _write(self) -> None:
        import pyarrow.parquet as pq  # noqa: PLC0415 - an extra

        if self._writer is None:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._writer = pq.ParquetWriter(self._path, schema_of(self._sheet), compression=COMPRESSION)
        if self._held:
            self._writer.write_batch(batch_of(self._sheet, self._held), GROUP_ROWS)
            self._held.clear()


def write_days(folder: Path, sheet: Sheet[T], rows: Iterable[tuple[T, str | None]]) -> int:
    """All rows, each with its date of publication, into a folder; how many. Of no rows the columns alone.

    Held in memory are some thousand rows, however many there are. UsageError where pyarrow is missing.
    """
    check_pyarrow()
    files = _Days(folder, sheet)
    for record, published in rows:
        files.put(record, published)
    files.close()
    if not files.rows:
        _File(folder / f"{COLUMN}={UNKNOWN}" / "part-1.parquet", sheet).close()
    return files.rows
