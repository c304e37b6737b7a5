"""A parsed sentence: tokens with lemma, part of speech, features and heads after Universal Dependencies."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple


class Token(NamedTuple):
    """One word. `i` and `head` index the sentence (a root is its own head); offsets are the document's."""

    i: int
    start: int
    end: int
    text: str
    lemma: str
    upos: str
    feats: Mapping[str, str]
    head: int
    dep: str


class Sentence:
    """Tokens of one sentence, with the tree over them."""

    def __init__(self, start: int, end: int, tokens: tuple[Token, ...]) -> None:
        self.start = start
        self.end = end
        self.tokens = tokens

    def __len__(self) -> int:
        return len(self.tokens)

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """Indices of the dependents of each token, in text order."""
        below: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.i:
                below[token.head].append(token.i)
        return tuple(tuple(indices) for indices in below)

    @cached_property
    def root(self) -> int:
        """Index of the first root."""
        return next((token.i for token in self.tokens if token.head == token.i), 0)

    def dependents(self, i: int, *deps: str) -> Iterator[Token]:
        """Dependents of token i that bear one of the labels (any label where none is named)."""
        for child in self.children[i]:
            if not deps or self.tokens[child].dep in deps:
                yield self.tokens[child]

    def ancestors(self, i: int) -> Iterator[Token]:
        """Heads above token i, nearest first; a cycle in a faulty parse ends the walk."""
        seen = {i}
        while self.tokens[i].head not in seen:
            i = self.tokens[i].head
            seen.add(i)
            yield self.tokens[i]

    def subtree(self, i: int) -> list[int]:
        """Indices at and below token i, sorted."""
        found, stack = {i}, [i]
        while stack:
            for child in self.children[stack.pop()]:
                if child not in found:
                    found.add(child)
                    stack.append(child)
        return sorted(found)

    def covering(self, start: int, end: int) -> range:
        """Indices of the tokens that overlap the span [start, end)."""
        inside = [token.i for token in self.tokens if token.start < end and token.end > start]
        return range(inside[0], inside[-1] + 1) if inside else range(0)

    def head_of(self, start: int, end: int) -> int | None:
        """The token of the span whose head lies outside it: the span's syntactic head; None for no token."""
        inside = self.covering(start, end)
        for i in inside:
            head = self.tokens[i].head
            if head == i or head not in inside:
                return i
        return inside[0] if inside else None
