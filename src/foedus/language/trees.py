"""Make one tree of what a parser left: one root, and every other word below it."""

from __future__ import annotations

from collections.abc import Sequence

_PREDICATES = ("VERB", "AUX", "NOUN", "PROPN", "ADJ", "PRON", "NUM", "ADV")


def one_root(arcs: Sequence[tuple[int, str]], upos: Sequence[str]) -> list[tuple[int, str]]:
    """Heads and labels with a single root: the first verb among the roots, else the first word that can be one.

    Other roots become its `parataxis`, marks its `punct`; a label "root" below another word becomes `parataxis`.
    """
    roots = [i for i, (head, _) in enumerate(arcs) if head == i]
    if not roots:
        return list(arcs)
    main = min(roots, key=lambda i: (_rank(upos[i]), i))
    tree = []
    for i, (head, dep) in enumerate(arcs):
        if i == main:
            tree.append((i, "root"))
        elif head == i or dep == "root":
            tree.append((main if head == i else head, "punct" if upos[i] == "PUNCT" else "parataxis"))
        else:
            tree.append((head, dep))
    return tree


def one_subject(arcs: Sequence[tuple[int, str]], upos: Sequence[str]) -> list[tuple[int, str]]:
    """A name right behind a noun that is subject of the same verb is in apposition to it: a verb has one subject."""
    tree = list(arcs)
    for i in range(1, len(tree)):
        before, here = tree[i - 1], tree[i]
        if here == before and here[1] in {"nsubj", "nsubj:pass"} and upos[i] == "PROPN" and upos[i - 1] == "NOUN":
            tree[i] = (i - 1, "appos")
    return tree


def _rank(upos: str) -> int:
    if upos in {"VERB", "AUX"}:
        return 0
    return 1 if upos in _PREDICATES else 2
