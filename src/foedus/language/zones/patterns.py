"""A language's groups of zone patterns (data/lexicon/LANG/zones.yaml), compiled."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources.abc import Traversable
from typing import Any, Literal, NamedTuple, cast, get_args

from foedus.language.knowledge import lexicon, mapping
from foedus.language.zones.zone import ZoneKind
from foedus.model.errors import DataError

Place = Literal["start", "end", "before", "tail", "inside"]
"""Where a group's patterns are tried: at a short paragraph's start; anywhere in one, up to its end; at the start of a
paragraph whose rest is something else; at the end of a paragraph of any length; inside brackets."""
Opens = Literal["rest", "list", "next"]
"""What a line opens below it: all the rest of the page, a list of links, one paragraph."""
_FIELDS = frozenset({"zone", "why", "cased", "opens", "closing", "then", *get_args(Place)})


class Group(NamedTuple):
    """Patterns that tell one kind of line, and why such a line is no text.

    `opens` says what its line opens below it where it ends with it; `closing` that it counts only behind the last
    paragraph of text; `then` what the rest of a paragraph is behind a `before` pattern, None for plain text.
    """

    name: str
    zone: ZoneKind
    why: str
    opens: Opens | None
    closing: bool
    then: ZoneKind | None
    by_place: Mapping[Place, re.Pattern[str]]

    def match(self, place: Place, text: str) -> re.Match[str] | None:
        """Where the text begins with one of the group's patterns for the place."""
        pattern = self.by_place.get(place)
        return pattern.match(text) if pattern else None

    def search(self, place: Place, text: str) -> re.Match[str] | None:
        """Where the text has one of them anywhere."""
        return next(self.finditer(place, text), None)

    def finditer(self, place: Place, text: str) -> Iterator[re.Match[str]]:
        """Each place where it has one."""
        pattern = self.by_place.get(place)
        return pattern.finditer(text) if pattern else iter(())


@cache
def groups(lang: str) -> tuple[Group, ...]:
    """The groups of a language in the order of the file, none where it has no file. Raises DataError."""
    file = lexicon(lang, "zones.yaml")
    return tuple(_group(file, name, fields) for name, fields in mapping(lang, "zones.yaml").items())


def _group(file: Traversable, name: str, fields: Any) -> Group:  # noqa: ANN401 - as YAML gives it
    where = f"{file}: {name}"
    if not isinstance(fields, dict) or not fields.get("why") or fields.get("zone") not in get_args(ZoneKind):
        raise DataError(f"{where}: give `zone` (one of {', '.join(get_args(ZoneKind))}), `why` and patterns")
    if unknown := sorted(fields.keys() - _FIELDS):
        raise DataError(f"{where}: unknown field `{unknown[0]}`; there are {', '.join(sorted(_FIELDS))}")
    if fields.get("opens") not in (None, *get_args(Opens)) or fields.get("then") not in (None, *get_args(ZoneKind)):
        raise DataError(f"{where}: `opens` is one of {', '.join(get_args(Opens))}, `then` a kind of zone")
    flags = re.NOFLAG if fields.get("cased") else re.IGNORECASE
    by_place = {place: _compiled(where, fields[place], flags) for place in get_args(Place) if fields.get(place)}
    return Group(
        name,
        cast(ZoneKind, fields["zone"]),
        str(fields["why"]),
        fields.get("opens"),
        bool(fields.get("closing")),
        fields.get("then"),
        by_place,
    )


def _compiled(where: str, listed: list[str], flags: re.RegexFlag) -> re.Pattern[str]:
    try:
        return re.compile("|".join(f"(?:{re.compile(each).pattern})" for each in listed), flags)
    except (re.error, TypeError) as error:
        raise DataError(f"{where}: {error}") from error
