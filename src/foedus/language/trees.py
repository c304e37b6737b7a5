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


def topic_apart(arcs: Sequence[tuple[int, str]], forms: Sequence[str]) -> list[tuple[int, str]]:
    """Of "Mali: the troops have left" only what follows the colon is the subject; the topic before it stands beside."""
    tree = list(arcs)
    for colon, form in enumerate(forms):
        if form != ":":
            continue
        after = {head for head, dep in arcs[colon + 1 :] if dep in {"nsubj", "nsubj:pass"}}
        for i in range(colon):
            if tree[i][1] in {"nsubj", "nsubj:pass"} and tree[i][0] in after and tree[i][0] > colon:
                tree[i] = (tree[i][0], "parataxis")
    return tree


def one_subject(arcs: Sequence[tuple[int, str]], upos: Sequence[str]) -> list[tuple[int, str]]:
    """A name right behind a noun that is subject of the same verb is in apposition to it: a verb has one subject."""
    tree = list(arcs)
    for i in range(1, len(tree)):
        before, here = tree[i - 1], tree[i]
        if here == before and here[1] in {"nsubj", "nsubj:pass"} and upos[i] == "PROPN" and upos[i - 1] == "NOUN":
            tree[i] = (i - 1, "appos")
    return tree


def listed_names(arcs: Sequence[tuple[int, str]], upos: Sequence[str], forms: Sequence[str]) -> list[tuple[int, str]]:
    """Of "Boeing and Lockheed Martin" two names are listed, not one name made of three words: the first heads the list.

    Parsers trained on treebanks with compounds take the first for one of the last word's parts.
    """
    tree = list(arcs)
    for first, (last, dep) in enumerate(arcs):
        if dep != "compound" or upos[first] != "PROPN" or last < first:
            continue
        second = next((i for i in range(first + 1, last) if arcs[i] == (first, "conj")), None)
        if second is None or not all(forms[i][0].isupper() for i in (first, *range(second, last + 1))):
            continue
        head, label = tree[last]
        tree[first] = (first if head == last else head, label)
        tree[last] = (first, "conj")
        tree[second] = (last, "compound")
        for i, (above, below) in enumerate(tree):
            if above == second and below == "cc":
                tree[i] = (last, "cc")
    return tree


def with_predicate(
    arcs: Sequence[tuple[int, str]], upos: Sequence[str], forms: Sequence[str], finite: Sequence[bool]
) -> list[tuple[int, str]]:
    """ "Saab, the maker, delivered fighters." has a predicate: a past form behind the comma, taken for an adjective.

    Only a sentence with a full stop, without any finite verb, whose root is a name or noun before that comma.
    """
    tree = list(arcs)
    root = next((i for i, (head, _) in enumerate(arcs) if head == i), 0)
    if any(finite) or forms[-1] != "." or upos[root] not in {"PROPN", "NOUN"}:
        return tree
    for verb in range(root + 2, len(arcs) - 1):
        above, dep = arcs[verb]
        if upos[verb] == "VERB" and dep == "amod" and above > verb and forms[verb - 1] == ",":
            tree[root], tree[verb], tree[above] = (verb, "nsubj"), (verb, "root"), (verb, "obj")
            tree[-1] = (verb, "punct")
            return tree
    return tree


def _rank(upos: str) -> int:
    if upos in {"VERB", "AUX"}:
        return 0
    return 1 if upos in _PREDICATES else 2
