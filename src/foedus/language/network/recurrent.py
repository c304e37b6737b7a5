"""A recurrent layer that reads sentences forward and backward at once (LSTM; Hochreiter & Schmidhuber 1997)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from foedus.language.network.weights import Array, Weights

FEW = 3
"""Up to how many sentences a matrix takes one by one: more go together, and then by fours, as processors have it."""
GROUP = 4
Ints = NDArray[np.int64]


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
        self._state = [arrays[way + "state"] * half for way in ways]

    def __call__(self, x: Array, places: Places) -> Array:
        """(words, width) to (words, 2 * hidden); the words in the order of `places.forward`."""
        gates = places.gates(self._hidden)
        for way, seen in enumerate((x, x[places.turned])):
            gates[way, : len(x)] = self.given(seen, way)
        return self.read(gates, places)

    def given(self, x: Array, way: int) -> Array:
        """(words, width) to (words, 4 * hidden): what words give to the gates of a direction, whatever stands around
        them."""
        given: Array = x @ self._in[way]
        given += self._bias[way]
        return given

    def read(self, gates: Array, places: Places) -> Array:
        """What the words give to the gates, in the order of the steps of either direction, to (words, 2 * hidden)."""
        said = self._said(gates, places)
        count = len(places.turned)
        return np.concatenate([said[0, :count], said[1][places.turned]], axis=1)

    def _said(self, gates: Array, places: Places) -> Array:
        """What either direction says at each of its steps, which lie one after another.

        A step is rounded up to a group of sentences. Those behind its own have ended or not begun: what they say is
        overwritten by the next step or never looked at.
        """
        hidden, most = self._hidden, places.widths[0]
        said = np.empty((2, gates.shape[1], hidden), np.float32)
        memory = np.zeros((2, most, hidden), np.float32)
        now = np.empty((2, most, 4 * hidden), np.float32)
        before: Array | None = None
        for start, width in zip(places.starts, places.widths, strict=True):
            here, kept = now[:, :width], memory[:, :width]
            if before is None:
                here[:] = gates[:, start : start + width]
            else:
                self._put(before, here, width)
                here += gates[:, start : start + width]
            np.tanh(here, out=here)
            opened, candidate = here[..., : 3 * hidden], here[..., 3 * hidden :]
            opened *= 0.5
            opened += 0.5
            kept *= opened[..., hidden : 2 * hidden]
            candidate *= opened[..., :hidden]
            kept += candidate
            before = said[:, start : start + width]
            np.tanh(kept, out=before)
            before *= opened[..., 2 * hidden :]
        return said

    def _put(self, before: Array, here: Array, width: int) -> None:
        """What the states before give to the gates of `width` sentences."""
        for way, weights in enumerate(self._state):
            if width > FEW:
                np.dot(before[way, :width], weights, out=here[way])
            else:
                for sentence in range(width):
                    np.dot(before[way, sentence], weights, out=here[way, sentence])


class Places:
    """The words of a batch in the order of the steps that read them: at each step one word of every sentence that has
    one left, the longest sentence first. `forward` are the words' numbers in the order of forward steps; `turned` leads
    from that order to the order of backward steps, and back."""

    def __init__(self, lengths: Ints) -> None:
        order = np.argsort(-lengths, kind="stable")
        rank = np.empty_like(order)
        rank[order] = np.arange(len(order))
        firsts = np.cumsum(lengths) - lengths
        step = np.arange(int(lengths.sum())) - np.repeat(firsts, lengths)
        last = np.repeat(lengths, lengths) - 1
        alive = np.bincount(step, minlength=1)
        starts = np.cumsum(alive) - alive
        row = np.repeat(rank, lengths)
        place = starts[step] + row
        self.forward = np.empty_like(place)
        self.forward[place] = np.arange(len(place))
        self.turned = (starts[last - step] + row)[self.forward]
        self.back = place
        """The place of each word in that order."""
        self.starts: list[int] = starts.tolist()
        self.widths = [int(n) if n <= FEW else int(-(-n // GROUP) * GROUP) for n in alive]

    def gates(self, hidden: int) -> Array:
        """Room for what all words give to the gates, and at the end for a group that gives nothing."""
        words = len(self.turned)
        room = np.empty((2, words + GROUP, 4 * hidden), np.float32)
        room[:, words:] = 0
        return room
