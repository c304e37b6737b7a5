"""Regularised logistic regression over marks, by L-BFGS."""

from collections import Counter
from collections.abc import Sequence

import numpy as np
from scipy.sparse import csr_matrix

from foedus.learning import regression
from foedus.reader.deciding.decider import rates_of
from foedus.reader.deciding.features import Features
from foedus.reader.deciding.linear import RATES, Linear, marks_of

LEAST = 4
"""How many rows a mark must stand in."""
STRENGTH = 0.05
ROUNDS = 80
SMALLEST = 0.02
"""Weights below this are left out of the model."""


class Matrix:
    """Rows of marks, made once and cut by folds."""

    def __init__(self, features: Sequence[Features]) -> None:
        listed = [sorted(set(marks_of(one))) for one in features]
        counts = Counter(mark for marks in listed for mark in marks)
        self.names = sorted(mark for mark, met in counts.items() if met >= LEAST)
        place = {mark: number for number, mark in enumerate(self.names)}
        width = len(self.names) + len(RATES)
        starts, columns, values = [0], [], []
        for one, marks in zip(features, listed, strict=True):
            known = [place[mark] for mark in marks if mark in place]
            columns += [*known, *range(len(self.names), width)]
            values += [1.0] * len(known) + rates_of(one)
            starts.append(len(columns))
        self.rows = csr_matrix(
            (np.array(values), np.array(columns, dtype=np.int32), np.array(starts, dtype=np.int32)),
            shape=(len(features), width),
        )


def fitted(matrix: Matrix, chosen: np.ndarray, made: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Weights of marks and rates, and the bias last, for the chosen rows."""
    return regression.fitted(matrix.rows[chosen], made[chosen], weights[chosen] * STRENGTH, ROUNDS)


def log_odds(matrix: Matrix, chosen: np.ndarray, at: np.ndarray) -> np.ndarray:
    """Log-odds of the chosen rows."""
    found: np.ndarray = matrix.rows[chosen] @ at[:-1] + at[-1]
    return found


def linear(matrix: Matrix, at: np.ndarray) -> Linear:
    """The model as it is shipped."""
    width = len(matrix.names)
    marks = {
        mark: round(float(weight), 3)
        for mark, weight in zip(matrix.names, at[:width], strict=True)
        if abs(weight) >= SMALLEST
    }
    return Linear(marks, tuple(float(weight) for weight in at[width:-1]), float(at[-1]))
