"""What the reader knows of one language's words."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from foedus.reader.unit import Operator, SmallWords, Unit, VoiceCue


class Own(NamedTuple):
    """What a user's folder did to the shipped lexicon: how many units and operators it added, replaced and dropped.

    `idle` are words that it would drop and that are not there.
    """

    added: int
    replaced: int
    dropped: int
    idle: tuple[str, ...] = ()


class Lexicon(NamedTuple):
    """Everything the reader knows of one language's words; `own` where a user's folder says something of them."""

    lang: str
    units: tuple[Unit, ...]
    operators: tuple[Operator, ...]
    voices: tuple[VoiceCue, ...]
    words: Mapping[str, Any]
    lists: Mapping[str, frozenset[str]]
    small: SmallWords
    own: Own | None = None

    def cues(self, name: str) -> frozenset[str]:
        """A named word list of `words.yaml`; empty where the language has none of that name."""
        return self.lists.get(name, frozenset())
