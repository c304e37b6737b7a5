"""The sentences of made-up reports: patterns from sentences.yaml, taken apart once."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

import yaml

from foedus.model.vocabulary import ClaimType

FILE = Path(__file__).with_name("sentences.yaml")
LANGS = ("en", "fr", "ru")
_PIECE = re.compile(r"\{(?P<slot>\w+)\}|\*(?P<trigger>[^*]+)\*|(?P<words>[^{*]+)")


class Piece(NamedTuple):
    """A part of a sentence: a role to fill, `number`, `date`, `trigger`, or plain words."""

    slot: str
    words: str


class Pattern(NamedTuple):
    """A sentence that makes one claim, in each language."""

    type: ClaimType
    stage: str
    pieces: Mapping[str, tuple[Piece, ...]]


class Voices(NamedTuple):
    """How a language says who says it: what follows the sentence, and words for people without a name."""

    named: str
    unnamed: str
    words: tuple[str, ...]


class Sentences(NamedTuple):
    """All that sentences.yaml holds; by language but for the patterns, which are by type."""

    patterns: Mapping[str, tuple[Pattern, ...]]
    voices: Mapping[str, Voices]
    months: Mapping[str, tuple[str, ...]]
    syllables: Mapping[str, tuple[str, ...]]


@cache
def load() -> Sentences:
    """The file, read once."""
    found = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    patterns = {
        kind: tuple(Pattern(kind, one["stage"], {lang: _pieces(one[lang]) for lang in LANGS}) for one in some)
        for kind, some in found["claims"].items()
    }
    voices = {lang: Voices(one["named"], one["unnamed"], tuple(one["words"])) for lang, one in found["voices"].items()}
    months = {lang: tuple(words) for lang, words in found["months"].items()}
    return Sentences(patterns, voices, months, {lang: tuple(words) for lang, words in found["syllables"].items()})


def _pieces(sentence: str) -> tuple[Piece, ...]:
    found = []
    for match in _PIECE.finditer(sentence):
        if match["slot"]:
            found.append(Piece(match["slot"], ""))
        elif match["trigger"]:
            found.append(Piece("trigger", match["trigger"]))
        else:
            found.append(Piece("", match["words"]))
    return tuple(found)
