"""A language's time words as data: `data/lexicon/LANG/time.yaml`, and the patterns over them."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from foedus.model.errors import DataError
from foedus.reader.counting.words import NumberWords, alternatives
from foedus.reader.dating.steps import UNITS, Step, step

_FIELDS = (
    "months weekdays quarters halves parts seasons decades ordinals units about relative before before_after since "
    "openings feasts ones last next this that ahead patterns"
).split()
YEAR = r"(?:19|20)\d\d"
_MARK = re.compile(r"(?<!\?P)<(\w+)>")
_GROUP = re.compile(r"\((?:\?[:!])?([^()]*)\)([?*]?)")


class TimeWords(NamedTuple):
    """Time words of one language, each list from a word to what it means."""

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    quarters: Mapping[str, int]
    halves: Mapping[str, int]
    parts: Mapping[str, str]
    seasons: Mapping[str, int]
    decades: Mapping[str, int]
    ordinals: Mapping[str, int]
    feasts: Mapping[str, str]
    ones: frozenset[str]
    units: Mapping[str, str]
    relative: Mapping[str, Step]
    numbers: NumberWords
    limits: re.Pattern[str]
    limits_after: re.Pattern[str]
    since: re.Pattern[str]
    openings: re.Pattern[str]
    ahead: re.Pattern[str]
    marks: Mapping[str, str]
    patterns: Mapping[str, str]


def time_words(data: Mapping[str, Any], numbers: NumberWords) -> TimeWords:
    """Time words from the file's content; DataError names what is wrong in it."""
    wrong = sorted(set(_FIELDS) ^ set(data))
    if wrong:
        raise DataError(f"time.yaml: {wrong[0]!r} is missing or unknown: the lists are {', '.join(_FIELDS)}")
    odd = sorted(set(data["units"]) - set(UNITS))
    if odd:
        raise DataError(f"time.yaml: unit {odd[0]!r} is none of {', '.join(UNITS)}")
    relative = {word: step(word, rule) for word, rule in data["relative"].items()}
    made = TimeWords(
        _numbered(data["months"]),
        _numbered(data["weekdays"]),
        _numbered(data["quarters"]),
        _numbered(data["halves"]),
        _by_word(data["parts"]),
        _numbered(data["seasons"]),
        data["decades"],
        data["ordinals"],
        data["feasts"],
        frozenset(data["ones"]),
        _by_word(data["units"]),
        relative,
        numbers,
        _before(data["before"]),
        re.compile(rf"\s*,?\s*(?:{alternatives(data['before_after'])})(?!\w)", re.I),
        _before(data["since"]),
        _before(data["openings"]),
        re.compile(rf"(?<![\w-])(?:{'|'.join(data['ahead'])})(?!\w)", re.I),
        {},
        data["patterns"],
    )
    yearly = [word for word, one in relative.items() if one.unit == "year" and one.by is not None]
    marks = {
        "month": alternatives(made.months),
        "weekday": alternatives(made.weekdays),
        "quarter": alternatives(made.quarters),
        "half": alternatives(made.halves),
        "part": alternatives(made.parts),
        "season": alternatives(made.seasons),
        "decade": r"(?:19|20)?\d0",
        "decadeword": alternatives(made.decades),
        "feast": alternatives(made.feasts),
        "one": alternatives(words[0] for words in data["units"].values()),
        "unit": alternatives(made.units),
        "count": _count(numbers, made.ones),
        "about": alternatives(data["about"]),
        "relative": alternatives(relative),
        "yearly": alternatives(yearly),
        "last": alternatives(data["last"]),
        "next": alternatives(data["next"]),
        "this": alternatives(data["this"]),
        "that": alternatives(data["that"]),
        "year": YEAR,
        "day": rf"(?:[12]\d|3[01]|0?[1-9])(?!\d)|{alternatives(made.ordinals)}",
    }
    return made._replace(marks=marks)


def expanded(pattern: str, marks: Mapping[str, str]) -> str:
    """Marks to groups of their words; the second mark of one name gets a 2."""
    seen: set[str] = set()

    def group(match: re.Match[str]) -> str:
        name = match[1] + ("2" if match[1] in seen else "")
        seen.add(match[1])
        return f"(?P<{name}>{marks[match[1]]})"

    return _MARK.sub(group, pattern)


def needed(pattern: str) -> frozenset[str]:
    """The marks without which a pattern cannot be met: those outside of optional groups."""
    while "(" in pattern:
        pattern = _GROUP.sub(lambda group: "" if group[2] or "|" in group[1] else group[1], pattern)
    return frozenset(_MARK.findall(pattern))


def key(text: str) -> str:
    """Words as the lists have them."""
    return " ".join(text.lower().split())


def _count(numbers: NumberWords, ones: Iterable[str]) -> str:
    """Up to two words of a number, or figures."""
    low = [word for word, value in numbers.words.items() if value < 100]
    word = alternatives([*low, *numbers.nouns, *ones])
    return rf"\d{{1,3}}|(?:{word})(?:[\s-](?:{word}))?"


def _numbered(groups: Iterable[Iterable[str]]) -> dict[str, int]:
    return {word: number for number, words in enumerate(groups, 1) for word in words}


def _by_word(groups: Mapping[str, Iterable[str]]) -> dict[str, str]:
    return {word: name for name, words in groups.items() for word in words}


def _before(phrases: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{alternatives(phrases)})\s*$", re.I)
