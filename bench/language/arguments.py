"""Core arguments: the arcs that decide claims, their F1 on trees, by construction."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from training.parser.treebank import Tree

from foedus.language.parse import Sentence

SUBJECTS_AND_OBJECTS = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl:agent"})
MARKED = frozenset({"obl", "nmod"})
CASES = {
    "fr": frozenset("à au aux de d' du des par auprès".split()),
    "en": frozenset("to from for by".split()),
    "ru": frozenset("у от для".split()),
}
"""Prepositions that mark who gives and who gets, by the words that stand in the text."""


class Arc(NamedTuple):
    """A word, its head and the label between them."""

    word: int
    head: int
    label: str


class Counts(NamedTuple):
    """Arcs right, found and in the gold."""

    right: int
    found: int
    gold: int

    def f1(self) -> float:
        """1 where nothing was to be found and nothing was."""
        return 2 * self.right / (self.found + self.gold) if self.found + self.gold else 1.0


def core(forms: Sequence[str], arcs: Iterable[Arc], lang: str) -> Iterator[Arc]:
    """The arcs that are core arguments: subjects, objects, agents; obl and nmod with one of those prepositions."""
    known = list(arcs)
    cased = {arc.head for arc in known if arc.label == "case" and forms[arc.word].lower() in CASES[lang]}
    for arc in known:
        if arc.label in SUBJECTS_AND_OBJECTS or (arc.label in MARKED and arc.word in cased):
            yield arc


def by_construction(gold: Sequence[Tree], parsed: Sequence[Sentence], lang: str) -> dict[str, Counts]:
    """Counts for each construction of the trees, and for "all"."""
    right: Counter[str] = Counter()
    found: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    for tree, sentence in zip(gold, parsed, strict=True):
        forms = [word.form for word in tree.words]
        ours = set(core(forms, (Arc(t.i, t.head, t.dep) for t in sentence.tokens), lang))
        true = set(core(forms, (Arc(i, word.head, word.dep) for i, word in enumerate(tree.words)), lang))
        for name in ("all", tree.construction):
            right[name] += len(ours & true)
            found[name] += len(ours)
            wanted[name] += len(true)
    return {name: Counts(right[name], found[name], wanted[name]) for name in wanted if name}
