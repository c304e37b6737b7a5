"""Rows on their way into a segment, and segments on the disk."""

import io
from array import array
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from foedus.ledger.columns.manifest import Segment, write_whole
from foedus.ledger.columns.scheme import COLUMNS, ENDED

Array = NDArray[Any]
_CODES = {"i4": "i", "u4": "I", "i2": "h", "u1": "B", "f4": "f"}
_ORDER = ("weight", "stage", "item", "recipient", "supplier")
"""Rows of a segment are sorted by these, the last one first: what is counted together lies together."""


class Rows:
    """Rows in memory, column by column."""

    def __init__(self) -> None:
        """Empty."""
        self.columns: dict[str, array[Any]] = {name: array(_CODES[code]) for name, code in COLUMNS.items()}
        self.ended: array[int] = array(_CODES[ENDED])

    def __len__(self) -> int:
        return len(self.ended)

    def add(self, row: Sequence[float], ended: int) -> None:
        """One row in the order of the columns."""
        for column, value in zip(self.columns.values(), row, strict=True):
            column.append(value)
        self.ended.append(ended)

    def extend(self, folder: Path, segment: Segment) -> None:
        """The rows of a segment that is to grow."""
        for name, column in self.columns.items():
            column.frombytes(load(folder, segment, name).tobytes())
        self.ended.frombytes(load_ended(folder, segment).tobytes())

    def write(self, folder: Path, generation: int, number: int) -> Segment:
        """The rows as a new segment, sorted; a name that was never used before."""
        name = f"segment-{generation}-{number}"
        (folder / name).mkdir(exist_ok=True)
        columns = {column: np.frombuffer(values, dtype=values.typecode) for column, values in self.columns.items()}
        order = np.lexsort([columns[column] for column in _ORDER])
        for column, values in columns.items():
            _save(folder / name / f"{column}.npy", values[order].astype(COLUMNS[column]))
        ended = np.frombuffer(self.ended, dtype=self.ended.typecode)
        return Segment(name, write_ended(folder, f"{name}-ended-{generation}.npy", ended[order]), len(self))


def load(folder: Path, segment: Segment, column: str) -> Array:
    """A column of a segment, mapped: it costs no memory but while it is looked at."""
    return np.load(folder / segment.folder / f"{column}.npy", mmap_mode="r")  # type: ignore[no-any-return] # numpy's


def load_ended(folder: Path, segment: Segment) -> Array:
    """The batches that ended the rows of a segment."""
    return np.load(folder / segment.ended, mmap_mode="r")  # type: ignore[no-any-return] # numpy's


def write_ended(folder: Path, name: str, ended: Array) -> str:
    """The batches that ended rows, in a new file; its name."""
    _save(folder / name, ended.astype(ENDED))
    return name


def _save(file: Path, values: Array) -> None:
    stream = io.BytesIO()
    np.save(stream, values, allow_pickle=False)
    write_whole(file, stream.getvalue())
