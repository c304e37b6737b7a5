"""A fact: something that a text says and that another language, or other words, would say alike."""

from typing import Literal, NamedTuple

FactKind = Literal["state", "thing", "entity", "name", "type", "number", "share", "money", "date", "idea"]
"""What a fact is: a known state; a known system or class of things; another known entity; a name or a type that the
gazetteer does not know; a figure, a percentage, a sum; a date; an everyday word that stands for one idea."""


class Fact(NamedTuple):
    """`key` is the same in every language; offsets are code points of the stored text, end exclusive."""

    start: int
    end: int
    kind: FactKind
    key: str


class Quotation(NamedTuple):
    """A quotation of some length: its offsets, and how many words it has."""

    start: int
    end: int
    words: int


class Sentence(NamedTuple):
    """A sentence's offsets and the language of its paragraph."""

    start: int
    end: int
    lang: str
