"""A document to paragraphs: lines, except where a line was only broken for its width."""

from __future__ import annotations

import re

_LINE = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c\x85]+")
_STOPS = frozenset('.!?…:;»”"')


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Offsets of the paragraphs, without the spaces around them; lines of spaces are none.

    A line without a stop is joined with the next one if that follows directly and begins with a small letter.
    """
    spans: list[tuple[int, int]] = []
    for match in _LINE.finditer(text):
        start, end = match.span()
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start == end:
            continue
        if spans and _broken(text, spans[-1][1], start):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return spans


def _broken(text: str, before: int, after: int) -> bool:
    gap = text[before:after].replace("\r\n", "\n")
    return gap.count("\n") == 1 and text[after].islower() and text[before - 1] not in _STOPS
