"""Forms to what they give to the gates of the first layer, each form computed once and kept."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from foedus.language.network.features import LONGEST, MOST_GRAMS, PADDING, WordFeatures
from foedus.language.network.recurrent import Layer, Places
from foedus.language.network.weights import Array, Weights

WIDTHS = (2, 3, 4)
"""Letters that a filter looks at."""
KEPT = 20_000
"""Forms whose vectors are kept (1.3 KiB each); then all are forgotten, so that memory does not grow."""
READY = 2_000
"""Of those the first ones met, the language's small words among them, with what they give (5 to 8 KiB each)."""


class Words:
    """The forms met, and what they give to the gates of the `first` layer in either direction."""

    def __init__(self, weights: Weights, first: Layer) -> None:
        self._weights = weights
        self._first = first
        self._rows: dict[str, int] = {}
        arrays = weights.arrays
        filters = sum(arrays[f"filter{width}"].shape[1] for width in WIDTHS)
        wide = arrays["word"].shape[1] + arrays["gram"].shape[1] + filters + arrays["shape"].shape[1]
        self._table = np.zeros((1024, wide), np.float32)
        self._given = np.empty((2, READY, 4 * weights.hidden), np.float32)
        self._gram = np.vstack([arrays["gram"], np.zeros_like(arrays["gram"][:1])])  # the last row fills up

    def gates(self, forms: Iterable[str], places: Places) -> Array:
        """What the forms give, in the order of the steps of either direction."""
        wanted = list(forms)
        new = [form for form in dict.fromkeys(wanted) if form not in self._rows]
        if new:
            if len(self._rows) + len(new) > KEPT:
                self._rows.clear()
                new = list(dict.fromkeys(wanted))
            self._add(new)
        rows = np.array([self._rows[form] for form in wanted])[places.forward]
        gates = places.gates(self._given.shape[2] // 4)
        for way, order in enumerate((rows, rows[places.turned])):
            put = gates[way, : len(rows)]
            np.take(self._given[way], order, axis=0, out=put, mode="clip")
            rare = np.flatnonzero(order >= READY)
            if len(rare):
                put[rare] = self._first.given(self._table[order[rare]], way)
        return gates

    def _add(self, new: list[str]) -> None:
        start = len(self._rows)
        end = start + len(new)
        while end > len(self._table):
            self._table = np.vstack([self._table, np.zeros_like(self._table)])
        read = self._weights.features.read
        self._table[start:end] = self._computed([read(form) for form in new])
        if start < READY:
            for way in (0, 1):
                self._given[way, start:end] = self._first.given(self._table[start : min(end, READY)], way)
        self._rows.update((form, start + i) for i, form in enumerate(new))

    def _computed(self, read: list[WordFeatures]) -> Array:
        """The vectors of forms."""
        arrays = self._weights.arrays
        letters = np.full((len(read), LONGEST), PADDING, np.int64)
        grams = np.full((len(read), MOST_GRAMS), len(self._gram) - 1, np.int64)
        for i, row in enumerate(read):
            letters[i, : len(row.letters)] = row.letters
            grams[i, : len(row.grams)] = row.grams
        counts = np.array([[len(row.grams)] for row in read], np.float32)
        return np.hstack(
            [
                arrays["word"][[row.word for row in read]],
                self._gram[grams].sum(1) / counts,
                *(self._filtered(letters, width) for width in WIDTHS),
                arrays["shape"][[row.shape for row in read]],
            ]
        )

    def _filtered(self, letters: NDArray[np.int64], width: int) -> Array:
        """The strongest answer of each filter of `width` letters, anywhere in the word."""
        arrays = self._weights.arrays
        spelt = arrays["letter"][letters]
        windows = np.concatenate([spelt[:, n : LONGEST - width + 1 + n] for n in range(width)], axis=2)
        best: Array = (windows @ arrays[f"filter{width}"] + arrays[f"filter{width}_bias"]).max(1)
        return np.tanh(best)
