"""Quotation marks that do not match: they face the wrong way, close another kind of mark, or nothing at all."""

import re
from collections.abc import Iterator
from itertools import islice

from foedus.reader.garble.suspect import Suspect, suspect

_MARKS = re.compile('[«»“”„"]')
_CLOSES = {"»": "«", "”": "“„", '"': '"'}
_STRAIGHT = '"'
_ANY = "?"
"""Opened by a mark that faces the wrong way: whatever closes it has been told of."""
_CLOSING_TURNED = re.compile(r"(?<=\w)[«„“](?=[\s,.]|$)")
_OPENING_TURNED = re.compile(r"(?:^|(?<=\s))[»”](?=\w)")
_BEHIND_WORD = re.compile(r"(?<=[\w.,!?…])\"(?=[\s,.;:!?)]|$)")
DEEPEST = 8
"""Quotations open at once that are remembered: work must not grow with their square."""
_WRONG_WAY = "a mark that faces the wrong way"


def mismatched(text: str, start: int, end: int) -> Iterator[Suspect]:
    """Marks of a paragraph that do not match. A quotation may come from the paragraph before or go on in the next."""
    paragraph = _Paragraph(text, start, end)
    for match in _MARKS.finditer(text, start, end):
        wrong = paragraph.meet(match.group(), match.start())
        if wrong:
            yield suspect(text, match.start(), match.end(), "quotes", wrong)


class _Paragraph:
    """What is open while the marks are met from left to right, and whether any was met."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self._text, self._end = text, end
        self._opened: list[str] = []
        self._seen = False
        self._closing = {match.start() for match in _CLOSING_TURNED.finditer(text, start, end)}
        self._opening = {match.start() for match in _OPENING_TURNED.finditer(text, start, end)}
        self._straight = {match.start() for match in _BEHIND_WORD.finditer(text, start, end)}

    def meet(self, mark: str, at: int) -> str | None:
        """Take the next mark into account; what is wrong with it, None where nothing is."""
        seen, self._seen = self._seen, True
        if at in self._closing and not (mark == "“" and "„" in self._opened):
            self._opened = self._opened[:-1]
            return _WRONG_WAY
        if at in self._opening:
            self._opened = [*self._opened[-DEEPEST:], _ANY]
            return _WRONG_WAY
        closes = mark in "»”" or (mark == _STRAIGHT and (mark in self._opened or at in self._straight))
        if closes or (mark == "“" and "„" in self._opened):
            return self._close("”" if mark == "“" else mark, seen=seen)
        again = mark in self._opened and mark != _STRAIGHT and not self._name_or_nested(mark, at)
        self._opened = [*self._opened[-DEEPEST:], mark]
        return "opens a quotation inside one that is not closed" if again else None

    def _close(self, mark: str, *, seen: bool) -> str | None:
        wanted = _CLOSES[mark] + _ANY
        for place in range(len(self._opened) - 1, -1, -1):
            if self._opened[place] in wanted:
                del self._opened[place:]
                return None
        if self._opened:
            return f"closes a quotation that {self._opened.pop()} opened"
        return "closes a quotation that nothing opened" if seen else None

    def _name_or_nested(self, mark: str, at: int) -> bool:
        """A quoted name in a quotation, which may share its closing mark, or one of two quotations that both close."""
        closing = "»" if mark == "«" else "”"
        behind = [one.group() for one in islice(_MARKS.finditer(self._text, at + 1, self._end), 2)]
        return self._text[at + 1 : at + 2].isupper() or behind == [closing, closing]
