"""How many claims of an answer there are of each kind, in each language, with each entity in each role."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from msgspec import Struct
from msgspec.json import Decoder
from sqlalchemy import Connection, Row, Select, select

from foedus.ledger.asking.condition import Condition, Days, Test
from foedus.ledger.asking.conditions import conditions, shown
from foedus.ledger.asking.keys import among, each_of
from foedus.ledger.asking.moments import batch_as_of, holds, last_reading
from foedus.ledger.asking.narrowing import narrowed, sieved
from foedus.ledger.asking.walking import every_claim
from foedus.ledger.filters import ClaimFilter
from foedus.ledger.tables import UNDATED, claims, entities, pages
from foedus.model.facets import FacetCount, Facets
from foedus.model.vocabulary import TYPES

COUNTED = 1_000
"""Versions that are looked at, at most: more would take longer than a person waits."""
_CORE = frozenset(role for spec in TYPES.values() for role in spec.core)
_OWN = ("type", "stage", "standing", "certainty", "polarity")
_ROW = select(
    claims.c.document, *(claims.c[name] for name in _OWN), claims.c.review, claims.c.published_on, claims.c.record
)
_ALL = (select(claims.c.reading).order_by(claims.c.reading.desc()),)


class _Filler(Struct):
    entity: str | None = None


class _Filled(Struct):
    roles: dict[str, list[_Filler]]


_filled = Decoder(_Filled)


def facets(connection: Connection, which: ClaimFilter, *, top: int = 10) -> Facets:
    """Counts of the claims of a filter; of languages, outlets and entities the `top` most frequent values."""
    batch = batch_as_of(connection, which.as_of)
    asked = list(conditions(connection, which, batch))
    found = counted(connection, asked, shown(which, batch), batch)
    counts = _own(found.rows) | _of_pages(connection, found.rows, batch)
    listed = {facet: _top(count, None if facet in _OWN else top) for facet, count in counts.items()}
    return Facets(len(found.rows), found.more, listed | _of_roles(connection, found.rows, top))


class Counted(NamedTuple):
    """The claims that are counted, in the columns of _ROW."""

    rows: Sequence[Row[Any]]
    more: bool


def counted(connection: Connection, asked: Sequence[Condition], there: Test, batch: int | None) -> Counted:
    """The claims of an answer where they are not many, else its newest part."""
    narrow = narrowed(connection, asked)
    if narrow.few:
        newest, whole = sorted(narrow.keys, reverse=True)[:COUNTED], len(narrow.keys) <= COUNTED
        others = narrow.others
    else:
        first = next((one for one in reversed(asked) if one.newest), None)
        newest, whole = _newest(connection, first, narrow.days, batch)
        others = tuple(one for one in asked if one is not first)
    keys, tests = sieved(newest, others)
    given = each_of(connection, keys, claims, claims.c.reading)
    rows: Sequence[Row[Any]] = list(connection.execute(_ROW.select_from(given).where(there, *tests)))
    return Counted(rows, more=not whole)


def _newest(
    connection: Connection, first: Condition | None, days: Days | None, batch: int | None
) -> tuple[list[int], bool]:
    """The newest versions that meet a condition, of all where there is none, and whether those are all.

    Of words those that were learned last, of an entity those that were published last; on some days alone those of
    these days, and those of the texts that another page published then.
    """
    last = None if batch is None else last_reading(connection, batch)
    found: set[int] = set()
    for listed in _lists(connection, first, days):
        (key,) = listed.selected_columns
        found.update(connection.scalars((listed if last is None else listed.where(key <= last)).limit(COUNTED + 1)))
    return sorted(found, reverse=True)[:COUNTED], len(found) <= COUNTED


def _lists(connection: Connection, first: Condition | None, days: Days | None) -> Sequence[Select[int]]:
    if days is None or (first is not None and first.walk is None):
        return _ALL if first is None else first.newest
    roads = every_claim(()) if first is None or first.walk is None else first.walk.roads
    of_days = (
        select(road.key)
        .where(*road.tests, road.day >= days.first, road.day <= days.last)
        .order_by(road.day.desc(), road.key.desc())
        for road in roads
    )
    strays = select(claims.c.reading).where(among(connection, days.strays, claims.c.document))
    return (*of_days, strays) if days.strays else tuple(of_days)


def _own(rows: Sequence[Row[Any]]) -> dict[str, Counter[str | None]]:
    """Facets that stand in the version's own row."""
    counts: dict[str, Counter[str | None]] = {name: Counter(getattr(row, name) for row in rows) for name in _OWN}
    counts["review"] = Counter(row.review or "unreviewed" for row in rows)
    counts["year"] = Counter(None if row.published_on == UNDATED else row.published_on[:4] for row in rows)
    return counts


def _of_pages(connection: Connection, rows: Sequence[Row[Any]], batch: int | None) -> dict[str, Counter[str | None]]:
    """Language of the page that names the text, outlets of all its pages."""
    per_text = Counter(row.document for row in rows)
    asked = select(pages.c.document, pages.c.page, pages.c.lang, pages.c.outlet).where(
        among(connection, list(per_text), pages.c.document), holds(pages, batch)
    )
    langs: Counter[str | None] = Counter()
    seen: set[tuple[int, str | None]] = set()
    for document, page, lang, outlet in connection.execute(asked):
        langs[lang] += per_text[document] if page == 1 else 0
        seen.add((document, outlet))
    outlets: Counter[str | None] = Counter()
    for document, outlet in seen:
        outlets[outlet] += per_text[document]
    return {"lang": langs, "outlet": outlets}


def _of_roles(connection: Connection, rows: Sequence[Row[Any]], top: int) -> dict[str, tuple[FacetCount, ...]]:
    """Entities in the core roles, which the records tell that are there already; who fills a role twice in a claim
    counts once."""
    counts: dict[str, Counter[str | None]] = {}
    for row in rows:
        for role, given in _filled.decode(row.record).roles.items():
            if role in _CORE:
                counts.setdefault(role, Counter()).update({one.entity for one in given if one.entity is not None})
    best = {role: _top(count, top) for role, count in sorted(counts.items()) if count}
    names = _names(connection, {one.value for some in best.values() for one in some if one.value})
    return {
        f"role {role}": tuple(FacetCount(one.value, one.count, names.get(one.value or "")) for one in some)
        for role, some in best.items()
    }


def _names(connection: Connection, keys: Iterable[str]) -> Mapping[str, str]:
    asked = select(entities.c.key, entities.c.name).where(entities.c.key.in_(sorted(keys)))
    return {row.key: row.name for row in connection.execute(asked)}


def _top(counts: Counter[str | None], most: int | None) -> tuple[FacetCount, ...]:
    """The most frequent values; those as frequent by name, none last."""
    ordered = sorted(counts.items(), key=lambda one: (-one[1], one[0] is None, one[0] or ""))
    return tuple(FacetCount(value, count) for value, count in ordered[:most] if count)
