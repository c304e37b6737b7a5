"""A long text in parts that a page can show, cut at the same places whoever asks."""

from itertools import pairwise

from msgspec import Struct

SIZE = 40_000
"""Characters of a part, about: far more than a report has, little enough for a page."""
_SLACK = SIZE // 4
"""Characters behind a part's size in which the end of a line, else of a word, is looked for."""


class Part(Struct, frozen=True):
    """A part of a text by its offsets; `number` counts from 1, `of` is how many there are."""

    number: int
    of: int
    start: int
    end: int


def parts(text: str) -> tuple[Part, ...]:
    """All parts of a text; one that is not much longer than a part is not cut."""
    cuts = [0]
    while len(text) - cuts[-1] > SIZE + _SLACK:
        cuts.append(_cut(text, cuts[-1] + SIZE))
    spans = list(pairwise([*cuts, len(text)]))
    return tuple(Part(number, len(spans), start, end) for number, (start, end) in enumerate(spans, 1))


def part_with(text: str, *, number: int | None = None, offset: int | None = None) -> Part:
    """The part that holds an offset, else the one of a number; the nearest there is."""
    every = parts(text)
    if offset is not None:
        return next((one for one in every if offset < one.end), every[-1])
    return every[min(max(number or 1, 1), len(every)) - 1]


def _cut(text: str, at: int) -> int:
    """Behind the next end of a line, else of a word, else just there."""
    for sign in ("\n", " "):
        found = text.find(sign, at, at + _SLACK)
        if found >= 0:
            return found + 1
    return at
