"""A part of a text in paragraphs: each with its zone and language, and what is marked in it."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

from msgspec import Struct

from foedus.language.paragraphs import paragraphs
from foedus.language.quotations import Quote, quotations
from foedus.language.zones import Zone, ZoneKind, zones
from foedus.model.document import Document
from foedus.serve.views.parts import Part
from foedus.telling.layers import Layer, Token, clipped, layered, tokens

MarkKind = Literal[
    "quotation", "bracket", "credit", "dateline", "boilerplate", "span", "claim", "again", "word", "garbled"
]
"""What stands apart in a paragraph; `span` is what the address asks for, `claim` the words that a claim is told by,
`again` another sentence that tells the open claim, `word` the words that decided something in it, `garbled` what looks
as if a machine had rewritten it."""

_INSIDE: Mapping[ZoneKind, MarkKind] = {
    "bracket": "bracket",
    "credit": "credit",
    "dateline": "dateline",
    "boilerplate": "boilerplate",
}
_MOSTLY = 0.5
"""Share of a paragraph from which on its quotations make it one."""


class Sign(Struct, frozen=True):
    """What a mark is, and the number of the claim that it belongs to, or of the garbled place."""

    kind: MarkKind
    number: int | None = None


class Mark(Struct, frozen=True):
    """A stretch of the stored text, or a piece of one that crosses another: marks of a paragraph nest, in order."""

    start: int
    end: int
    kind: MarkKind
    number: int | None
    first: bool
    last: bool


Stretch = tuple[int, int, Sign]


class Paragraph(Struct, frozen=True):
    """A paragraph by its offsets in the stored text; `also` are zones that stand in it, `claims` numbers of claims
    whose trigger it holds."""

    start: int
    end: int
    zone: str
    also: tuple[str, ...]
    lang: str
    text: str
    marks: tuple[Mark, ...]
    claims: tuple[int, ...]

    def tokens(self) -> Iterator[Token[Mark]]:
        """The text step by step, with its marks as they open and close."""
        laid = [Layer(one.start, one.end, one, one.first, one.last) for one in self.marks]
        return tokens(self.text, self.start, laid)


def told(
    document: Document, part: Part, stretches: Sequence[Stretch], triggers: Sequence[tuple[int, int]]
) -> tuple[Paragraph, ...]:
    """The paragraphs of a part; `triggers` are offset and number of each of its claims."""
    text = document.text[part.start : part.end]
    title = document.title if part.number == 1 else None
    found = sorted(_moved(zones(text, title, document.lang), part), key=lambda one: one.start)
    starts = [one.start for one in found]
    places = [(start + part.start, end + part.start) for start, end in paragraphs(text)]
    return tuple(
        _paragraph(
            document,
            (start, end),
            found[bisect_left(starts, start) : bisect_left(starts, end)],
            list(clipped(start, end, stretches)),
            tuple(number for at, number in triggers if start <= at < end),
        )
        for start, end in places
    )


def _moved(found: Iterable[Zone], part: Part) -> Iterator[Zone]:
    """Zones by the offsets of the whole text; behind the first part nothing is headline or lead."""
    for one in found:
        kind = "body" if part.number > 1 and one.kind in ("headline", "lead") else one.kind
        yield one._replace(kind=kind, start=one.start + part.start, end=one.end + part.start)


def _paragraph(
    document: Document,
    place: tuple[int, int],
    found: Sequence[Zone],
    stretches: Sequence[Stretch],
    claims: tuple[int, ...],
) -> Paragraph:
    start, end = place
    own = next((one for one in found if one.kind not in _INSIDE), found[0] if found else None)
    inside = [(one, _INSIDE[one.kind]) for one in found if one is not own and one.kind in _INSIDE]
    quotes = [one for one in quotations(document.text, start, end) if one.closed]
    marks: list[Stretch] = [(one.start, one.end, Sign("quotation")) for one in quotes]
    marks += [(one.start, min(one.end, end), Sign(kind)) for one, kind in inside]
    zone = own.kind if own else "body"
    return Paragraph(
        start,
        end,
        "quotation" if zone == "body" and _quoted(quotes, start, end) else zone,
        tuple(dict.fromkeys(kind for _, kind in inside)),
        own.lang if own else document.lang,
        document.text[start:end],
        tuple(_mark(one) for one in layered([*marks, *stretches])),
        claims,
    )


def _quoted(quotes: Iterable[Quote], start: int, end: int) -> bool:
    inside = set[int]()
    for one in quotes:
        inside.update(range(one.start, one.end))
    return len(inside) > _MOSTLY * (end - start)


def _mark(one: Layer[Sign]) -> Mark:
    return Mark(one.start, one.end, one.what.kind, one.what.number, one.first, one.last)
