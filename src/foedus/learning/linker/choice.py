"""Boosted trees that choose: the candidates of one role compete, and nobody is one of them.

The loss is the cross-entropy of a softmax over the rows of a slate (Cao and others 2007, ListNet); where several hold
the role, each has its part of the target.
"""

from typing import Any

import lightgbm
import numpy as np

from foedus.learning.decider.boosting import PARAMETERS, flattened
from foedus.reader.deciding.trees import Trees

CHOICE: dict[str, Any] = {**PARAMETERS, "num_leaves": 63, "max_depth": 9, "feature_fraction": 0.3}
LEAST = 1e-3


def chosen(rows: np.ndarray, made: np.ndarray, weights: np.ndarray, starts: np.ndarray, rounds: int) -> Trees:
    """Trees whose sums are scores; `starts` are the first rows of the slates, `made` the rows that hold the role."""
    sizes = np.diff(np.append(starts, len(rows)))
    total = np.repeat(np.add.reduceat(made.astype(float), starts), sizes)
    target = made / np.maximum(total, 1)
    heavy = weights * (total > 0)

    def slope(scores: np.ndarray, _: lightgbm.Dataset) -> tuple[np.ndarray, np.ndarray]:
        shares = _softmax(scores, starts, sizes)
        return (shares - target) * heavy, np.maximum(shares * (1 - shares), LEAST) * heavy

    data = lightgbm.Dataset(rows, made.astype(float))
    return flattened(lightgbm.train({**CHOICE, "objective": slope}, data, rounds))


def _softmax(scores: np.ndarray, starts: np.ndarray, sizes: np.ndarray) -> np.ndarray:
    powers = np.exp(scores - np.repeat(np.maximum.reduceat(scores, starts), sizes))
    shares: np.ndarray = powers / np.repeat(np.add.reduceat(powers, starts), sizes)
    return shares
