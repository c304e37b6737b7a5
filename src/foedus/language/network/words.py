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
KEPT = 6_000
"""Forms that are kept (5 to 8 KiB each); then all are forgotten, so that memory does not grow."""
ROOM = 1_000
"""For how many forms more room is made at once."""


class Words:
    """The forms met, with what they give to the gates of the `first` layer in either direction."""

    def __init__(self, weights: Weights, first: Layer) -> None:
        self._weights = weights
        self._first = first
        self._hidden = weights.hidden
        self._rows: dict[str, int] = {}
        self._given = self._room(ROOM)
        gram = weights.arrays["gram"]
        self._gram = np.vstack([gram, np.zeros_like(gram[:1])])  # the last row fills up

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
        gates = places.gates(self._hidden)
        for way, order in enumerate((rows, rows[places.turned])):
            np.take(self._given[way], order, axis=0, out=gates[way, : len(rows)], mode="clip")
        return gates

    def _add(self, new: list[str]) -> None:
        start = len(self._rows)
        lacking = start + len(new) - self._given.shape[1]
        if lacking > 0:
            self._given = np.concatenate([self._given, self._room(max(lacking, ROOM))], axis=1)
        read = self._weights.features.read
        self._given[:, start : start + len(new)] = self._first.given(self._computed([read(form) for form in new]))
        self._rows.update((form, start + i) for i, form in enumerate(new))

    def _room(self, forms: int) -> Array:
        return np.empty((2, forms, 4 * self._hidden), np.float32)

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
