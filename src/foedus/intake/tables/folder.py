"""The folder that a cluster's job wrote: which reader made it, its days, and the rows of each day's files."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from foedus.model.errors import InputError, UsageError
from foedus.publish.arrow import check_pyarrow
from foedus.publish.days import COLUMN
from foedus.scale.journal import HERE, JOB, Job

_ROWS = 256
"""Rows that are held at once; a document's row has its text."""


class TableFolder:
    """Tables in a folder on this machine; nothing is read before it is asked for."""

    def __init__(self, folder: Path) -> None:
        """InputError where it is none that a job wrote; UsageError where pyarrow is missing."""
        check_pyarrow()
        self.path = folder
        self.job = _job(folder)

    def days(self) -> list[str]:
        """The days of which there are documents, `unknown` last."""
        return sorted(one.name.removeprefix(f"{COLUMN}=") for one in (self.path / "documents").glob(f"{COLUMN}=*"))

    def documents(self, day: str, columns: Sequence[str]) -> Iterator[dict[str, Any]]:
        """Rows of the table of documents."""
        return self._rows(self.path / "documents" / f"{COLUMN}={day}", columns)

    def claims(self, day: str, columns: Sequence[str]) -> Iterator[dict[str, Any]]:
        """Rows of the table of claims."""
        return self._rows(self.path / "claims" / f"{COLUMN}={day}", columns)

    def problems(self) -> int:
        """How many items could not be read."""
        import pyarrow.parquet as pq  # noqa: PLC0415 - an extra

        return sum(
            pq.ParquetFile(file).metadata.num_rows for file in sorted((self.path / "problems").glob("*.parquet"))
        )

    def _rows(self, folder: Path, columns: Sequence[str]) -> Iterator[dict[str, Any]]:
        import pyarrow as pa  # noqa: PLC0415 - an extra
        import pyarrow.parquet as pq  # noqa: PLC0415 - an extra

        for file in sorted(folder.glob("*.parquet")):
            try:
                with pq.ParquetFile(file) as opened:
                    for batch in opened.iter_batches(_ROWS, columns=list(columns)):
                        yield from batch.to_pylist()
            except (pa.ArrowException, OSError) as error:
                raise InputError(f"{file} cannot be read: {error}; what came before it is kept") from error


def _job(folder: Path) -> Job:
    if not folder.is_dir():
        raise UsageError(f"{folder} is no folder: name the one that foedus scale submit wrote, or a copy of it here")
    record = folder / HERE / JOB
    try:
        return msgspec.json.decode(record.read_bytes(), type=Job)
    except FileNotFoundError as error:
        raise InputError(
            f"{folder} is not the work of foedus scale submit: it has no {HERE}/{JOB} "
            "(a ledger is carried by foedus backup and foedus restore)"
        ) from error
    except (OSError, ValueError) as error:  # msgspec's errors are ValueErrors
        raise InputError(f"{record} cannot be read: {error}") from error
