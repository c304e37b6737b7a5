"""Named features as rows of numbers: a name stands for how often it went with a claim in the training material."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from foedus.reader.deciding.trees import Floats

Value = float | str
ABSENT = -1.0
NOTHING: Mapping[str, Value] = {}


@dataclass(frozen=True, eq=False)
class Encoder:
    """Columns in their order; `tables` give the number of each name of the columns that hold names."""

    columns: tuple[str, ...]
    tables: Mapping[str, Mapping[str, float]]

    def rows(self, values: Sequence[Mapping[str, Value]], shared: Mapping[str, Value] = NOTHING) -> Floats:
        """A matrix (values, columns); what a row does not have is ABSENT. `shared` are values of all rows."""
        common = self._over(self._absent, shared)
        made = [self._over(common, one) for one in values]
        return np.array(made, dtype=np.float32).reshape(len(made), len(self.columns))

    def _over(self, row: list[float], values: Mapping[str, Value]) -> list[float]:
        """A copy of the row with the values in their columns."""
        row = row.copy()
        places = self._places
        for name, value in values.items():
            place = places.get(name)
            if place is None:
                continue
            number, table = place
            if table is None:
                row[number] = value  # type: ignore[assignment]  # a column without a table holds no names
            else:
                row[number] = table.get(value if isinstance(value, str) else str(value), ABSENT)
        return row

    @cached_property
    def _places(self) -> dict[str, tuple[int, Mapping[str, float] | None]]:
        """Number and table of each column."""
        return {column: (number, self.tables.get(column)) for number, column in enumerate(self.columns)}

    @cached_property
    def _absent(self) -> list[float]:
        """A row that has nothing; a name that is not there may have a number too."""
        return [self.tables.get(column, {}).get("", ABSENT) for column in self.columns]


def encoder(values: Iterable[Mapping[str, Value]], made: Iterable[bool]) -> Encoder:
    """The encoder of training rows: names become the share of their rows that made a claim, smoothed."""
    counts: dict[str, dict[str, list[int]]] = {}
    columns: set[str] = set()
    for one, label in zip(values, made, strict=True):
        columns |= one.keys()
        for column, value in one.items():
            if isinstance(value, str):
                pair = counts.setdefault(column, {}).setdefault(value, [0, 0])
                pair[0] += 1
                pair[1] += label
    tables = {
        column: {name: round((hit + 3) / (met + 30), 4) for name, (met, hit) in sorted(names.items())}
        for column, names in counts.items()
    }
    return Encoder(tuple(sorted(columns)), tables)
