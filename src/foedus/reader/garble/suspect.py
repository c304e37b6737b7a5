"""What makes a text suspect: a stretch of it, of a kind, with the reason."""

from typing import Literal, NamedTuple

SuspectKind = Literal["foreign", "calque", "agreement", "name", "quotes", "doubled"]
"""A word of another language, a phrase that nobody says, broken agreement or government, a translated designation,
marks that do not match, a word or stop twice."""


class Suspect(NamedTuple):
    """A stretch of the document text, [start, end) in code points; `text` is exactly those characters.

    `reason` is a line for a person: what is wrong, and what would be right where that is known.
    """

    start: int
    end: int
    text: str
    kind: SuspectKind
    reason: str


def suspect(text: str, start: int, end: int, kind: SuspectKind, reason: str) -> Suspect:
    """A suspect stretch of the document `text`."""
    return Suspect(start, end, text[start:end], kind, reason)
