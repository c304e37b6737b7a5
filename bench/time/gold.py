"""What the corpus says of dates, numbers and sums: the words and what they mean, each place of a document once."""

from collections.abc import Iterator
from typing import NamedTuple

from bench.accuracy.corpus import files_of
from foedus.learning.corpus.format import (
    Anchor,
    CorpusClaim,
    CorpusDocument,
    CorpusMoney,
    CorpusQuantity,
    CorpusWhen,
    read,
)
from foedus.learning.corpus.split import Part

FIELDS = ("when", "due", "quantity", "value")
Meaning = CorpusWhen | CorpusQuantity | CorpusMoney


class Expression(NamedTuple):
    """A date, number or sum that a claim of the corpus carries, at its place in the text."""

    field: str
    meaning: Meaning
    start: int
    end: int
    trigger: tuple[int, int]


def documents(part: Part, langs: tuple[str, ...]) -> list[CorpusDocument]:
    """The documents of a part of the corpus."""
    return [read(path) for path in files_of(part, langs)]


def expressions(document: CorpusDocument) -> list[Expression]:
    """The document's expressions, each place and meaning once; what no words say is left out."""
    found: dict[tuple[object, ...], Expression] = {}
    for claim in document.claims:
        for one in _of_claim(document.text, claim):
            found.setdefault((one.field in ("when", "due"), one.start, one.end, str(_told(one.meaning))), one)
    return list(found.values())


def of_each_claim(document: CorpusDocument) -> Iterator[tuple[CorpusClaim, list[Expression]]]:
    """Each claim with its expressions."""
    for claim in document.claims:
        yield claim, list(_of_claim(document.text, claim))


def _of_claim(text: str, claim: CorpusClaim) -> Iterator[Expression]:
    for field in FIELDS:
        meaning: Meaning | None = getattr(claim, field)
        anchor: Anchor | None = meaning.t if meaning else None
        if meaning and anchor:
            start, end = anchor.span(text)
            yield Expression(field, meaning, start, end, claim.trigger.span(text))


def _told(meaning: Meaning) -> tuple[object, ...]:
    if isinstance(meaning, CorpusWhen):
        return (meaning.edtf,)
    figure = meaning.amount if isinstance(meaning, CorpusMoney) else meaning.value
    return figure, meaning.min, meaning.max
