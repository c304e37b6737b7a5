"""Forms to vectors, each form computed once and kept."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from foedus.language.network.features import LONGEST, MOST_GRAMS, PADDING, WordFeatures
from foedus.language.network.weights import Array, Weights

WIDTHS = (2, 3, 4)
"""Letters that a filter looks at."""
KEPT = 20_000
"""Forms whose vectors are kept; then all are forgotten, so that memory does not grow."""


class Words:
    """The table of vectors of the forms met."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._rows: dict[str, int] = {}
        arrays = weights.arrays
        filters = sum(arrays[f"filter{width}"].shape[1] for width in WIDTHS)
        self.width = arrays["word"].shape[1] + arrays["gram"].shape[1] + filters + arrays["shape"].shape[1]
        self._table = np.zeros((1024, self.width), np.float32)
        self._gram = np.vstack([arrays["gram"], np.zeros_like(arrays["gram"][:1])])  # the last row fills up

    def vectors(self, forms: Iterable[str]) -> Array:
        """One row for each form."""
        wanted = list(forms)
        new = [form for form in dict.fromkeys(wanted) if form not in self._rows]
        if new:
            if len(self._rows) + len(new) > KEPT:
                self._rows.clear()
                new = list(dict.fromkeys(wanted))
            self._add(new)
        rows = self._rows
        return self._table[[rows[form] for form in wanted]]

    def _add(self, new: list[str]) -> None:
        start = len(self._rows)
        while start + len(new) > len(self._table):
            self._table = np.vstack([self._table, np.zeros_like(self._table)])
        read = self._weights.features.read
        self._table[start : start + len(new)] = self._computed([read(form) for form in new])
        self._rows.update((form, start + i) for i, form in enumerate(new))

    def _computed(self, read: list[WordFeatures]) -> Array:
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
