"""Sentences as numbers in one file: what the recipe trains on, made here and carried to where a network is trained."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from training.parser.treebank import Tree

UNKNOWN = -1
Ints = NDArray[np.int32]


@dataclass(frozen=True)
class Sentences:
    """Sentences one after another: `words` are numbers of forms; UPOS, features, head and label are -1 if not known.

    Heads count from 0 in their sentence; a root's head is its own number.
    """

    lengths: Ints
    words: Ints
    upos: Ints
    feats: Ints
    heads: Ints
    labels: Ints


@dataclass(frozen=True)
class Pack:
    """Forms, part-of-speech, feature and label names, and groups of sentences by name."""

    forms: list[str]
    upos: list[str]
    feats: list[str]
    labels: list[str]
    groups: dict[str, Sentences]


class Packer:
    """Collects trees and numbers what they hold."""

    def __init__(self) -> None:
        self._numbers: dict[str, dict[str, int]] = {"forms": {}, "upos": {}, "feats": {}, "labels": {}}
        self._groups: dict[str, Sentences] = {}

    def add(self, name: str, trees: Iterable[Tree]) -> None:
        """One more group. Words without part of speech, or whose label is empty, count as not known there."""
        rows: list[list[int]] = [[], [], [], [], []]
        lengths = []
        for tree in trees:
            lengths.append(len(tree.words))
            for word in tree.words:
                known = tree.tagged and bool(word.upos)
                rows[0].append(self._number("forms", word.form))
                rows[1].append(self._number("upos", word.upos) if known else UNKNOWN)
                rows[2].append(self._number("feats", word.feats) if known and word.feats != "?" else UNKNOWN)
                rows[3].append(word.head if word.dep else UNKNOWN)
                rows[4].append(self._number("labels", word.dep) if word.dep else UNKNOWN)
        self._groups[name] = Sentences(_ints(lengths), *map(_ints, rows))

    def raw(self, name: str, sentences: Iterable[Sequence[str]]) -> None:
        """One more group of sentences of which only the words are known."""
        lengths, words = [], []
        for sentence in sentences:
            lengths.append(len(sentence))
            words += [self._number("forms", form) for form in sentence]
        nothing = np.full(len(words), UNKNOWN, np.int32)
        self._groups[name] = Sentences(_ints(lengths), _ints(words), nothing, nothing, nothing, nothing)

    def pack(self) -> Pack:
        """All of it; names of tags and labels in alphabetical order, so that packs of like trees number them alike."""
        names = {kind: sorted(numbers) for kind, numbers in self._numbers.items() if kind != "forms"}
        places = {kind: {name: i for i, name in enumerate(some)} for kind, some in names.items()}
        moved = {
            kind: np.array([places[kind][name] for name in self._numbers[kind]] + [UNKNOWN], np.int32) for kind in names
        }
        groups = {
            name: replace(group, **{kind: moved[kind][getattr(group, kind)] for kind in moved})
            for name, group in self._groups.items()
        }
        return Pack(list(self._numbers["forms"]), names["upos"], names["feats"], names["labels"], groups)

    def _number(self, kind: str, name: str) -> int:
        numbers = self._numbers[kind]
        return numbers.setdefault(name, len(numbers))


def sample(group: Sentences, most: int, rng: random.Random) -> Sentences:
    """So many sentences of a group, by chance."""
    return group if most >= len(group.lengths) else chosen(group, rng.sample(range(len(group.lengths)), most))


def chosen(group: Sentences, numbers: Sequence[int]) -> Sentences:
    """Some sentences of a group, in the order given."""
    starts = np.concatenate([[0], np.cumsum(group.lengths)])
    places = np.concatenate([np.zeros(0, np.int64), *(np.arange(starts[i], starts[i + 1]) for i in numbers)])
    parts = {name: values[places] for name, values in vars(group).items() if name != "lengths"}
    return Sentences(group.lengths[list(numbers)], **parts)


def _ints(values: Sequence[int]) -> Ints:
    return np.array(values, np.int32)


def save(pack: Pack, path: Path) -> None:
    """Write a pack as compressed arrays."""
    arrays: dict[str, Any] = {}
    for kind in ("forms", "upos", "feats", "labels"):
        arrays["names_" + kind] = np.frombuffer("\n".join(getattr(pack, kind)).encode("utf-8"), np.uint8)
    for name, group in pack.groups.items():
        for part, values in vars(group).items():
            if not (part not in {"lengths", "words"} and (values == UNKNOWN).all()):
                arrays[f"group_{name}_{part}"] = values
    np.savez_compressed(path, **arrays)


def load(path: Path) -> Pack:
    """Read a pack."""
    with np.load(path) as arrays:
        names = {kind: bytes(arrays["names_" + kind]).decode("utf-8").split("\n") for kind in _kinds()}
        groups = {}
        for name in [key[len("group_") : -len("_lengths")] for key in arrays if key.endswith("_lengths")]:
            words = arrays[f"group_{name}_words"]
            nothing = np.full(len(words), UNKNOWN, np.int32)
            parts = [
                arrays[key] if (key := f"group_{name}_{part}") in arrays else nothing
                for part in ("upos", "feats", "heads", "labels")
            ]
            groups[name] = Sentences(arrays[f"group_{name}_lengths"], words, *parts)
    return Pack(names["forms"], names["upos"], names["feats"], names["labels"], groups)


def _kinds() -> Iterator[str]:
    yield from ("forms", "upos", "feats", "labels")
