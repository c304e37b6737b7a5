"""Which words stand in quotation marks, and in which quotation: two outlets may quote one statement independently."""

from bisect import bisect_right

import numpy as np
from numpy.typing import NDArray

from foedus.lineage.copying.letters import NEWLINE, QUOTE
from foedus.lineage.copying.words import Cut

_CLOSED_BY = {"«": "»", "“": "”", "„": "“”", '"': '"'}


def quotations(words: Cut) -> NDArray[np.int64]:
    """For each word the number of its quotation, 0 outside; a quotation never reaches beyond its text.

    Straight marks belong together only within a line, for they do not say which opens and which closes.
    """
    marks = words.marks[QUOTE]
    if not len(marks):
        return np.zeros(len(words.starts), dtype=np.int64)
    bounds = words.starts.searchsorted(np.array(_spans(words, marks), dtype=np.int64).ravel())
    numbers = np.arange(1, len(bounds) + 2) // 2 * (np.arange(len(bounds) + 1) % 2)
    return np.repeat(numbers, np.diff(bounds, prepend=0, append=len(words.starts)))


def _spans(words: Cut, marks: NDArray[np.int64]) -> list[tuple[int, int]]:
    """Quotations from mark to mark, none inside another, in order."""
    places = marks.tolist()
    signs = [chr(code) for code in words.codes[marks].tolist()]
    lines = words.marks[NEWLINE].searchsorted(marks).tolist()
    texts = words.offsets.searchsorted(marks, "right").tolist()
    closers = {
        opener: [place for place, sign in enumerate(signs) if sign in closing] for opener, closing in _CLOSED_BY.items()
    }
    spans: list[tuple[int, int]] = []
    number = 0
    while number < len(signs):
        close = _close(signs[number], number, closers, texts, lines)
        if close:
            spans.append((places[number], places[close]))
        number = close + 1 if close else number + 1
    return spans


def _close(sign: str, number: int, closers: dict[str, list[int]], texts: list[int], lines: list[int]) -> int:
    """Which mark closes the one that a sign opens, 0 where none does."""
    ahead = closers.get(sign, [])
    place = bisect_right(ahead, number)
    if place == len(ahead):
        return 0
    found = ahead[place]
    ends = texts if sign != '"' else lines
    return found if ends[found] == ends[number] else 0
