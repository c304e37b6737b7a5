"""Sentences to claims in one call, and claims to what a table of expectations compares."""

from collections.abc import Iterator
from typing import Any

import msgspec

from foedus.model.claim import Claim
from foedus.model.document import Document, make_document
from foedus.reader.read import Reader

PUBLISHED = "2022-05-19"
"""A Thursday."""


def report(text: str, lang: str, *, published: str | None = PUBLISHED, title: str | None = None) -> Document:
    """A document of an outlet that no sentence names."""
    return make_document(text, lang=lang, published=published, title=title, outlet="The Lantern")


def read(text: str, lang: str, *, published: str | None = PUBLISHED, title: str | None = None) -> list[Claim]:
    """All claims of a text."""
    return Reader.load().read(report(text, lang, published=published, title=title)).claims


def only(text: str, lang: str, *, published: str | None = PUBLISHED, type_: str = "transfer") -> Claim:
    """The one claim of the type that the text makes."""
    found = [claim for claim in read(text, lang, published=published) if claim.type == type_]
    assert len(found) == 1, f"{len(found)} claims of type {type_} in {text!r}: {[shown(claim) for claim in found]}"
    return found[0]


def keys(claim: Claim, role: str) -> str:
    """Entities of a role, or its words where it has none, in text order."""
    return " ".join(filler.entity or filler.text for filler in claim.fillers(role))


def vias(claim: Claim, role: str) -> list[str | None]:
    """How the clause has each filler of a role."""
    return [filler.via for filler in claim.fillers(role)]


def shown(claim: Claim) -> str:
    """A claim in one line, for a failing test's message."""
    roles = " ".join(f"{role}={keys(claim, role)}" for role in claim.roles)
    return f"{claim.type} {claim.stage} {claim.polarity} {roles}"


def spans(value: Any) -> Iterator[tuple[int, int, str]]:  # noqa: ANN401 - a claim taken down to plain values
    """Every start, end and text that stand together anywhere in a claim."""
    if isinstance(value, msgspec.Struct):
        value = msgspec.to_builtins(value)
    if isinstance(value, dict):
        if value.get("start") is not None:
            yield value["start"], value["end"], value["text"]
        for inner in value.values():
            yield from spans(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from spans(inner)


def assert_spans_reproduce(claim: Claim, text: str) -> None:
    """Every span of the claim, read from the text, gives the words that the claim shows."""
    for start, end, words in spans(claim):
        assert 0 <= start < end <= len(text)
        assert text[start:end] == words, f"{shown(claim)}: {words!r} is not at {start}:{end}"
