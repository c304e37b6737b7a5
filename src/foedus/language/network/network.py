"""The network over a batch of sentences: tags, heads and labels (biaffine attention; Dozat & Manning 2017)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from foedus.language.network.recurrent import Layer, Places
from foedus.language.network.tree import best_tree
from foedus.language.network.weights import Array, Weights
from foedus.language.network.words import Words

Ints = NDArray[np.int64]
_SLOPE = np.float32(0.1)


class Parsed(NamedTuple):
    """Numbers of UPOS, features and labels for each word, and heads counted in the sentence; a root heads itself."""

    upos: list[int]
    feats: list[int]
    heads: list[int]
    labels: list[int]


class Network:
    """Weights ready for use; calls change nothing but the kept vectors of forms."""

    def __init__(self, weights: Weights) -> None:
        self._arrays = weights.arrays
        self._first, *self._layers = [Layer(weights, number) for number in range(weights.layers)]
        self._words = Words(weights, self._first)
        count, wide, _ = weights.arrays["label"].shape
        self._label = np.ascontiguousarray(weights.arrays["label"].transpose(1, 0, 2).reshape(wide, -1))
        self._labels = count
        self._roots = {name: self._part(name, weights.arrays["root"]) for name in ("arc_above", "label_above")}

    def parse(self, sentences: Sequence[Sequence[str]]) -> list[Parsed]:
        """One answer for each sentence of folded forms; no sentence may be empty."""
        lengths = np.array([len(sentence) for sentence in sentences], np.int64)
        places = Places(lengths)
        gates = self._words.gates((form for sentence in sentences for form in sentence), places)
        x = self._first.read(gates, places)
        states = [x[places.back]]
        for layer in self._layers:
            x = layer(x, places)
            states.append(x[places.back])
        tags = self._part("tagger", states[-2])
        upos = (tags @ self._arrays["upos"] + self._arrays["upos_bias"]).argmax(1)
        feats = (tags @ self._arrays["feats"] + self._arrays["feats_bias"]).argmax(1)
        heads = self._heads(states[-1], lengths)
        labels = self._labelled(states[-1], heads, lengths)
        cuts = np.cumsum(lengths)[:-1]
        columns = [np.split(column, cuts) for column in (upos, feats, heads, labels)]
        return [Parsed(*(part.tolist() for part in parts)) for parts in zip(*columns, strict=True)]

    def _heads(self, x: Array, lengths: Ints) -> Ints:
        """Head of each word, counted in its sentence."""
        below = self._part("arc_below", x)
        turned = below @ self._arrays["arc"][:-1]
        turned += self._arrays["arc"][-1]
        above = self._part("arc_above", x)
        rooted = turned @ self._roots["arc_above"]
        found, start = [], 0
        for length in lengths.tolist():
            own = slice(start, start + length)
            scores = np.empty((length, length + 1), np.float32)
            scores[:, :length] = turned[own] @ above[own].T
            scores[:, length] = rooted[own]
            np.fill_diagonal(scores, -1e4)
            found.append(best_tree(scores))
            start += length
        return np.concatenate(found)

    def _labelled(self, x: Array, heads: Ints, lengths: Ints) -> Ints:
        """The best label of each word under its head."""
        starts = np.repeat(np.cumsum(lengths) - lengths, lengths)
        rooted = heads == np.arange(len(heads)) - starts
        above = self._part("label_above", x)[heads + starts]
        above[rooted] = self._roots["label_above"]
        below = _with_one(self._part("label_below", x))
        ones = _with_one(above)
        turned = (below @ self._label).reshape(len(x), self._labels, -1)
        best: Ints = (turned @ ones[:, :, None]).argmax(1)[:, 0]
        return best

    def _part(self, name: str, x: Array) -> Array:
        out: Array = x @ self._arrays[name]
        out += self._arrays[name + "_bias"]
        np.maximum(out, _SLOPE * out, out=out)
        return out


def _with_one(x: Array) -> Array:
    return np.hstack([x, np.ones_like(x[:, :1])])
