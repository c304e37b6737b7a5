"""How many claims of an answer there are of each kind, in each language, with each entity in each role."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct
from sqlalchemy import Connection, Select, func, select

from foedus.ledger.asking.condition import Condition, Test
from foedus.ledger.asking.conditions import conditions, shown
from foedus.ledger.asking.moments import batch_as_of, holds, last_reading
from foedus.ledger.asking.narrowing import Narrowed, among, narrowed
from foedus.ledger.filters import ClaimFilter
from foedus.ledger.tables import UNDATED, claims, entities, fillers, pages
from foedus.model.vocabulary import TYPES

COUNTED = 3_000
"""Versions that are looked at, at most: more would take longer than a person waits."""
_CORE = frozenset(role for spec in TYPES.values() for role in spec.core)
_OWN = ("type", "stage", "standing", "certainty", "polarity")


class FacetCount(Struct, frozen=True):
    """A value, None where there is none, and how many of the claims counted have it; an entity with its name."""

    value: str | None
    count: int
    name: str | None = None


class Facets(Struct, frozen=True):
    """Counts, the highest first, by facet: type, stage, standing, certainty, polarity, review, year, lang, outlet, and
    the core roles as `role supplier`.

    `counted` is how many claims were counted. With `more` there may be further ones, and those counted are out of what
    the ledger learned last. A claim on the pages of two outlets counts for both.
    """

    counted: int
    more: bool
    counts: dict[str, tuple[FacetCount, ...]]


def facets(connection: Connection, which: ClaimFilter, *, top: int = 10) -> Facets:
    """Counts of the claims of a filter; of languages, outlets and entities the `top` most frequent values."""
    batch = batch_as_of(connection, which.as_of)
    asked = list(conditions(connection, which, batch))
    readings, more = _counted(connection, asked, shown(which, batch), batch)
    counts = _own(connection, readings)
    counts |= _of_pages(connection, readings, batch)
    listed = {facet: _top(count, None if facet in _OWN else top) for facet, count in counts.items()}
    return Facets(len(readings), more, listed | _of_roles(connection, readings, top))


def _counted(
    connection: Connection, asked: Sequence[Condition], there: Test, batch: int | None
) -> tuple[list[int], bool]:
    """The readings of the answer where they are not too many, else of its newest part."""
    narrow = narrowed(connection, asked)
    if narrow.few:
        return list(connection.scalars(select(claims.c.reading).where(there, *narrow.tests))), False
    newest, whole = _newest(connection, narrow, batch)
    some = select(claims.c.reading).where(there, among(connection, newest), *narrow.others)
    return list(connection.scalars(some)), not whole


def _newest(connection: Connection, narrow: Narrowed, batch: int | None) -> tuple[list[int], bool]:
    """The newest versions that can be meant, and whether those are all."""
    given = select(claims.c.reading) if narrow.keys is None else narrow.keys
    (key,) = given.subquery().c
    listed: Select[int] = select(key).order_by(key.desc())
    if batch is not None:
        listed = listed.where(key <= last_reading(connection, batch))
    found = list(connection.scalars(listed.limit(COUNTED + 1)))
    return found[:COUNTED], len(found) <= COUNTED


def _own(connection: Connection, readings: Sequence[int]) -> dict[str, Counter[str | None]]:
    """Facets that stand in the version's own row."""
    columns = [claims.c[name] for name in _OWN]
    asked = select(*columns, claims.c.review, func.substr(claims.c.published_on, 1, 4).label("year"), func.count())
    grouped = asked.where(among(connection, readings)).group_by(*columns, claims.c.review, "year")
    counts: dict[str, Counter[str | None]] = {name: Counter() for name in (*_OWN, "review", "year")}
    for *own, review, year, count in connection.execute(grouped):
        for name, value in zip(_OWN, own, strict=True):
            counts[name][value] += count
        counts["review"][review or "unreviewed"] += count
        counts["year"][None if year == UNDATED[:4] else year] += count
    return counts


def _of_pages(connection: Connection, readings: Sequence[int], batch: int | None) -> dict[str, Counter[str | None]]:
    """Language of the page that names the text, outlets of all its pages."""
    per_text = Counter(connection.scalars(select(claims.c.document).where(among(connection, readings))))
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


def _of_roles(connection: Connection, readings: Sequence[int], top: int) -> dict[str, tuple[FacetCount, ...]]:
    """Entities in the core roles; who fills a role twice in a claim counts once."""
    asked = (
        select(fillers.c.role, fillers.c.entity, func.count(fillers.c.reading.distinct()))
        .where(among(connection, readings, fillers.c.reading), fillers.c.entity.is_not(None))
        .group_by(fillers.c.role, fillers.c.entity)
    )
    counts: dict[str, Counter[str | None]] = {}
    for role, entity, count in connection.execute(asked):
        if role in _CORE:
            counts.setdefault(role, Counter())[entity] = count
    best = {role: _top(count, top) for role, count in sorted(counts.items())}
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
