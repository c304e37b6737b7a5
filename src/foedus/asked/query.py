"""The language of the search box: `supplier:BLR recipient:AZE stage:delivered before:2023 "air defence"`.

A prefix narrows, everything else is looked for as it stands; words with a colon whose prefix says nothing are words.
`role:NAME` (supplier, recipient, item …), about, with, voice, type, stage, standing, lang, outlet, review, certainty,
polarity, zone, has: several values with commas or one after the other are alternatives; in quotation marks a value may
have spaces. Days: in, before, after, from, to (of what happened), published, since, asof (as EDTF, like 2022-05).
"""

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

import msgspec

from foedus.asked.filters import Asked
from foedus.asked.moments import day
from foedus.ledger.filters import ROLES
from foedus.model.errors import UsageError

Filter = tuple[str, str]
"""Name of a filter as addresses have it, and a value."""

_TERM = re.compile(r'(?<!\S)(?P<prefix>[A-Za-z_-]+):(?:"(?P<quoted>[^"]+)"|(?P<plain>[^\s"]+))(?!\S)')
_QUOTES = str.maketrans(dict.fromkeys("«»“”„‟", '"'))
_NAMED = frozenset({"about", "with", "voice", "outlet"})
_FOLDED = frozenset({"type", "stage", "standing", "lang", "review", "certainty", "polarity", "zone", "has"})
"""Values out of a list of the contract's own words."""
_ALSO = {"asof": "as_of", "as-of": "as_of", "says": "voice", "published-by": "published_by"}
_NAMES = {"text": "q", "with_": "with", "from_": "from"}
"""Filters that addresses name otherwise than `Asked`."""


class Query(NamedTuple):
    """What a search box asks: filters in their order, and the words that are left."""

    filters: tuple[Filter, ...]
    words: str


def parse_query(text: str) -> Query:
    """Take the filters out of a search; UsageError where a day is none. What they name is not looked at yet."""
    filters: list[Filter] = []

    def taken(match: re.Match[str]) -> str:
        found = _filters(match["prefix"].lower(), match["quoted"], match["plain"])
        filters.extend(found)
        return "" if found else match[0]

    words = _TERM.sub(taken, text.translate(_QUOTES))
    if not filters:
        return Query((), text.strip())
    return Query(tuple(dict.fromkeys(filters)), " ".join(words.split()))


def given(asked: Asked) -> list[Filter]:
    """All filters that are asked for, as addresses name them."""
    found: list[Filter] = []
    for field in msgspec.structs.fields(asked):
        name, value = _NAMES.get(field.name, field.name), getattr(asked, field.name)
        if isinstance(value, tuple):
            found += [(name, one) for one in value]
        elif isinstance(value, bool):
            found.append((name, str(value).lower()))
        elif value is not None:
            found.append((name, value))
    return found


def _filters(prefix: str, quoted: str | None, plain: str | None) -> list[Filter]:
    """What one term asks for; none where its prefix is only a word."""
    name = _ALSO.get(prefix, prefix)
    value = quoted if quoted is not None else plain or ""
    dated = value[:1].isdigit() or value[:1] in ".-"
    if name in _DAYS and (name not in ROLES or dated):
        return _DAYS[name](value)
    values = [value] if quoted is not None else [one for one in value.split(",") if one]
    if name in _NAMED | _FOLDED:
        return [(name, one.lower() if name in _FOLDED else one) for one in values]
    if name in ROLES:
        return [("role", f"{name}={one}") for one in values]
    return []


def _before(value: str) -> list[Filter]:
    first = day(value, "before:")
    return [("to", _beside(first, -1, "before:"))] if first else []


def _after(value: str) -> list[Filter]:
    last = day(value, "after:", latest=True)
    return [("from", _beside(last, 1, "after:"))] if last else []


def _beside(given: date, days: int, prefix: str) -> str:
    try:
        return (given + timedelta(days=days)).isoformat()
    except OverflowError as error:
        raise UsageError(f"{prefix}{given} lies at the end of all days: leave it out") from error


def _quoted(value: str) -> list[Filter]:
    if value.lower() not in ("yes", "no", "true", "false"):
        raise UsageError(f"quoted:{value} says neither yes nor no: write quoted:yes or quoted:no")
    return [("quoted", "true" if value.lower() in ("yes", "true") else "false")]


def _as(*names: str) -> Callable[[str], list[Filter]]:
    return lambda value: [(name, value) for name in names]


_DAYS: Mapping[str, Callable[[str], list[Filter]]] = {
    "before": _before,
    "after": _after,
    "in": _as("from", "to"),
    "from": _as("from"),
    "to": _as("to"),
    "published": _as("published_from", "published_by"),
    "published_by": _as("published_by"),
    "since": _as("since"),
    "as_of": _as("as_of"),
    "quoted": _quoted,
}
"""Prefixes with one value. Those that are roles too (`to:ARM`, `from:toulon`) are days where a digit comes first."""
