"""A recurrent layer that reads sentences forward and backward at once (LSTM; Hochreiter & Schmidhuber 1997)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from foedus.language.network.weights import Array, Weights


class Layer:
    """One layer in both directions."""

    def __init__(self, weights: Weights, number: int) -> None:
        arrays = weights.arrays
        self._hidden = weights.hidden
        ways = [f"layer{number}_{way}_" for way in (0, 1)]
        # the logistic function is half the hyperbolic tangent of the half, plus a half: the half is in the weights
        half = np.where(np.arange(4 * weights.hidden) < 3 * weights.hidden, np.float32(0.5), np.float32(1))
        self._in = [arrays[way + "in"] * half for way in ways]
        self._bias = [arrays[way + "bias"] * half for way in ways]
        self._state = np.stack([arrays[way + "state"] * half for way in ways])

    def __call__(self, x: Array, places: Places) -> Array:
        """(words, width) to (words, 2 * hidden); the words of the sentences one after another."""
        hidden, sentences = self._hidden, len(places.lengths)
        gates = np.empty((places.steps, 2, sentences, 4 * hidden), np.float32)
        for way in (0, 1):
            put = x @ self._in[way]
            put += self._bias[way]
            gates[places.step[way], way, places.row] = put
        out = np.empty((len(x), 2, hidden), np.float32)
        state = np.zeros((2, sentences, hidden), np.float32)
        memory = np.zeros((2, sentences, hidden), np.float32)
        said = np.empty((places.steps, 2, sentences, hidden), np.float32)
        for t, alive in enumerate(places.alive):
            now = state[:, :alive] @ self._state
            now += gates[t, :, :alive]
            np.tanh(now, out=now)
            opened, candidate = now[..., : 3 * hidden], now[..., 3 * hidden :]
            opened *= 0.5
            opened += 0.5
            kept = memory[:, :alive]
            kept *= opened[..., hidden : 2 * hidden]
            candidate *= opened[..., :hidden]
            kept += candidate
            state = opened[..., 2 * hidden :] * np.tanh(kept)
            said[t, :, :alive] = state
        for way in (0, 1):
            out[:, way] = said[places.step[way], way, places.row]
        return out.reshape(len(x), 2 * hidden)


class Places:
    """Where each word of a batch stands: its sentence's row, longest first, and its step from either end."""

    def __init__(self, lengths: NDArray[np.int64]) -> None:
        order = np.argsort(-lengths, kind="stable")
        rank = np.empty_like(order)
        rank[order] = np.arange(len(order))
        self.steps = int(lengths.max())
        self.row = np.repeat(rank, lengths)
        starts = np.cumsum(lengths) - lengths
        forward = np.arange(int(lengths.sum())) - np.repeat(starts, lengths)
        backward = np.repeat(lengths, lengths) - 1 - forward
        self.step = (forward, backward)
        self.lengths = lengths
        descending = lengths[order]
        self.alive = [int((descending > t).sum()) for t in range(self.steps)]
