"""A document to passages: runs of sentences that fit a model's context, the headline and lead shown again before each.

A passage ends where a paragraph does. A paragraph that is too long by itself is cut between sentences. Credits and
datelines make no claim: they count for nothing among the sentences that an answer deals with, they go along where there
is room, and a passage of nothing else is not asked.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from msgspec import Struct

from foedus.careful.numbering import SILENT, Numbered, NumberedSentence
from foedus.model.errors import InputError

_OPENING = frozenset({"headline", "lead"})
_BEFORE = 2
"""Sentences just before a passage that are shown again: many fillers are named in the sentence before."""
_SHARE = 4
"""One part in so many of the room is kept for what is shown again."""


class Passage(Struct, frozen=True):
    """Sentences `first` to `last` (numbers, both inside) of a document; claims are asked of these alone.

    `repeated` are numbers of sentences before `first` that are shown again so that names can be understood; `number`
    counts the document's passages from 1, `of` says how many there are.
    """

    first: int
    last: int
    repeated: tuple[int, ...] = ()
    number: int = 1
    of: int = 1


class Room(NamedTuple):
    """How much a request takes: tokens of text, and sentences that can make a claim and are asked about at once."""

    tokens: int
    sentences: int


Size = Callable[[int], int]
"""Tokens of the sentence with a number."""


def passages(numbered: Numbered, size: Size, room: Room) -> list[Passage]:
    """The passages of a document; none where no sentence can make a claim.

    InputError where a sentence is too long by itself.
    """
    if not _speaking(numbered, 1, numbered.last):
        return []
    if _fits(numbered, 1, numbered.last, size, room):
        return [Passage(1, numbered.last)]
    own = room._replace(tokens=room.tokens - room.tokens // _SHARE)
    runs: list[tuple[int, int]] = []
    for first, last in _paragraphs(numbered.sentences):
        if runs and _fits(numbered, runs[-1][0], last, size, own):
            runs[-1] = (runs[-1][0], last)
        else:
            runs += _cut(numbered, first, last, size, own)
    runs = [run for run in runs if _speaking(numbered, *run)]
    return [
        Passage(first, last, _shown_again(numbered, first, size, room.tokens // _SHARE), number, len(runs))
        for number, (first, last) in enumerate(runs, 1)
    ]


def _paragraphs(sentences: Sequence[NumberedSentence]) -> Iterator[tuple[int, int]]:
    """First and last number of each paragraph."""
    first = sentences[0]
    for sentence, following in zip(sentences, [*sentences[1:], None], strict=True):
        if following is None or following.paragraph != sentence.paragraph:
            yield first.number, sentence.number
            first = following or first


def _cut(numbered: Numbered, first: int, last: int, size: Size, room: Room) -> Iterator[tuple[int, int]]:
    """A paragraph as it is, or cut between sentences."""
    begin = first
    for number in range(first, last + 1):
        if size(number) > room.tokens:
            raise InputError(
                f"sentence {number} alone is longer than the model's context leaves room for: "
                "set a greater max_context_tokens, or take a model with a longer context"
            )
        if not _fits(numbered, begin, number, size, room):
            yield begin, number - 1
            begin = number
    yield begin, last


def _fits(numbered: Numbered, first: int, last: int, size: Size, room: Room) -> bool:
    return _speaking(numbered, first, last) <= room.sentences and _sum(size, first, last) <= room.tokens


def _speaking(numbered: Numbered, first: int, last: int) -> int:
    """How many of the sentences can make a claim."""
    return sum(sentence.zone not in SILENT for sentence in numbered.sentences[first - 1 : last])


def _sum(size: Size, first: int, last: int) -> int:
    return sum(map(size, range(first, last + 1)))


def _shown_again(numbered: Numbered, first: int, size: Size, tokens: int) -> tuple[int, ...]:
    """Headline and lead, then the sentences just before, as far as the tokens go."""
    before = numbered.sentences[: first - 1]
    lead = max((sentence.number for sentence in before if sentence.zone == "lead"), default=1)
    opening = [sentence.number for sentence in before[:lead] if sentence.zone in _OPENING]
    shown: set[int] = set()
    for number in [*opening, *range(first - 1, max(0, first - 1 - _BEFORE), -1)]:
        if number not in shown and size(number) <= tokens:
            shown.add(number)
            tokens -= size(number)
    return tuple(sorted(shown))
