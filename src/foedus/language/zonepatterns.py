"""A language's zone patterns (data/lexicon/LANG/zones.yaml), compiled; a paragraph is tried against its kinds."""

from __future__ import annotations

import re
from functools import cache

from foedus.language.knowledge import lexicon, mapping
from foedus.model.errors import DataError

NAMES = ("credit", "credit_end", "caption", "boilerplate", "byline", "date_line", "dateline", "editor")
_CASED = frozenset({"byline", "dateline"})  # names and places are told by their capitals


@cache
def patterns(lang: str, name: str) -> re.Pattern[str] | None:
    """One pattern out of the alternatives of a name; None where the language lists none. Raises DataError."""
    if name not in NAMES:
        raise ValueError(name)
    listed = mapping(lang, "zones.yaml").get(name) or []
    try:
        joined = "|".join(f"(?:{re.compile(each).pattern})" for each in listed)
    except (re.error, TypeError) as error:
        raise DataError(f"{lexicon(lang, 'zones.yaml')}: {name}: {error}") from error
    flags = re.NOFLAG if name in _CASED else re.IGNORECASE
    return re.compile(joined, flags) if listed else None


def starts(lang: str, name: str, text: str) -> re.Match[str] | None:
    """Where a text begins with one of the patterns of that name."""
    found = patterns(lang, name)
    return found.match(text) if found else None


def holds(lang: str, name: str, text: str) -> re.Match[str] | None:
    """Where a text has one of the patterns of that name anywhere."""
    found = patterns(lang, name)
    return found.search(text) if found else None
