"""Where words stand in a text: exactly, on word borders.

Nothing is forgiven but the spelling of a mark that means the same and has the same length: apostrophes, quotation
marks, dashes, spaces. The place found is the stored text's own, with its own marks.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from foedus.language.fold import fold

_MORE = str.maketrans(
    {**dict.fromkeys("–—―‑", "-"), **dict.fromkeys("‹›", '"'), "`": "'", **dict.fromkeys("\t\n\r", " ")}
)
"""Marks that `fold` keeps apart, since borders of sentences and asides are told by them."""
_UNSEEN = ("Cf", "Mn", "Me")
"""Categories of characters that stand inside words without a place of their own: they part nothing."""


class Span(NamedTuple):
    """Code points [start, end) of the stored text."""

    start: int
    end: int

    def overlaps(self, other: tuple[int, int]) -> bool:
        """Whether the two share a character."""
        return self.start < other[1] and other[0] < self.end

    def holds(self, other: tuple[int, int]) -> bool:
        """Whether the other lies inside."""
        return self.start <= other[0] and other[1] <= self.end


def same_marks(text: str) -> str:
    """The text with marks that mean the same in one spelling; same length."""
    return fold(text).translate(_MORE)


class Text:
    """A stored text in which words are looked up."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._folded = same_marks(text)

    def words(self, span: tuple[int, int]) -> str:
        """What the stored text holds there."""
        return self.text[span[0] : span[1]]

    def places(self, quote: str, start: int = 0, end: int | None = None) -> list[Span]:
        """All places of the words within [start, end), in text order; none for an empty quotation."""
        wanted = same_marks(quote).strip()
        if not wanted:
            return []
        limit = len(self.text) if end is None else end
        found = re.compile(re.escape(wanted)).finditer(self._folded, start, limit)
        return [Span(*match.span()) for match in found if self._is_whole(*match.span())]

    def _is_whole(self, start: int, end: int) -> bool:
        """Whether no letter or figure beside the place makes its first or last word a part of a longer one."""
        before = next(self._seen(range(start - 1, -1, -1)), " ")
        after = next(self._seen(range(end, len(self.text))), " ")
        cut_before = before.isalnum() and self.text[start].isalnum()
        return not cut_before and not (after.isalnum() and self.text[end - 1].isalnum())

    def _seen(self, places: range) -> Iterator[str]:
        return (self.text[i] for i in places if unicodedata.category(self.text[i]) not in _UNSEEN)
