"""Words with marks: one pass over a folded text says where marked words stand, and nothing of what they mean.

A mark is a bit; whoever asks gives the bits their sense. Where capitals decide, a hit has its marks only with them. A
hit that holds other forms has their marks too: the longest match hides none. No step is taken hit by hit in Python.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from itertools import chain
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from foedus.gazetteer.automaton import PatternSet
from foedus.gazetteer.fold import BEFORE_WORD, Folded, Places, patterns, runs, word_pattern

Bits = NDArray[np.uint8]
Demand = Literal["any", "cap", "upper"]
"""Which capitals the words must have: none, the first letter, the first and the last letter."""


class Marked(NamedTuple):
    """A form and the marks that it has when it stands there with the capitals demanded."""

    form: str
    demand: Demand
    marks: int


class Standing(NamedTuple):
    """Where marked words start and end in the text (n each, in text order), and their marks (n)."""

    starts: Places
    ends: Places
    marks: Bits

    @property
    def union(self) -> int:
        """All marks together."""
        return int(np.bitwise_or.reduce(self.marks))


class Marks:
    """Looks for marked forms, and for marked folded words with whatever capitals."""

    def __init__(self, marked: Iterable[Marked], words: Mapping[bytes, int]) -> None:
        listed = [one for one in marked if one.marks]
        tables: dict[Demand, dict[bytes, int]] = {"any": {}, "cap": {}, "upper": {}}
        for word, marks in words.items():
            tables["any"][word_pattern(word)] = marks
        for pattern, one in zip(patterns([one.form for one in listed]), listed, strict=True):
            table = tables[one.demand]
            table[pattern] = table.get(pattern, 0) | one.marks
        every: dict[bytes, int] = {}
        for table in tables.values():
            for pattern, marks in table.items():
                every[pattern] = every.get(pattern, 0) | marks
        self._set = PatternSet([], every)
        looked_for = self._set.patterns
        self._any = np.array([tables["any"].get(each, 0) | _inside(each, every) for each in looked_for], dtype=np.uint8)
        self._cap = np.array([tables["cap"].get(each, 0) for each in looked_for], dtype=np.uint8)
        self._upper = np.array([tables["upper"].get(each, 0) for each in looked_for], dtype=np.uint8)

    def standing(self, folded: Folded) -> Standing:
        """Marked words of the text that was folded, those that have marks as their capitals are."""
        hits = self._set.hits(folded)
        table = np.fromiter(chain.from_iterable(hits), np.int64, 3 * len(hits)).reshape(-1, 3)
        numbers = table[:, 0]
        starts, ends = folded.spans(table[:, 1], table[:, 2] - 1)
        marks = self._any.take(numbers)
        if len(hits):
            capital = ~_lower().take(folded.units.take(starts))
            marks |= self._cap.take(numbers) * capital
            marks |= self._upper.take(numbers) * (capital & ~_lower().take(folded.units.take(ends - 1)))
        if marks.all():
            return Standing(starts, ends, marks)
        kept = marks.nonzero()[0]
        return Standing(starts.take(kept), ends.take(kept), marks.take(kept))


def _inside(pattern: bytes, every: Mapping[bytes, int]) -> int:
    """Marks of the shorter forms inside a pattern, whatever capitals they demand."""
    together = 0
    if pattern.count(BEFORE_WORD) > 1:
        for run in runs(pattern):
            together |= every.get(run, 0)
    return together


@cache
def _lower() -> NDArray[np.bool_]:
    """Which characters of the basic plane are small letters."""
    return np.array([chr(point).islower() for point in range(0x10000)])
