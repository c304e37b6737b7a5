"""Which words differ between sentences of one language: only these can make a change."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import cached_property
from typing import NamedTuple

from foedus.lineage.changes.aligned import Pair
from foedus.lineage.changes.lines import Word


class Hunk(NamedTuple):
    """Words of the first page that stand as other words in the second; one side may be empty."""

    first: tuple[Word, ...]
    second: tuple[Word, ...]


class Touched:
    """The differing words of a pair. Between two languages all words differ."""

    def __init__(self, pair: Pair) -> None:
        self._pair = pair
        self._first = [word for line in pair.first for word in line.words]
        self._second = [word for line in pair.second for word in line.words]

    @cached_property
    def hunks(self) -> Sequence[Hunk]:
        """The differences in order; none where the words are the same."""
        one, other = [word.form for word in self._first], [word.form for word in self._second]
        return [
            Hunk(tuple(self._first[i:k]), tuple(self._second[j:m]))
            for tag, i, k, j, m in SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
            if tag != "equal"
        ]

    @cached_property
    def any(self) -> bool:
        """Whether anything differs."""
        return not self._pair.in_one_language or bool(self.hunks)

    @property
    def kept(self) -> float:
        """The share of the longer side's words that stay."""
        gone = max(sum(len(hunk.first) for hunk in self.hunks), sum(len(hunk.second) for hunk in self.hunks))
        return 1 - gone / max(len(self._first), len(self._second), 1)

    def first(self, start: int, end: int) -> bool:
        """Whether words of the first page at a place are among those that differ."""
        return self._touches(0, start, end)

    def second(self, start: int, end: int) -> bool:
        """The same for the second page."""
        return self._touches(1, start, end)

    def _touches(self, side: int, start: int, end: int) -> bool:
        if not self._pair.in_one_language:
            return True
        return any(word.start < end and start < word.end for hunk in self.hunks for word in hunk[side])
