"""Variants of training sentences, so that headlines, capitals, dashes and designations do not upset the parser."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace

from training.parser.field_verbs import with_field_verbs
from training.parser.treebank import Tree, Word

_TITLED = frozenset("NOUN VERB ADJ ADV PRON AUX NUM".split())
_BARE = str.maketrans("ÉÈÊÀÂÎÔÇ", "EEEAAIOC")
_LETTERS = "ABCDEFGHKLMNPRSTUVX"


def vary(tree: Tree, lang: str, rng: random.Random) -> Tree:
    """The tree, perhaps without its full stop, in capitals, with other dashes, or with an invented designation."""
    words = with_field_verbs(list(tree.words), lang, rng)
    chance = rng.random()
    if len(words) > 3 and chance < 0.15:
        words = without_stop(words)
    if chance < 0.02:
        words = [replace(word, form=word.form.upper()) for word in words]
    elif lang == "en" and chance < 0.08:
        words = [replace(w, form=w.form[:1].upper() + w.form[1:]) if w.upos in _TITLED else w for w in words]
    if rng.random() < 0.06:
        words = _with_designation(words, rng)
    return replace(tree, words=tuple(_typography(word, rng) for word in words))


def join(trees: Sequence[Tree]) -> Tree:
    """Several sentences as one input with several roots, as when a sentence end was missed."""
    words: list[Word] = []
    for tree in trees:
        shift = len(words)
        if words:
            words[-1] = replace(words[-1], space=True)
        words += [replace(word, head=word.head + shift) for word in tree.words]
    return Tree(tuple(words), tagged=all(tree.tagged for tree in trees))


def without_stop(words: list[Word]) -> list[Word]:
    """The words without a final stop, as in a headline; as they are where none ends them."""
    last = len(words) - 1
    if words[last].upos != "PUNCT" or words[last].form not in {".", "!", "..."}:
        return words
    return words if any(word.head == last for word in words) else words[:last]


def _with_designation(words: list[Word], rng: random.Random) -> list[Word]:
    names = [i for i, w in enumerate(words) if w.upos == "PROPN" and w.dep != "flat" and w.form[:1].isupper()]
    names = [i for i in names if not any(w.head == i and w.dep == "flat" for w in words)]
    if not names:
        return words
    i = rng.choice(names)
    letters = "".join(rng.choice(_LETTERS) for _ in range(rng.choice([1, 1, 2, 2, 3])))
    number = str(rng.choice([rng.randint(1, 99), rng.randint(100, 999)]))
    tail = rng.choice(["", "", "", rng.choice("ABMEKI")])
    form = letters + rng.choice(["-", "-", ""]) + number + tail
    return [*words[:i], replace(words[i], form=form, lemma=form), *words[i + 1 :]]


def _typography(word: Word, rng: random.Random) -> Word:
    if word.form in {"-", "--"} and word.upos == "PUNCT" and rng.random() < 0.5:
        return replace(word, form=rng.choice("–—"))
    if word.form == "..." and rng.random() < 0.5:
        return replace(word, form="…")
    if word.form[:1] in "ÉÈÊÀÂÎÔÇ" and word.form[1:].islower() and rng.random() < 0.25:
        return replace(word, form=word.form[:1].translate(_BARE) + word.form[1:])
    return word
