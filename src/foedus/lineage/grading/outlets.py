"""The table of outlets: the shipped rows, a user's own over them, and finding one by name, address or entity."""

from collections.abc import Callable, Iterator
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import NamedTuple

import msgspec

from foedus.lineage.grading import files
from foedus.lineage.grading.naming import domains, folded, host, parts, runs, without
from foedus.lineage.grading.outlet import Outlet
from foedus.lineage.grading.rules import FILE as RULES
from foedus.lineage.grading.rules import Rules
from foedus.model.errors import DataError

KnowsKey = Callable[[str], bool]
"""Whether a key is one of the entity tables."""

_NEEDED = ("name", "kind", "reliability", "control", "note")


class Row(NamedTuple):
    """An outlet and where it stands; `own` says that a user's table gives it."""

    outlet: Outlet
    entry: files.Entry
    own: bool


class Outlets:
    """All rows by id. Names and addresses stand in one row each."""

    def __init__(self, rows: dict[str, Row], rules: Rules) -> None:
        """Raises DataError where two rows bear one name or address."""
        self._rows = rows
        self._rules = rules
        self._idle = frozenset(word for given in rules.name_words for word in folded(given).split())
        self._joiners = frozenset(rules.joiners)
        self._names: dict[str, Row] = {}
        self._domains: dict[str, Row] = {}
        self._entities: dict[str, Row] = {}
        for row in rows.values():
            for name in row.outlet.names:
                self._enter(self._names, self._plain(name), row, f"name {name!r}")
            for domain in row.outlet.domains:
                self._enter(self._domains, domain.lower(), row, f"domain {domain}")
            if row.outlet.entity:
                self._enter(self._entities, row.outlet.entity, row, f"entity {row.outlet.entity}")

    def __iter__(self) -> Iterator[Row]:
        return iter(self._rows.values())

    def __len__(self) -> int:
        return len(self._rows)

    def named(self, name: str | None) -> Row | None:
        """The row whose name this is."""
        return self._names.get(self._plain(name)) if name else None

    def of_entity(self, key: str | None) -> Row | None:
        """The row of an entity of the entity tables."""
        return self._entities.get(key) if key else None

    def within(self, text: str | None) -> list[Row]:
        """Rows whose names stand in a short text, such as a credit line, in its order; the longest name counts."""
        found: dict[str, Row] = {}
        taken = ""
        for run in runs(text or ""):
            row = self._names.get(run) or self._names.get(without(run, self._idle))
            if row and row.outlet.id not in found and f" {run} " not in f" {taken} ":
                found[row.outlet.id] = row
                taken = f"{taken} | {run}"
        return list(found.values())

    def at(self, address: str | None) -> Row | None:
        """The row whose domain holds a URL or host; None for archives, which hold everybody's pages."""
        where = self._host(address)
        return next((self._domains[one] for one in domains(where) if one in self._domains), None) if where else None

    def is_foreign(self, row: Row, address: str | None) -> bool:
        """Whether an address is known and none of the row's, so that its name alone proves nothing."""
        where = self._host(address)
        return bool(where and row.outlet.domains) and self.at(address) is not row

    def publisher(self, name: str | None, address: str | None) -> Row | None:
        """Who publishes a page: by its address, else by its name or the first part of it ("Le Monde avec AFP")."""
        if row := self.at(address) or self.named(name) or self.at(name):
            return row
        first = parts(name, self._joiners)[:1] if name else []
        return self.named(first[0]) if first else None

    def joined(self, name: str | None) -> list[Row]:
        """All rows that the name of a publisher joins: itself and those that it credits."""
        found = (self.named(part) for part in parts(name or "", self._joiners))
        return [row for row in found if row]

    def _host(self, address: str | None) -> str | None:
        where = host(address)
        return None if where is None or any(one in self._rules.archives for one in domains(where)) else where

    def _plain(self, name: str) -> str:
        return without(folded(name), self._idle)

    @staticmethod
    def _enter(index: dict[str, Row], key: str, row: Row, what: str) -> None:
        other = index.setdefault(key, row)
        if other is not row:
            place = f"{other.entry.file}, line {other.entry.line}"
            row.entry.fault(f"{what} of {row.outlet.id} stands in {other.outlet.id} too ({place}): keep it in one")


def load_outlets(rules: Rules, own: Path | None = None, knows: KnowsKey | None = None) -> Outlets:
    """The shipped rows, then those of a user's folder: a row of the same id replaces, `drop: true` removes.

    `knows` checks the keys of states and organisations. Raises DataError with file, line and remedy in one line.
    """
    rows: dict[str, Row] = {}
    for entry in _entries(files.shipped(), own=False):
        row = _row(entry, rules, knows, own=False)
        if row.outlet.id in rows:
            entry.fault(f"id {row.outlet.id} stands twice: give one row another id")
        rows[row.outlet.id] = row
    mine: set[str] = set()
    for entry in _entries(own, own=True) if own else ():
        row = _row(entry, rules, knows, own=True)
        if row.outlet.id in mine:
            entry.fault(f"id {row.outlet.id} stands twice: give one row another id")
        mine.add(row.outlet.id)
        if row.outlet.drop and row.outlet.id not in rows:
            entry.fault(f"there is no row {row.outlet.id} to drop: look for its id with `foedus outlets`")
        rows[row.outlet.id] = row
    return Outlets({key: row for key, row in rows.items() if not row.outlet.drop}, rules)


def _entries(folder: Traversable, *, own: bool) -> Iterator[files.Entry]:
    found = sorted((file for file in folder.iterdir() if file.name.endswith(".yaml")), key=lambda file: file.name)
    if own and not found:
        raise DataError(f"{folder}: no file *.yaml here: put rows into outlets.yaml, as docs/grading.md shows")
    for file in found:
        if file.name != RULES:
            yield from files.entries(file, str(file) if own else file.name, "outlets")


def _row(entry: files.Entry, rules: Rules, knows: KnowsKey | None, *, own: bool) -> Row:
    try:
        outlet = msgspec.convert(entry.record, Outlet)
    except msgspec.ValidationError as error:
        entry.fault(f"{_who(entry)}: {error}: see docs/grading.md for what a row may hold")
    if outlet.drop:
        return Row(outlet, entry, own)
    for field in _NEEDED:
        if field not in entry.record or not getattr(outlet, field):
            entry.fault(f"{_who(entry)} has no {field}: add `{field}: …`")
    for interest in outlet.interest:
        for topic in interest.topics:
            if topic not in rules.topics:
                entry.fault(f"{_who(entry)} names topic {topic!r}: topics are {', '.join(rules.topics)}")
    for key in (outlet.seat, outlet.entity, *(key for interest in outlet.interest for key in interest.about)):
        if key and knows and not knows(key):
            entry.fault(f"{_who(entry)} names {key!r}, which is no entity: look for its key with `foedus entities`")
    for domain in outlet.domains:
        if host(domain) != domain.lower().removeprefix("www."):
            entry.fault(f"{_who(entry)} has {domain!r} for a domain: write it like example.org")
    return Row(outlet, entry, own)


def _who(entry: files.Entry) -> str:
    return str(entry.record.get("id", "a row without id"))
