"""Places of a network's nodes: those that are tied draw each other near, all keep apart (Fruchterman, Reingold 1991).

The same network lies the same way each time: it begins on a circle, in the order given.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

_STEPS = 160


class Frame(NamedTuple):
    """Where a figure may put its nodes: size, and what is left free at the sides and above and below."""

    width: float
    height: float
    side: float
    end: float


def places(nodes: int, ties: Sequence[tuple[int, int, float]], frame: Frame) -> list[tuple[float, float]]:
    """A place for each node; a tie is two nodes and a weight from 0 to 1."""
    if nodes == 0:
        return []
    angle = 2 * np.pi * np.arange(nodes) / nodes
    at = np.stack([np.cos(angle), np.sin(angle)], axis=1) * 0.5
    pull = np.zeros((nodes, nodes))
    for one, other, weight in ties:
        if one != other:
            pull[one, other] = pull[other, one] = max(pull[one, other], 0.4 + 0.6 * weight)
    apart = (1 / nodes) ** 0.5
    for step in range(_STEPS):
        away = at[:, None, :] - at[None, :, :]
        far = np.maximum(np.sqrt((away**2).sum(axis=2)), 1e-3)
        force = away * (apart**2 / far**2 - pull * far / apart)[:, :, None]
        move = force.sum(axis=1) - at * 0.4
        length = np.maximum(np.sqrt((move**2).sum(axis=1)), 1e-9)[:, None]
        at = at + move / length * np.minimum(length, 0.12 * (1 - step / _STEPS))
    return _fitted(_spread(_ranked(at), frame), frame)


def _ranked(at: NDArray[np.float64]) -> NDArray[np.float64]:
    """Half as they lie, half evenly by their order on each axis: no corner of the figure is left empty or crowded."""
    even = np.argsort(np.argsort(at, axis=0, kind="stable"), axis=0, kind="stable") / max(len(at) - 1, 1)
    low, high = at.min(axis=0), at.max(axis=0)
    shape: NDArray[np.float64] = (at - low) / np.maximum(high - low, 1e-9)
    return (shape + even) / 2


def _spread(at: NDArray[np.float64], frame: Frame) -> NDArray[np.float64]:
    """Moved apart where two would cover each other's names."""
    room = np.array([frame.width - 2 * frame.side, frame.height - 2 * frame.end])
    at = at * room
    need = np.array([96.0, 44.0])
    for _ in range(60):
        away = at[:, None, :] - at[None, :, :]
        over = np.maximum(1 - np.abs(away) / need, 0)
        close = over.min(axis=2)
        np.fill_diagonal(close, 0)
        if not close.any():
            break
        side = np.where(away[:, :, 1] >= 0, 1.0, -1.0)
        at[:, 1] += (close * side).sum(axis=1) * need[1] / 4
        at[:, 0] += (close * np.where(away[:, :, 0] >= 0, 1.0, -1.0)).sum(axis=1) * need[0] / 12
    return at


def _fitted(at: NDArray[np.float64], frame: Frame) -> list[tuple[float, float]]:
    low, high = at.min(axis=0), at.max(axis=0)
    room = np.array([frame.width - 2 * frame.side, frame.height - 2 * frame.end])
    if len(at) == 1:
        return [(frame.width / 2, frame.height / 2)]
    placed = (at - low) / np.maximum(high - low, 1e-9) * room + [frame.side, frame.end]
    return [(float(x), float(y)) for x, y in placed]
