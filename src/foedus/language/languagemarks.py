"""What tells languages apart: frequent words, alphabets, letter groups and scripts, read from the lexicon."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

import yaml

_SHARED = frozenset("abcdefghijklmnopqrstuvwxyzабвгдежзклмнопрстуфхцчш")


class Marks(NamedTuple):
    """Knowledge about all languages; a language is an ISO 639-1 code, or "ru-Latn" for transliterated Russian."""

    words: Mapping[str, tuple[str, ...]]
    """Languages by word, of the frequent ones and of the field's."""
    alphabets: Mapping[str, frozenset[str]]
    """All small letters of a language, by language; those of the other script are not in it."""
    patterns: Mapping[str, re.Pattern[str]]
    """Letter groups that speak for a language."""
    against: Mapping[str, re.Pattern[str]]
    """Letter groups that speak against it."""
    scripts: tuple[tuple[re.Pattern[str], str], ...]
    """Letters of the scripts that are one language's alone, and that language."""
    kin: Mapping[str, frozenset[str]]
    """Languages that need not be told apart from it."""
    others: tuple[str, ...]
    """Languages of which only statistics know."""


@cache
def marks() -> Marks:
    """The lexicon's knowledge, read once."""
    raw = _raw()
    words: dict[str, tuple[str, ...]] = {}
    for lang in dict.fromkeys((*raw["words"], *raw["field"])):
        for word in dict.fromkeys((*raw["words"].get(lang, ()), *raw["field"].get(lang, ()))):
            words[word] = (*words.get(word, ()), lang)
    return Marks(
        words=words,
        alphabets={lang: _SHARED | frozenset(letters) for lang, letters in raw["alphabets"].items()},
        patterns={lang: re.compile(pattern) for lang, pattern in raw["patterns"].items()},
        against={lang: re.compile(pattern) for lang, pattern in raw["not"].items()},
        scripts=tuple((re.compile(f"[{ends[0]}-{ends[1]}]"), lang) for lang, ends in raw["scripts"].items()),
        kin={lang: frozenset(group) for group in raw["kin"] for lang in group},
        others=tuple(raw["others"]),
    )


@cache
def languages() -> tuple[str, ...]:
    """Every language that has words or alphabet here, or is left to statistics."""
    raw = _raw()
    return tuple(dict.fromkeys((*raw["words"], *raw["alphabets"], *raw["others"], *raw["scripts"])))


@cache
def _raw() -> dict[str, Any]:
    file = files("foedus") / "data" / "lexicon" / "languages.yaml"
    # BaseLoader makes strings only: "no" is a Spanish word, not false
    raw: dict[str, Any] = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
    return raw
