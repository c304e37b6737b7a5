"""Words and stops that stand twice."""

import re
from collections.abc import Iterator

from foedus.reader.garble.knowledge import Knowledge
from foedus.reader.garble.suspect import Suspect, suspect

_TWICE = re.compile(r"(?<![\w’'\-])(\w[\w’'\-]*(?: \w[\w’'\-]*){0,2}) \1(?![\w’'\-])", re.IGNORECASE)
_STOPS = re.compile(r"(?<=\w) ?([.,;]) \1(?! ?\1)(?=\s|$)|(?<=\w) ?, \.(?=\s|$)")
_NAME = 9
"""Letters up to which a capitalised word that stands twice may be a name ("Sing Sing")."""


def doubled(text: str, start: int, end: int, known: Knowledge) -> Iterator[Suspect]:
    """Words that stand twice in a row where none should, and stops with a stray one behind."""
    for match in _TWICE.finditer(text, start, end):
        first = match.group(1)
        word = first.lower()
        named = first.istitle() and len(word) < _NAME
        if word not in known.twice and not named and not any(char.isdigit() for char in word):
            yield suspect(text, match.start(), match.end(), "doubled", f"“{first}” stands twice")
    for match in _STOPS.finditer(text, start, end):
        yield suspect(text, match.start(), match.end(), "doubled", "a stray stop")
