"""Scores of heads to the best tree with one root (Chu & Liu 1965, Edmonds 1967)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from foedus.language.network.weights import Array


def best_tree(scores: Array) -> NDArray[np.int64]:
    """Head of each word; a root is its own head. `scores` is (words, words + 1), the last column for the root.

    The best head of each word is taken; only where that gives a circle, or not one root, the tree is searched for.
    """
    count = len(scores)
    heads = scores.argmax(1)
    if int((heads == count).sum()) == 1 and not _circle(heads.tolist(), count):
        return np.where(heads == count, np.arange(count), heads)
    found = _one_root(scores)
    return np.where(found == count, np.arange(count), found)


def _circle(heads: list[int], root: int) -> list[int]:
    """The words of some circle; none if every word comes down from the root."""
    state = [0] * len(heads)
    for start in range(len(heads)):
        path, word = [], start
        while word != root and not state[word]:
            state[word] = start + 1
            path.append(word)
            word = heads[word]
        if word != root and state[word] == start + 1 and word in path:
            return path[path.index(word) :]
    return []


def _one_root(scores: Array) -> NDArray[np.int64]:
    """The best tree with one root: of every word the best tree under it is searched for, as long as its bound (the best
    heads of all other words, whatever they give together) is above what was found. Two or three words are tried."""
    count = len(scores)
    if count == 1:
        return np.array([count])
    wide = scores.astype(np.float64)
    itself = np.arange(count)
    wide[itself, itself] = -np.inf
    root, inner = wide[:, count].copy(), wide[:, :count].max(1)
    bounds = root + inner.sum() - inner
    wide[:, count] = -np.inf
    best, found = -np.inf, np.full(count, count)
    for word in np.argsort(-bounds, kind="stable").tolist():
        if bounds[word] <= best:
            break
        under = wide.copy()
        under[word] = -np.inf
        under[word, count] = root[word]
        heads = _edmonds(under)
        total = float(under[itself, heads].sum())
        if total > best:
            best, found = total, heads
    return found


def _edmonds(scores: NDArray[np.float64]) -> NDArray[np.int64]:
    """Heads of the best tree; the last column is the root."""
    count = len(scores)
    heads: NDArray[np.int64] = scores.argmax(1)
    circle = _circle(heads.tolist(), count)
    if not circle:
        return heads
    inside = np.zeros(count, bool)
    inside[circle] = True
    outside = np.flatnonzero(~inside)
    # the circle becomes one word, the last before the root; an arc into it costs the arc of the circle it breaks
    lost = scores[circle] - scores[circle, heads[circle]][:, None]
    entering = lost[:, np.append(outside, count)]
    small = np.full((len(outside) + 1, len(outside) + 2), -np.inf)
    small[:-1, : len(outside)] = scores[np.ix_(outside, outside)]
    small[:-1, -1] = scores[outside, count]
    leaving = scores[np.ix_(outside, np.array(circle))]
    small[:-1, len(outside)] = leaving.max(1)
    small[-1, : len(outside)] = entering[:, :-1].max(0)
    small[-1, -1] = entering[:, -1].max()
    found = _edmonds(small)
    result = heads.copy()
    for k, word in enumerate(outside.tolist()):
        head = int(found[k])
        if head == len(outside):
            result[word] = circle[int(leaving[k].argmax())]
        else:
            result[word] = count if head == len(outside) + 1 else int(outside[head])
    above = int(found[-1])
    column = len(outside) if above == len(outside) + 1 else above
    broken = int(entering[:, column].argmax())
    result[circle[broken]] = count if column == len(outside) else int(outside[column])
    return result
