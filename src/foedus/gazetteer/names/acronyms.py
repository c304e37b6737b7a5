"""Acronyms that a text defines: "Organisation du traité de sécurité collective (OTSC)", "OTSC (Organisation …)"."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from foedus.gazetteer.names.shapes import GAP, UPPER

_BRACKET = re.compile(rf"{GAP}\(([{UPPER}][{UPPER}\d-]{{1,7}})\)")
_EXPANDED = re.compile(rf"(?<!\w)([{UPPER}][{UPPER}\d-]{{1,7}}){GAP}\(([{UPPER}][^()\n]{{6,90}})\)")
_WORD = re.compile(r"\w+(?:-\w+)*")
_LONGEST = 140


class Definition(NamedTuple):
    """An acronym and its long form, each with its span in the text."""

    start: int
    end: int
    long: str
    short_start: int
    short_end: int
    short: str


@cache
def _small(word: str) -> bool:
    """Whether a word may have no letter in the acronym: articles, prepositions, endings of hyphened words."""
    return len(word) <= 4 and word.islower()


def definitions(text: str) -> Iterator[Definition]:
    """Long forms whose first letters, in order, are those of the acronym in brackets behind or before them."""
    for match in _BRACKET.finditer(text):
        start = _long_start(text, match.start(), match[1])
        if start is not None:
            long = text[start : match.start()]
            yield Definition(start, match.start(), long, match.start(1), match.end(1), match[1])
    for match in _EXPANDED.finditer(text):
        if _long_start(text, match.end(2), match[1]) == match.start(2):
            yield Definition(match.start(2), match.end(2), match[2], match.start(1), match.end(1), match[1])


def _long_start(text: str, end: int, short: str) -> int | None:
    """Where words begin whose initials make the acronym; None where there are none before the offset."""
    low = max(0, end - _LONGEST)
    low = max(low, text.rfind("\n", low, end), text.rfind(". ", low, end), text.rfind("(", low, end))
    found = list(_WORD.finditer(text, low, end))[::-1]
    wanted = [letter for letter in short.casefold() if letter.isalnum()][::-1]
    at = 0
    for match in found:
        if at == len(wanted):
            break
        initials = [part[0].casefold() for part in match[0].split("-") if part][::-1]
        if initials[0] == wanted[at] or initials[-1] == wanted[at]:
            at += 1
            if at == len(wanted):
                return match.start() if match[0][0].isupper() else None
        elif not _small(match[0]):
            return None
    return None
