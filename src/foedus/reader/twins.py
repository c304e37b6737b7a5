"""Paragraphs that a document carries in two languages: the one in its main language is read, its twin is not.

Twins name the same entities and numbers in the same order and are of like length. Names are told by their entities, so
the words' languages do not matter.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from foedus.gazetteer.mention import Mention

LEAST = 3
"""Shared names and numbers of twins; two are enough where neither has others and one follows the other."""
OF_FEWER, OF_MORE = 0.6, 0.5
"""Share of the marks of the paragraph with fewer, and with more, that must be shared."""
RATIO = 2.0
"""How many times longer one may be than the other: translations differ, summaries differ more."""
NEAR = 12
"""Paragraphs looked at on each side of a place: work must not grow with the square of the document."""
MOST = 60
"""Marks of a paragraph that are compared."""
_NUMBER = re.compile(r"\d{1,3}(?:[ ,.\u00a0\u202f]\d{3})+(?!\d)|\d+")


class Passage(NamedTuple):
    """A paragraph that could be read: its number, offsets and language."""

    number: int
    start: int
    end: int
    lang: str


Marks = tuple[str, ...]


def twins(
    text: str, passages: Sequence[Passage], mentions: Mapping[str, Sequence[Mention]], main: str
) -> dict[int, int]:
    """Number of each paragraph that another says again in the main language, with that one's number."""
    own = [passage for passage in passages if passage.lang == main]
    others = [passage for passage in passages if passage.lang != main]
    if not own or not others:
        return {}
    marks = _all_marks(text, passages, mentions)
    numbers = [passage.number for passage in own]
    taken: set[int] = set()
    found: dict[int, int] = {}
    after = 0
    for other in others:
        here = bisect_left(numbers, other.number)
        for place in _places(here, after, len(own)):
            one = own[place]
            close = here - 1 <= place <= here and abs(one.number - other.number) <= 2
            if place not in taken and _alike(one, other, marks[one.number], marks[other.number], close=close):
                found[other.number] = one.number
                taken.add(place)
                after = place + 1
                break
    return found


def _places(here: int, after: int, count: int) -> Iterator[int]:
    """Where the twin may stand, likeliest first: behind the last twin found, then just above, then just below."""
    likely = [*range(after, after + NEAR), *range(here - 1, here - NEAR, -1), *range(here, here + NEAR)]
    return (place for place in dict.fromkeys(likely) if 0 <= place < count)


def _alike(one: Passage, other: Passage, first: Marks, second: Marks, *, close: bool) -> bool:
    lengths = one.end - one.start, other.end - other.start
    if not first or not second or max(lengths) > RATIO * min(lengths):
        return False
    if close and first == second and len(first) == LEAST - 1:
        return True
    needed = max(LEAST, OF_FEWER * min(len(first), len(second)), OF_MORE * max(len(first), len(second)))
    return (Counter(first) & Counter(second)).total() >= needed and _in_order(first, second) >= needed


def _in_order(first: Marks, second: Marks) -> int:
    """How many marks both have in the same order."""
    row = [0] * (len(second) + 1)
    for mark in first:
        before = 0
        for i, other in enumerate(second, 1):
            before, row[i] = row[i], before + 1 if mark == other else max(row[i], row[i - 1])
    return row[-1]


def _all_marks(text: str, passages: Sequence[Passage], mentions: Mapping[str, Sequence[Mention]]) -> dict[int, Marks]:
    starts = {lang: [mention.start for mention in found] for lang, found in mentions.items()}
    return {passage.number: _marks(text, passage, mentions[passage.lang], starts[passage.lang]) for passage in passages}


def _marks(text: str, passage: Passage, mentions: Sequence[Mention], starts: Sequence[int]) -> Marks:
    """Entities and numbers of a paragraph in text order."""
    low, high = bisect_left(starts, passage.start), bisect_left(starts, passage.end)
    inside = mentions[low:high]
    placed = [(mention.start, mention.senses[0].entity) for mention in inside]
    named = {i for mention in inside for i in range(mention.start, mention.end)}
    for match in _NUMBER.finditer(text, passage.start, passage.end):
        if match.start() not in named:
            placed.append((match.start(), "".join(c for c in match.group() if c.isdigit())))
    return tuple(mark for _, mark in sorted(placed)[:MOST])
