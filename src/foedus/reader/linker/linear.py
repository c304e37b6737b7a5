"""The linker's sparse half: weights of rate keys, and of numbers in steps, for each type and role and for all.

Numbers are looked up in one table for all rows at once; keys one by one.
"""

import gzip
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import NamedTuple

import numpy as np

from foedus.reader.deciding.trees import Floats, Ints
from foedus.reader.linker.features import NAMES, Row
from foedus.reader.linker.rates import NAMES as RATES

EDGES = np.array([0, 1, 2, 3, 4, 5, 6, 9, 14, 25], dtype=np.float32)
"""Where the steps of a number begin; what is below zero is a step of its own."""
STEPS = len(EDGES) + 1
ALL = "*"


class Linear(NamedTuple):
    """`keys` are weights of rate keys by their rate's number; `numbers` has the shape (names, columns, steps), its last
    name being that of all."""

    bias: float
    keys: Sequence[Mapping[str, float]]
    names: Mapping[str, int]
    numbers: Floats

    def log_odds(self, names: Sequence[str], numbers: Floats, rows: Sequence[Row]) -> Floats:
        """The log-odds of rows; `names` are their types and roles, `numbers` their columns."""
        if not rows:
            return np.zeros(0, dtype=np.float32)
        steps = steps_of(numbers)
        columns = np.arange(numbers.shape[1])
        own = np.array([self.names.get(name, len(self.names)) for name in names])
        total = self.numbers[own[:, None], columns, steps].sum(axis=1)
        total += self.numbers[-1][columns, steps].sum(axis=1)
        words = [sum(self.weights_of(row.keys)) for row in rows]
        odds: Floats = (total + np.array(words, dtype=np.float32) + self.bias).astype(np.float32)
        return odds

    def weights_of(self, keys: Sequence[str]) -> list[float]:
        """The weight of each of a row's keys."""
        return [weights.get(key, 0.0) for weights, key in zip(self.keys, keys, strict=True)]


def steps_of(numbers: Floats) -> Ints:
    """The step of each number; shape as given."""
    steps: Ints = np.searchsorted(EDGES, numbers, side="right").astype(np.int32)
    return steps


def key_marks(keys: Sequence[str]) -> Iterator[str]:
    """The marks of a row's keys."""
    for number, key in enumerate(keys):
        yield f"{number}:{key}"


def read_linear(folder: Traversable) -> Linear:
    """The model that `write_linear` wrote."""
    lines = gzip.decompress((folder / "linear.tsv.gz").read_bytes()).decode("utf-8").splitlines()
    bias, listed = lines[0].split("\t")
    names = {name: number for number, name in enumerate(listed.split(","))}
    table = np.zeros((len(names) + 2, len(NAMES), STEPS), dtype=np.float32)  # unknown names weigh nothing; all last
    keys: list[dict[str, float]] = [{} for _ in RATES]
    for line in lines[1:]:
        weight, _, mark = line.partition("\t")
        if mark.startswith("#"):
            name, column, step = mark[1:].split("#")
            row = len(names) + 1 if name == ALL else names[name]
            table[row, int(column), int(step)] = float(weight)
        else:
            number, _, key = mark.partition(":")
            keys[int(number)][key] = float(weight)
    return Linear(float(bias), keys, names, table)


def write_linear(bias: float, weights: Mapping[str, float], names: Sequence[str], folder: Path) -> None:
    """Write weights by mark: `#name#column#step` for numbers, `rate:key` for keys."""
    lines = [f"{bias:.4f}\t{','.join(names)}"]
    lines += [f"{weight:.3f}\t{mark}" for mark, weight in sorted(weights.items())]
    (folder / "linear.tsv.gz").write_bytes(gzip.compress("\n".join(lines).encode("utf-8"), mtime=0))
