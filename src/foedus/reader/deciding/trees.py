"""Boosted regression trees, computed over all rows and trees at once (Friedman 2001; trained with LightGBM)."""

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]
Places = NDArray[np.intp]
BLOCK = 256
"""Rows weighed at once: what they need stays in the processor's cache, whatever the document's length."""


class _Nodes(NamedTuple):
    """All trees' nodes one after another, brothers side by side, so that one number leads to both.

    `left` of a leaf is the leaf, and its threshold one that no value passes.
    """

    roots: Places
    features: Places
    thresholds: Floats
    left: Places
    values: Floats


@dataclass(frozen=True, eq=False)
class Trees:
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
        found = np.empty(len(rows), dtype=self.values.dtype)
        for start in range(0, len(rows), BLOCK):
            found[start : start + BLOCK] = self._leaves(rows[start : start + BLOCK]).sum(axis=1)
        return found

    def _leaves(self, rows: Floats) -> Floats:
        """The value of the leaf that each row falls into in each tree; shape (rows, trees)."""
        nodes = self._nodes
        flat = np.ascontiguousarray(rows).ravel()
        first = np.arange(len(rows))[:, None] * rows.shape[1]
        at = nodes.left[nodes.roots] + (rows[:, nodes.features[nodes.roots]] > nodes.thresholds[nodes.roots])
        for _ in range(self.depth - 1):
            goes_right = flat.take(nodes.features.take(at) + first) > nodes.thresholds.take(at)
            at = nodes.left.take(at)
            at += goes_right
        return nodes.values.take(at)

    @cached_property
    def _nodes(self) -> _Nodes:
        """The same trees as a row goes down them."""
        order: list[tuple[int, int]] = []
        left: list[int] = []
        roots: list[int] = []
        for tree, (lefts, rights) in enumerate(zip(self.left.tolist(), self.right.tolist(), strict=True)):
            roots.append(len(order))
            order.append((tree, 0))
            while len(left) < len(order):
                node = order[len(left)][1]
                is_leaf = lefts[node] == node
                left.append(len(left) if is_leaf else len(order))
                if not is_leaf:
                    order += [(tree, lefts[node]), (tree, rights[node])]
        at = tuple(np.array(order).T)
        onwards = np.array(left, dtype=np.intp)
        thresholds = np.where(onwards == np.arange(len(order)), np.inf, self.thresholds[at]).astype(np.float32)
        return _Nodes(np.array(roots, np.intp), self.features[at].astype(np.intp), thresholds, onwards, self.values[at])

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
