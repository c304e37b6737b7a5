"""Named features as rows of numbers: a name stands for how often it went with a claim in the training material."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from foedus.reader.deciding.trees import Floats

Value = float | str
ABSENT = -1.0


class Encoder(NamedTuple):
    """Columns in their order; `tables` give the number of each name of the columns that hold names."""

    columns: tuple[str, ...]
    tables: Mapping[str, Mapping[str, float]]

    def rows(self, values: Sequence[Mapping[str, Value]]) -> Floats:
        """A matrix (values, columns); what a row does not have is ABSENT."""
        made = np.full((len(values), len(self.columns)), ABSENT, dtype=np.float32)
        for number, column in enumerate(self.columns):
            table = self.tables.get(column)
            if table is None:
                made[:, number] = [one.get(column, ABSENT) for one in values]
            else:
                made[:, number] = [table.get(str(one.get(column, "")), ABSENT) for one in values]
        return made


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
