"""Boosted regression trees, computed over all rows and trees at once (Friedman 2001; trained with LightGBM)."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]


class Trees(NamedTuple):
    """Trees by node: shape (trees, nodes). A node sends a row left where its feature is at most the threshold; a leaf
    sends it to itself. `values` are the leaves' log-odds, those of inner nodes the mean below them."""

    features: Ints
    thresholds: Floats
    left: Ints
    right: Ints
    values: Floats
    depth: int

    def log_odds(self, rows: Floats) -> Floats:
        """Sum of the leaves that each row (rows, features) falls into; shape (rows,)."""
        trees = np.arange(len(self.features))
        at = np.zeros((len(rows), len(self.features)), dtype=np.int32)
        row = np.arange(len(rows))[:, None]
        for _ in range(self.depth):
            goes_left = rows[row, self.features[trees, at]] <= self.thresholds[trees, at]
            at = np.where(goes_left, self.left[trees, at], self.right[trees, at])
        total: Floats = self.values[trees, at].sum(axis=1)
        return total

    def shares(self, row: Floats) -> dict[int, float]:
        """What each feature adds to one row's log-odds: the change of the mean at each node passed (Saabas 2014)."""
        found: dict[int, float] = {}
        for tree in range(len(self.features)):
            at = 0
            for _ in range(self.depth):
                feature = int(self.features[tree, at])
                goes_left = row[feature] <= self.thresholds[tree, at]
                after = int(self.left[tree, at] if goes_left else self.right[tree, at])
                if after == at:
                    break
                found[feature] = found.get(feature, 0.0) + float(self.values[tree, after] - self.values[tree, at])
                at = after
        return found


def probability(log_odds: Floats) -> Floats:
    """The logistic function."""
    share: Floats = (1.0 / (1.0 + np.exp(-log_odds))).astype(np.float32)
    return share
