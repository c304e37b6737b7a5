"""Phrases that nobody says: set phrases with a synonym in them, calques, missing elision."""

from collections.abc import Iterator

from foedus.reader.garble.knowledge import Knowledge
from foedus.reader.garble.patterns import plain
from foedus.reader.garble.suspect import Suspect, suspect


def calques(text: str, start: int, end: int, known: Knowledge) -> Iterator[Suspect]:
    """Wordings of the language's file in [start, end), less those that a wording under `fine` covers or touches."""
    words = plain(text[start:end])
    fine = [(low, high) for low, high, _ in known.fine.find(words)]
    for low, high, reason in known.wordings.find(words):
        if not any(low < right and high > left for left, right in fine):
            yield suspect(text, start + low, start + high, "calque", reason)


def broken(text: str, start: int, end: int, known: Knowledge) -> Iterator[Suspect]:
    """Forms that no rule of the language allows side by side, by the expressions of its file."""
    for expression, reason in known.broken:
        for match in expression.finditer(text, start, end):
            high = min(end, _word_end(text, match.end()))
            yield suspect(text, match.start(), high, "agreement", reason)


def _word_end(text: str, at: int) -> int:
    """Where the word that begins or goes on at a place ends."""
    while at < len(text) and (text[at].isalpha() or text[at] == "-"):
        at += 1
    return at
