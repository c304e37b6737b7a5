"""A language's number words as data: `data/lexicon/LANG/numbers.yaml`."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

import yaml

from foedus.model.errors import DataError

_FIELDS = (
    "words scales alone nouns plurals rough articles several vigesimal links joins half_after halves about "
    "about_nouns about_after at_least at_least_after at_most at_most_after ranges between partitives units kinds "
    "money_scales currencies"
).split()
_BEGIN = ("halves", "articles", "several", "plurals", "words", "nouns", "scales")

Amount = int | float


class Bounds(NamedTuple):
    """What stands before or behind a number and makes it rough or a bound."""

    about: re.Pattern[str]
    about_nouns: re.Pattern[str]
    about_after: re.Pattern[str]
    at_least: re.Pattern[str]
    at_least_after: re.Pattern[str]
    at_most: re.Pattern[str]
    at_most_after: re.Pattern[str]


class NumberWords(NamedTuple):
    """Number words of one language, in lower case with е for ё; the file says what each list holds."""

    words: Mapping[str, Amount]
    scales: Mapping[str, int]
    alone: frozenset[str]
    nouns: Mapping[str, int]
    plurals: Mapping[str, tuple[int, int]]
    rough: frozenset[str]
    articles: frozenset[str]
    several: frozenset[str]
    vigesimal: bool
    links: frozenset[str]
    joins: Mapping[str, tuple[int, int]]
    half_after: tuple[tuple[str, ...], ...]
    halves: frozenset[str]
    bounds: Bounds
    ranges: frozenset[str]
    between: Mapping[str, str]
    partitive: re.Pattern[str]
    units: Mapping[str, str]
    kinds: frozenset[str]
    currency_before: re.Pattern[str]
    currency_after: re.Pattern[str]
    money_scales: Mapping[str, int]
    currencies: Mapping[str, str | None]
    begins: frozenset[str]
    """Words that a number may begin with."""


def ends_with(phrases: Iterable[str]) -> re.Pattern[str]:
    """A pattern for any of the phrases right before a place (searched with the place as the end)."""
    return re.compile(rf"(?<!\w)(?:{alternatives(phrases)})\s?$", re.I)


def begins_with(phrases: Iterable[str]) -> re.Pattern[str]:
    """A pattern for any of the phrases right behind a place."""
    return re.compile(rf"\s?(?:{alternatives(phrases)})(?!\w)", re.I)


def alternatives(phrases: Iterable[str]) -> str:
    """A pattern for any of the phrases, longest first; one that nothing meets where there are none."""
    escaped = sorted((re.escape(phrase) for phrase in phrases), key=len, reverse=True)
    return "|".join(escaped).replace(r"\ ", r"\s+") or r"(?!)"


@cache
def load_numbers(lang: str) -> NumberWords:
    """The number words of a language with a lexicon; DataError names a list that is missing or unknown."""
    file = files("foedus") / "data" / "lexicon" / lang / "numbers.yaml"
    return number_words(yaml.safe_load(file.read_text(encoding="utf-8")))


def number_words(data: Mapping[str, Any]) -> NumberWords:
    """Number words from the file's content."""
    wrong = sorted(set(_FIELDS) ^ set(data))
    if wrong:
        raise DataError(f"numbers.yaml: {wrong[0]!r} is missing or unknown: the lists are {', '.join(_FIELDS)}")
    currencies = alternatives(data["currencies"])
    scales = alternatives(data["money_scales"])
    return NumberWords(
        data["words"],
        data["scales"],
        frozenset(data["alone"]),
        data["nouns"],
        {word: (low, high) for word, (low, high) in data["plurals"].items()},
        frozenset(data["rough"]),
        frozenset(data["articles"]),
        frozenset(data["several"]),
        bool(data["vigesimal"]),
        frozenset(data["links"]),
        {word: (low, high) for word, (low, high) in data["joins"].items()},
        tuple(tuple(phrase.split()) for phrase in data["half_after"]),
        frozenset(data["halves"]),
        Bounds(
            ends_with(data["about"]),
            ends_with(data["about_nouns"]),
            begins_with(data["about_after"]),
            ends_with(data["at_least"]),
            begins_with(data["at_least_after"]),
            ends_with(data["at_most"]),
            begins_with(data["at_most_after"]),
        ),
        frozenset(data["ranges"]),
        data["between"],
        ends_with(data["partitives"]),
        data["units"],
        frozenset(data["kinds"]),
        re.compile(rf"(?<!\w)(?P<name>{currencies})\s?$", re.I),
        re.compile(
            rf"(?:[\s-]?(?P<scale>{scales})(?!\w)\.?)?"
            rf"(?:[\s-]?(?:de\s|d'|en\s|of\s)?(?P<name>{currencies})(?!\w))?",
            re.I,
        ),
        data["money_scales"],
        data["currencies"],
        frozenset().union(*(data[name] for name in _BEGIN)),
    )
