"""A pack as tensors: word types as tables, sentences as batches of like length."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from foedus.language.network.features import LONGEST, MOST_GRAMS, PADDING, Features, shape, without_figures
from training.parser.pack import Pack, Sentences
from training.parser.recurrent import Places

Ints = NDArray[np.int32]


def numbering(pack: Pack, most_words: int) -> tuple[list[str], list[str], list[str]]:
    """Forms, letters and shapes worth a number of their own: those that any training sentence holds often enough."""
    counts: Counter[str] = Counter()
    shapes: Counter[str] = Counter()
    letters: Counter[str] = Counter()
    for name, group in pack.groups.items():
        if name.startswith(("test-", "dev-")) or (name[-1:].isdigit() and not name.endswith("0")):
            continue
        numbers, times = np.unique(group.words, return_counts=True)
        for number, n in zip(numbers.tolist(), times.tolist(), strict=True):
            form = pack.forms[number]
            counts[without_figures(form).lower()] += n
            shapes[shape(form)] += n
            letters.update(without_figures(form))
    frequent = [form for form, n in counts.most_common(most_words) if n > 1]
    return frequent, [c for c, n in letters.items() if n > 2], [s for s, n in shapes.most_common(200) if n > 4]


@dataclass
class Types:
    """Features of every form of a pack, a row each."""

    words: Tensor
    letters: Tensor
    grams: Tensor
    shapes: Tensor
    rare: Tensor
    """Chance that training forgets the form's own number, so that its letters must do."""

    @classmethod
    def of(cls, pack: Pack, features: Features) -> Types:
        """Read each form once."""
        rows = [features.read(form) for form in pack.forms]
        letters = np.full((len(rows), LONGEST), PADDING, np.int64)
        grams = np.full((len(rows), MOST_GRAMS), features.buckets, np.int64)
        for i, row in enumerate(rows):
            letters[i, : len(row.letters)] = row.letters
            grams[i, : len(row.grams)] = row.grams
        times = np.zeros(len(features.words) + 2)
        for group in pack.groups.values():
            numbers, n = np.unique(group.words, return_counts=True)
            np.add.at(times, [rows[k].word for k in numbers.tolist()], n)
        words = np.array([row.word for row in rows], np.int64)
        rare = 0.25 / (0.25 + np.maximum(times[words], 1)) * 4

        def put(array: NDArray[np.generic]) -> Tensor:
            return torch.from_numpy(array)

        shapes = np.array([row.shape for row in rows], np.int64)
        return cls(put(words), put(letters), put(grams), put(shapes), put(np.minimum(rare, 0.5).astype(np.float32)))


@dataclass
class Batch:
    """Sentences one after another; what is not known is -1; a root's head is the length of the longest sentence."""

    places: Places
    words: Tensor
    upos: Tensor
    feats: Tensor
    heads: Tensor
    labels: Tensor


def batches(groups: Sequence[Sentences], words_in_batch: int, rng: random.Random | None) -> Iterator[Batch]:
    """Batches of sentences of like length, in random order if `rng` is given, else in the order of the groups."""
    starts = [np.concatenate([[0], np.cumsum(group.lengths)]) for group in groups]
    chosen = [(g, i, int(n)) for g, group in enumerate(groups) for i, n in enumerate(group.lengths)]
    if rng:
        rng.shuffle(chosen)
        chosen.sort(key=lambda place: place[2] + 3 * rng.random())
    chunks: list[list[tuple[int, int, int]]] = []
    chunk: list[tuple[int, int, int]] = []
    longest = 0
    for place in chosen:
        longest = max(longest, place[2])
        if chunk and longest * (len(chunk) + 1) > words_in_batch:
            chunks.append(chunk)
            chunk, longest = [], place[2]
        chunk.append(place)
    chunks += [chunk] if chunk else []
    if rng:
        rng.shuffle(chunks)
    for chunk in chunks:
        yield _batch(groups, starts, chunk)


def _batch(groups: Sequence[Sentences], starts: list[NDArray[np.int64]], chunk: list[tuple[int, int, int]]) -> Batch:
    cuts = [(groups[g], slice(int(starts[g][i]), int(starts[g][i]) + n)) for g, i, n in chunk]
    joined = {
        name: torch.from_numpy(np.concatenate([getattr(group, name)[cut] for group, cut in cuts]).astype(np.int64))
        for name in ("words", "upos", "feats", "heads", "labels")
    }
    places = Places(torch.tensor([n for _, _, n in chunk]))
    joined["heads"] = torch.where(joined["heads"] == places.at, places.steps, joined["heads"])
    return Batch(places, **joined)
