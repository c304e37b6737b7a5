"""The word lists of lexicon/LANG/verbs.yaml."""

from collections.abc import Mapping
from functools import cache

from foedus.language.knowledge import mapping

FILE = "verbs.yaml"


@cache
def listed(lang: str, name: str) -> frozenset[str]:
    """The words of a list."""
    return frozenset(mapping(lang, FILE)[name])


def table(lang: str, name: str) -> Mapping[str, str]:
    """Words and what each means."""
    found: Mapping[str, str] = mapping(lang, FILE)[name]
    return found


def entries(lang: str, name: str) -> Mapping[str, Mapping[str, str]]:
    """Words and what is known of each, by name."""
    found: Mapping[str, Mapping[str, str]] = mapping(lang, FILE)[name]
    return found


def names(lang: str, name: str) -> Mapping[str, list[str]]:
    """Keys and the names that belong to each."""
    found: Mapping[str, list[str]] = mapping(lang, FILE)[name]
    return found


@cache
def intransitive(lang: str) -> frozenset[str]:
    """Verbs that have no passive, whatever they are conjugated with."""
    return frozenset(mapping(lang, "words.yaml").get("intransitive", []))
