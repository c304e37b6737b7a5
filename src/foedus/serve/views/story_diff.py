"""Two pages side by side: the sentences that differ, with the words of each difference marked and numbered."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from foedus.language.paragraphs import paragraphs
from foedus.language.sentences import split
from foedus.lineage.changes.change import Change, Words
from foedus.telling.layers import Layer, Token, clipped, layered, tokens


class Mark(Struct, frozen=True):
    """Words by their offsets in the text, a piece of them where they cross others, and the number of the change."""

    start: int
    end: int
    number: int
    kind: str
    first: bool
    last: bool


class Piece(Struct, frozen=True):
    """Sentences one behind the other, as they stand in the text."""

    start: int
    end: int
    text: str
    marks: tuple[Mark, ...]

    def tokens(self) -> Iterator[Token[Mark]]:
        """The text step by step, with its marks as they open and close."""
        return tokens(
            self.text, self.start, [Layer(one.start, one.end, one, one.first, one.last) for one in self.marks]
        )


def pieces(text: str, lang: str, words: Iterable[tuple[Words, Change]]) -> tuple[Piece, ...]:
    """The sentences of a text that hold the words of changes, each with that number that its place gives it."""
    marks = [(one.start, one.end, (number, change.kind)) for number, (one, change) in enumerate(words, 1)]
    found = [(first, last) for first, last in _sentences(text, lang) if _touched(first, last, marks)]
    return tuple(_piece(text, first, last, marks) for first, last in _together(text, found))


def _sentences(text: str, lang: str) -> Iterator[tuple[int, int]]:
    for start, end in paragraphs(text):
        yield from split(text, start, end, lang)


def _touched(first: int, last: int, marks: Iterable[tuple[int, int, object]]) -> bool:
    return any(start < last and first < max(end, start + 1) for start, end, _ in marks)


def _together(text: str, sentences: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Sentences between which nothing stands, as one stretch."""
    held: tuple[int, int] | None = None
    for first, last in sentences:
        if held and not text[held[1] : first].strip() and "\n\n" not in text[held[1] : first]:
            held = (held[0], last)
            continue
        if held:
            yield held
        held = (first, last)
    if held:
        yield held


def _piece(text: str, start: int, end: int, marks: Sequence[tuple[int, int, tuple[int, str]]]) -> Piece:
    laid = layered(clipped(start, end, marks))
    return Piece(
        start,
        end,
        text[start:end],
        tuple(Mark(one.start, one.end, *one.what, one.first, one.last) for one in laid),
    )
