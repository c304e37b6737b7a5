"""The register's reasons in the language of the page: its rules give them in English, phrase by phrase."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

import msgspec
import yaml

from foedus.model.errors import DataError
from foedus.model.vocabulary import TYPES
from foedus.serve.words import term

FILE = "register_reasons.yaml"
_WORDS = {
    "stage": sorted({stage for kind in ("transfer", "production") for stage in TYPES[kind].stages}),
    "role": sorted({role for kind in ("transfer", "production") for role in TYPES[kind].roles}),
}
_SLOT = re.compile(r"\{(stage|role)\}")
_KEPT = 8_192


class _Phrase(NamedTuple):
    """A phrase as a pattern with a group for each slot, its slots in order, and what it is in another language."""

    pattern: re.Pattern[str]
    slots: tuple[str, ...]
    told: str


class _Phrases(NamedTuple):
    """Any of the phrases of a language, and all of them, the longest first."""

    any: re.Pattern[str]
    all: tuple[_Phrase, ...]


@lru_cache(_KEPT)
def reason_in(text: str, lang: str) -> str:
    """A reason in a language; what the file does not know stays English."""
    phrases = _phrases(lang)
    return phrases.any.sub(lambda found: _told(found[0], phrases, lang), text) if phrases else text


def _told(text: str, phrases: _Phrases, lang: str) -> str:
    one, words = next((one, found) for one in phrases.all if (found := one.pattern.fullmatch(text)))
    told = one.told
    for slot, word in zip(one.slots, words.groups(), strict=True):
        told = told.replace(f"{{{slot}}}", term(slot, word, lang), 1)
    return told


@cache
def _phrases(lang: str) -> _Phrases | None:
    given = _load().get(lang)
    if not given:
        return None
    listed = sorted(given, key=len, reverse=True)
    whole = "|".join(rf"\b{_pattern(one, '(?:')}" if one[0].isalnum() else _pattern(one, "(?:") for one in listed)
    phrases = (_Phrase(re.compile(_pattern(one, "(")), _slots(one), given[one]) for one in listed)
    return _Phrases(re.compile(whole), tuple(phrases))


def _pattern(phrase: str, group: str) -> str:
    """The phrase with the words that can stand in its slots, in groups that begin so."""
    parts = _SLOT.split(phrase)
    return "".join(f"{group}{'|'.join(_WORDS[one])})" if at % 2 else re.escape(one) for at, one in enumerate(parts))


def _slots(phrase: str) -> tuple[str, ...]:
    return tuple(_SLOT.findall(phrase))


@cache
def _load() -> Mapping[str, Mapping[str, str]]:
    """By language and English phrase; DataError names what is wrong with the file."""
    text = (files("foedus") / "data" / FILE).read_text(encoding="utf-8")
    try:
        return msgspec.convert(yaml.safe_load(text), dict[str, dict[str, str]])
    except (msgspec.ValidationError, yaml.YAMLError) as error:
        raise DataError(f"{FILE}: {' '.join(str(error).split())}: install Foedus again") from error
