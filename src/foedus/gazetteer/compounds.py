"""Halves of compounds: "russo-" counts only before another nation, and "France" not at all in "Marie-France"."""

import re
from collections.abc import Sequence
from functools import cache

from foedus.gazetteer.compose import Piece
from foedus.gazetteer.source import folder, read_yaml

_HYPHENS = "-\u2010\u2011"
_NOT_WORD = re.compile(r"[^\w]")
_HALVES = frozenset({"name", "capital"})
_NAMED = frozenset({"state", "place"})


@cache
def _prefixes() -> frozenset[str]:
    return frozenset(read_yaml(folder() / "forms" / "prefixes.yaml")["prefixes"])


def whole(pieces: Sequence[Piece], text: str) -> list[Piece]:
    """The pieces that stand by themselves or hang together with one that does."""
    return [
        piece for at, piece in enumerate(pieces) if not _dangles(pieces, at, text) and not _in_a_name(pieces, at, text)
    ]


def _dangles(pieces: Sequence[Piece], at: int, text: str) -> bool:
    """Whether a first half has no second: "russo-" before "biélorusse" has one, "indo-" before "pacifique" has none."""
    mention = pieces[at].mention
    if not mention or any(sense.form != "combining" for sense in mention.senses):
        return False
    if text[mention.end : mention.end + 1] not in _HYPHENS or mention.end == len(text):
        return True
    return not _follows(pieces, at) or not pieces[at + 1].owners


def _follows(pieces: Sequence[Piece], at: int) -> bool:
    """Whether the next piece begins one character on."""
    return at + 1 < len(pieces) and pieces[at + 1].start == pieces[at].end + 1 and bool(pieces[at + 1].mention)


def _in_a_name(pieces: Sequence[Piece], at: int, text: str) -> bool:
    """Whether a capitalised word that is no mention hangs by a hyphen on a state's or place's name."""
    mention = pieces[at].mention
    if not mention or mention.senses[0].form not in _HALVES or mention.senses[0].kind not in _NAMED:
        return False
    start, end = mention.start, mention.end
    if start > 1 and text[start - 1] in _HYPHENS and not (at and _follows(pieces, at - 1)):
        word = _NOT_WORD.split(text[max(0, start - 25) : start - 1])[-1]
        if word[:1].isupper() and word.lower() not in _prefixes():
            return True
    hangs = end + 1 < len(text) and text[end] in _HYPHENS and text[end + 1].isupper()
    return hangs and not _follows(pieces, at)
