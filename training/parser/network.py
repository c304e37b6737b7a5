"""The network in torch: words from letters, n-grams and forms; recurrent layers; tags; biaffine heads and labels.

Kiperwasser & Goldberg 2016, Dozat & Manning 2017 (deep biaffine attention). What is learnt here is written by `weights`
for foedus.language.network, which computes the same with numpy.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from foedus.language.network.words import WIDTHS
from training.parser.recurrent import Layer, Places


@dataclass(frozen=True)
class Sizes:
    """Widths of the parts; `hidden` is for each direction of a recurrent layer."""

    word: int = 96
    gram: int = 64
    letter: int = 32
    filters: int = 48
    shape: int = 16
    hidden: int = 160
    layers: int = 3
    tag: int = 128
    arc: int = 192
    label: int = 64
    dropout: float = 0.33


TEACHER = Sizes(hidden=320, arc=256, dropout=0.4)
SHIPPED = Sizes(dropout=0.3)


@dataclass(frozen=True)
class Counts:
    """How many of each thing are told apart."""

    words: int
    grams: int
    letters: int
    shapes: int
    upos: int
    feats: int
    labels: int


class Network(nn.Module):
    """Vectors of the words of some sentences, one after another, to scores."""

    def __init__(self, sizes: Sizes, counts: Counts) -> None:
        super().__init__()
        self.sizes = sizes
        self.word = nn.Embedding(counts.words, sizes.word)
        self.gram = nn.EmbeddingBag(counts.grams + 1, sizes.gram, mode="mean", padding_idx=counts.grams)
        self.letter = nn.Embedding(counts.letters, sizes.letter, padding_idx=1)
        self.filters = nn.ModuleList(nn.Conv1d(sizes.letter, sizes.filters, width) for width in WIDTHS)
        self.shape = nn.Embedding(counts.shapes, sizes.shape)
        for table in (self.word, self.gram, self.letter, self.shape):
            nn.init.normal_(table.weight, std=0.1)
        wide = sizes.word + sizes.gram + len(WIDTHS) * sizes.filters + sizes.shape
        out = 2 * sizes.hidden
        self.layers = nn.ModuleList(Layer(wide if n == 0 else out, sizes.hidden) for n in range(sizes.layers))
        self.tagger = nn.Linear(out, sizes.tag)
        self.upos = nn.Linear(sizes.tag, counts.upos)
        self.feats = nn.Linear(sizes.tag, counts.feats)
        self.root = nn.Parameter(torch.zeros(out))
        self.arc_below = nn.Linear(out, sizes.arc)
        self.arc_above = nn.Linear(out, sizes.arc)
        self.arc = nn.Parameter(torch.zeros(sizes.arc + 1, sizes.arc))
        self.label_below = nn.Linear(out, sizes.label)
        self.label_above = nn.Linear(out, sizes.label)
        self.label = nn.Parameter(torch.zeros(counts.labels, sizes.label + 1, sizes.label + 1))

    def vectors(self, words: Tensor, letters: Tensor, grams: Tensor, shapes: Tensor) -> Tensor:
        """Word types to vectors, before any context."""
        spelt = self.letter(letters).transpose(1, 2)
        seen = [torch.tanh(filters(spelt).amax(2)) for filters in self.filters]
        return torch.cat([self.word(words), self.gram(grams), *seen, self.shape(shapes)], 1)

    def forward(self, vectors: Tensor, places: Places) -> dict[str, Tensor]:
        """Scores of UPOS and features; of heads, (words, longest + 1), last the root; and what labels are made from."""
        x = self._drop(vectors, places)
        states = []
        for layer in self.layers:
            x = self._drop(layer(x, places), places)
            states.append(x)
        tags = self._part(self.tagger, states[-2])
        return {
            "upos": self.upos(tags),
            "feats": self.feats(tags),
            "arcs": self._arcs(x, places),
            "label_below": self._part(self.label_below, x),
            "label_above": self._part(self.label_above, torch.cat([x, self.root[None]])),
        }

    def _arcs(self, x: Tensor, places: Places) -> Tensor:
        below = self._part(self.arc_below, x)
        turned = below @ self.arc[:-1] + self.arc[-1]
        above = self._part(self.arc_above, torch.cat([x, self.root[None]]))
        shape = (places.sentences, places.steps, above.shape[1])
        where = (places.sentence, places.at)
        heads = above.new_zeros(shape).index_put(where, above[:-1])
        scores = torch.bmm(turned.new_zeros(shape).index_put(where, turned), heads.transpose(1, 2))[where]
        beyond = torch.arange(places.steps)[None] >= places.lengths[places.sentence][:, None]
        itself = torch.arange(places.steps)[None] == places.at[:, None]
        return torch.cat([scores.masked_fill(beyond | itself, -1e4), turned @ above[-1:].T], 1)

    def labels(self, scores: dict[str, Tensor], heads: Tensor, places: Places) -> Tensor:
        """Scores of the labels of each word under the head given (its number in the sentence; `steps`: the root)."""
        starts = (places.lengths.cumsum(0) - places.lengths)[places.sentence]
        rows = torch.where(heads == places.steps, len(heads), heads + starts)
        below = _with_one(scores["label_below"])
        above = _with_one(scores["label_above"][rows])
        count, wide, _ = self.label.shape
        turned = (below @ self.label.permute(1, 0, 2).reshape(wide, -1)).view(len(heads), count, wide)
        return torch.bmm(turned, above[..., None]).squeeze(2)

    def _part(self, layer: nn.Module, x: Tensor) -> Tensor:
        return nn.functional.dropout(nn.functional.leaky_relu(layer(x), 0.1), self.sizes.dropout, self.training)

    def _drop(self, x: Tensor, places: Places) -> Tensor:
        """Dropout of the same units at every word of a sentence (Gal & Ghahramani 2016)."""
        if not self.training:
            return x
        keep = 1 - self.sizes.dropout
        return x * (torch.empty(places.sentences, x.shape[1]).bernoulli_(keep) / keep)[places.sentence]


def _with_one(x: Tensor) -> Tensor:
    return torch.cat([x, torch.ones_like(x[:, :1])], 1)


def weights(network: Network) -> dict[str, NDArray[Any]]:
    """Arrays by name, as foedus.language.network reads them: in eight bits with a scale for each row."""
    sizes = network.sizes
    found: dict[str, NDArray[Any]] = {}

    def put(name: str, tensor: Tensor) -> None:
        found[name] = tensor.detach().float().cpu().numpy()

    for name in ("word", "letter", "shape"):
        put(name, getattr(network, name).weight)
    put("gram", network.gram.weight[:-1])
    for width, filters in zip(WIDTHS, network.filters, strict=True):
        put(f"filter{width}", filters.weight.permute(2, 1, 0).reshape(width * sizes.letter, sizes.filters))
        put(f"filter{width}_bias", filters.bias)
    for n, layer in enumerate(network.layers):
        for way in (0, 1):
            put(f"layer{n}_{way}_in", layer.below[way].weight.T)
            put(f"layer{n}_{way}_bias", layer.below[way].bias)
            put(f"layer{n}_{way}_state", layer.state[way])
    for name in ("tagger", "upos", "feats", "arc_below", "arc_above", "label_below", "label_above"):
        put(name, getattr(network, name).weight.T)
        put(name + "_bias", getattr(network, name).bias)
    for name in ("root", "arc", "label"):
        put(name, getattr(network, name))
    return {name: part for key, array in found.items() for name, part in _small(key, array)}


def _small(name: str, array: NDArray[np.float32]) -> list[tuple[str, NDArray[Any]]]:
    """A vector as it is; anything larger in eight bits, with the scale of each row of its first axis."""
    if array.ndim == 1:
        return [(name, array)]
    flat = array.reshape(len(array), -1)
    scale = np.maximum(np.abs(flat).max(1), 1e-8) / 127
    small = np.rint(flat / scale[:, None]).astype(np.int8).reshape(array.shape)
    return [(name, small), (name + "_scale", scale.astype(np.float32))]
