"""Quotations of a paragraph: which characters stand between quotation marks, however carelessly these were set."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property
from typing import NamedTuple

_CLOSER = {"«": "»", "“": "”", "„": "“”", "‹": "›", "‘": "’", '"': '"', "'": "'", "»": "«"}
_OPENING = frozenset("«“„‹")
_CLOSING = frozenset("»”›")
_MARK = re.compile("[«»“”„‹›‘’\"']")
_WORD = re.compile(r"[^\W_]+")
_SPACES = " \t\n\u00a0\u202f\u2009"
_LEANING = _SPACES + "([«“„‹\"'—–-/:"
_SINGLE_END = re.compile(r"(?<=[\w.,!?…])['’](?![\w])")
_DEEPEST = 8
"""Quotations open at once; an opening mark beyond them is a stray one: work must not grow with their square."""


class Quote(NamedTuple):
    """From the opening mark to behind the closing one; to the paragraph's end where none closes it."""

    start: int
    end: int
    closed: bool


class _Open(NamedTuple):
    mark: str
    at: int


def quotations(text: str, start: int, end: int) -> list[Quote]:
    """Quotations inside the paragraph [start, end), nested ones too, in order of their start.

    A closing mark without an opening one makes a quotation from the paragraph's start; an opening mark that is
    used to close (it stands behind a word, with space after it) closes; apostrophes are no marks, and marks with no
    word between them quote nothing.
    """
    paragraph = _Paragraph(text, start, end)
    for match in _MARK.finditer(text, start, end):
        paragraph.meet(match.group(), match.start())
    found = paragraph.found + [Quote(mark.at, end, closed=False) for mark in paragraph.opened if mark.mark not in "'‘"]
    return sorted(quote for quote in found if paragraph.has_word(quote))


class _Paragraph:
    """One paragraph while its marks are met from left to right: what is open, and what was closed."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self._text = text
        self._start = start
        self._end = end
        self._last = start + len(text[start:end].rstrip()) - 1  # the last character that is no space
        self.opened: list[_Open] = []
        self.found: list[Quote] = []

    def meet(self, mark: str, at: int) -> None:
        """Take the next mark into account."""
        if self._is_apostrophe(at):
            return
        if self._closes(mark, at):
            self._close(mark, at)
        elif self._opens(mark, at) and len(self.opened) < _DEEPEST:
            self.opened.append(_Open(mark, at))

    def has_word(self, quote: Quote) -> bool:
        """Whether a letter or digit stands between the marks."""
        place = bisect_left(self._words, quote.start)
        return place < len(self._words) and self._words[place] < quote.end

    @cached_property
    def _words(self) -> list[int]:
        """Where letters and digits begin, in text order."""
        return [match.start() for match in _WORD.finditer(self._text, self._start, self._end)]

    @cached_property
    def _single_ends(self) -> list[int]:
        """Where a single mark may close: behind a letter or stop, before no letter."""
        return [match.start() for match in _SINGLE_END.finditer(self._text, self._start, self._end)]

    def _close(self, mark: str, at: int) -> None:
        for i in range(len(self.opened) - 1, -1, -1):
            if mark in _CLOSER[self.opened[i].mark] or mark == self.opened[i].mark:
                inner = [other for other in self.opened[i + 1 :] if other.mark not in "'‘"]
                self.found += [Quote(other.at, at, closed=False) for other in inner]
                self.found.append(Quote(self.opened[i].at, at + 1, closed=True))
                del self.opened[i:]
                return
        if mark in _CLOSING and at > self._start:
            self.found.append(Quote(self._start, at + 1, closed=True))

    def _closes(self, mark: str, at: int) -> bool:
        text, opened = self._text, self.opened
        awaited = any(mark in _CLOSER[other.mark] for other in opened)
        if mark == "»" and not awaited:  # opens where a paragraph goes on with a quotation, and in »this« style
            return not (at == self._start or (self._free(at) and text[at + 1 : at + 2].isalnum()))
        if mark in _CLOSING:
            return True
        if awaited and mark in "“«":
            return not self._faces_right(at)
        if mark in _OPENING:  # set wrongly: it stands behind a word, before a space
            return any(other.mark == mark for other in opened) and not self._faces_right(at)
        if mark == '"':
            return awaited and (not self._faces_right(at) or (opened[-1].mark == '"' and not self._free(at)))
        return awaited and not self._free(at) and not text[at + 1 : min(at + 2, self._end)].isalnum()

    def _opens(self, mark: str, at: int) -> bool:
        if mark in _OPENING:
            return self._faces_right(at) or not self.opened
        if mark == "»":
            return True
        if mark in "'‘":
            return self._free(at) and self._ends_later(at)
        return mark == '"' and (self._faces_right(at) or not self.opened)

    def _free(self, at: int) -> bool:
        """Nothing, a space or an opening mark stands before."""
        return at == self._start or self._text[at - 1] in _LEANING

    def _faces_right(self, at: int) -> bool:
        """The mark leans on what follows: free before it, and a word or (in French) a space and a word after it."""
        return self._free(at) and at < self._last

    def _ends_later(self, at: int) -> bool:
        """A single mark is a quotation mark only where another closes it, a character or more further on."""
        return bool(self._single_ends) and self._single_ends[-1] >= at + 2

    def _is_apostrophe(self, at: int) -> bool:
        if self._text[at] not in "'’‘":
            return False
        before = self._text[at - 1] if at > self._start else " "
        after = self._text[at + 1] if at + 1 < self._end else " "
        return before.isalnum() and after.isalnum()
