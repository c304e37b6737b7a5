"""The linker's sparse half: regularised logistic regression over keys and stepped numbers, by L-BFGS."""

from collections import Counter
from collections.abc import Sequence

import numpy as np
from scipy.sparse import csr_matrix

from foedus.learning import regression
from foedus.reader.linker.features import Row
from foedus.reader.linker.linear import ALL, key_marks, steps_of

LEAST = 4
STRENGTH = 0.1
ROUNDS = 60
SMALLEST = 0.02


class Matrix:
    """Rows of marks, made once and cut by folds."""

    def __init__(self, names: Sequence[str], rows: Sequence[Row]) -> None:
        steps = steps_of(np.array([row.numbers for row in rows], dtype=np.float32))
        listed = [_marks(name, row, step) for name, row, step in zip(names, rows, steps.tolist(), strict=True)]
        counts = Counter(mark for marks in listed for mark in marks)
        self.marks = sorted(mark for mark, met in counts.items() if met >= LEAST)
        place = {mark: number for number, mark in enumerate(self.marks)}
        starts, columns = [0], []
        for marks in listed:
            columns += [place[mark] for mark in marks if mark in place]
            starts.append(len(columns))
        values = np.ones(len(columns))
        self.rows = csr_matrix(
            (values, np.array(columns, dtype=np.int32), np.array(starts)), shape=(len(rows), len(self.marks))
        )

    def fitted(self, chosen: np.ndarray, made: np.ndarray, weights: np.ndarray) -> np.ndarray:
        """Weights of the marks, the bias last."""
        return regression.fitted(self.rows[chosen], made[chosen], weights[chosen] * STRENGTH, ROUNDS)

    def log_odds(self, chosen: np.ndarray, at: np.ndarray) -> np.ndarray:
        """Log-odds of the chosen rows."""
        found: np.ndarray = self.rows[chosen] @ at[:-1] + at[-1]
        return found

    def weights(self, at: np.ndarray) -> dict[str, float]:
        """The weights worth keeping, by mark."""
        return {
            mark: round(float(weight), 3)
            for mark, weight in zip(self.marks, at[:-1], strict=True)
            if abs(weight) >= SMALLEST
        }


def _marks(name: str, row: Row, steps: Sequence[int]) -> list[str]:
    found = list(key_marks(row.keys))
    for column, step in enumerate(steps):
        found += [f"#{name}#{column}#{step}", f"#{ALL}#{column}#{step}"]
    return found
