"""A filter to conditions on versions of claims."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from sqlalchemy import Connection, and_, exists, func, not_, or_, select

from foedus.ledger.asking.condition import Condition, Road, Test, Walk, looked_up, plain
from foedus.ledger.asking.keys import each_of, unsought
from foedus.ledger.asking.matching import Searched, matching
from foedus.ledger.asking.moments import batch_before, holds
from foedus.ledger.asking.of_pages import asks_of_pages, can_fall, of_pages
from foedus.ledger.asking.outlet_names import with_outlets
from foedus.ledger.asking.search_terms import search_terms, units
from foedus.ledger.asking.shelves import with_id
from foedus.ledger.create_search import claim_words
from foedus.ledger.filters import VOUCHED, ClaimFilter
from foedus.ledger.tables import UNDATED, claims, documents, fillers, voices
from foedus.model.identity import document_id
from foedus.model.vocabulary import TYPES

_OFTEN = 5_000
"""Fillers that are counted to see which of two entities is the rarer."""
_MOST_ROADS = 8
"""Of so many entities the days are walked along side by side."""


class _Often(NamedTuple):
    """How many roles entities fill, up to _OFTEN, and since which day so many: the rarer, the earlier."""

    rows: int
    since: str


def shown(which: ClaimFilter, batch: int | None) -> Test:
    """Versions that hold after a batch (None: now) and that people's judgement lets through."""
    return and_(holds(claims, batch), *judged(which))


def judged(which: ClaimFilter) -> Iterator[Test]:
    """What was withdrawn is never there, what was rejected only where it is asked for."""
    yield claims.c.record.is_not(None)
    if not which.review:
        yield claims.c.review.is_distinct_from("rejected")
        return
    unreviewed = [claims.c.review.is_(None)] if "unreviewed" in which.review else []
    yield or_(claims.c.review.in_(which.review), *unreviewed)


def conditions(connection: Connection, which: ClaimFilter, batch: int | None) -> Iterator[Condition]:
    """What the filter asks of a version besides that it holds; pages and names count as they were after a batch.

    UsageError where it names an outlet that no page has.
    """
    which = with_outlets(connection, which)
    yield from _named(connection, which)
    yield from _kinds(connection, which)
    for test in _listed(which):
        yield plain(test)
    if which.about or which.with_:
        yield _about(connection, which)
    for role, pairs in groupby(sorted(which.roles), key=lambda pair: pair[0]):
        yield _filling(connection, [entity for _, entity in pairs], roles=(role,))
    if which.voices:
        said = or_(voices.c.entity.in_(which.voices), voices.c.name.in_(which.voices))
        yield plain(exists().where(voices.c.reading == claims.c.reading, said))
    if which.happened_from or which.happened_to:
        days = (claims.c.when_earliest, claims.c.when_latest)
        yield plain(and_(claims.c.when_edtf.is_not(None), can_fall(*days, which.happened_from, which.happened_to)))
    if asks_of_pages(which):
        yield of_pages(connection, which, claims.c.document, batch)
    if which.learned_since is not None:
        yield _learned_after(batch_before(connection, which.learned_since))
    if which.text is not None:
        asked = units(connection, search_terms(which.text), batch)
        yield from matching(
            connection, Searched(claims.c.reading, claim_words, lambda named: _filling(connection, named)), asked
        )


def _named(connection: Connection, which: ClaimFilter) -> Iterator[Condition]:
    """Claims and documents by their ids."""
    tests: list[Test] = []
    if which.ids:
        tests.append(with_id(connection, which.ids))
    if which.document is not None:
        named = documents.alias("named")
        number = select(named.c.number).where(named.c.id == document_id(which.document))
        tests.append(claims.c.document == number.scalar_subquery())
    return (plain(test, select(claims.c.reading).where(test)) for test in tests)


def _kinds(connection: Connection, which: ClaimFilter) -> Iterator[Condition]:
    """What an index over versions knows: type with stage, and how people judged."""
    kinds = [claims.c.type.in_(which.types)] if which.types else []
    kinds += [claims.c.stage.in_(which.stages)] if which.stages else []
    if which.types:
        test = and_(*kinds)
        on_the_way = unsought(connection, claims.c.type).in_(which.types)
        yield plain(test, select(claims.c.reading).where(test))._replace(on_the_way=on_the_way)
    if which.review and "unreviewed" not in which.review:
        judged = claims.c.review.in_(which.review)
        yield plain(judged, select(claims.c.reading).where(judged))


def _listed(which: ClaimFilter) -> Iterator[Test]:
    """Conditions on the version's own columns."""
    for column, values in (
        (claims.c.stage, () if which.types else which.stages),
        (claims.c.standing, which.standing),
        (claims.c.polarity, which.polarity),
        (claims.c.certainty, which.certainty),
        (claims.c.zone, which.zones),
    ):
        if values:
            yield column.in_(values)
    for part in which.has:
        # how a record says that a part is missing; the quotes of a text's own words are escaped in it
        yield not_(claims.c.record.contains(f'"{part}":null'))
    if which.quoted is not None:
        yield claims.c.quoted == int(which.quoted)
    # what a person vouches for is sure, whatever the reader gave it
    if which.min_confidence:
        yield or_(claims.c.confidence >= which.min_confidence, claims.c.review.in_(VOUCHED))
    if which.max_confidence is not None:
        vouched = func.coalesce(claims.c.review, "").in_(VOUCHED)
        yield and_(claims.c.confidence <= which.max_confidence, ~vouched)


def _about(connection: Connection, which: ClaimFilter) -> Condition:
    """One filler among `about` and, where `with_` is given too, another filler of the same version among those."""
    one, other = which.about or which.with_, which.with_ if which.about else ()
    # of some types no other roles are filled: an index leaves out the claims of all others
    roles = tuple(sorted({role for kind in which.types for role in TYPES[kind].roles}))  # type: ignore[index]  # checked
    if not other:
        return _filling(connection, one, roles=roles)
    often, other_often = _often(connection, one), _often(connection, other)
    # the rarer entities are looked up, and their claims asked for the others
    if other_often < often:
        return _filling(connection, other, often=other_often, roles=roles, beside=one)
    return _filling(connection, one, often=often, roles=roles, beside=other)


def _filling(
    connection: Connection,
    entities: Sequence[str],
    *,
    often: _Often | None = None,
    roles: Sequence[str] = (),
    beside: Sequence[str] = (),
) -> Condition:
    """Versions in which one of the entities fills a role (of these), and one of those beside it another."""
    first, second = fillers.alias("first"), fillers.alias("second")
    asked: list[Test] = [first.c.role.in_(roles)] if roles else []
    if beside:
        place = or_(first.c.role != second.c.role, first.c.position != second.c.position)
        # the day too: it is what the index has between entity and reading
        same = (second.c.reading == first.c.reading, second.c.published_on == first.c.published_on)
        # a column of the index is selected, so that nothing but the index is looked at
        asked.append(select(second.c.reading).where(*same, place, second.c.entity.in_(beside)).exists())
    test = exists().where(first.c.reading == claims.c.reading, first.c.entity.in_(entities), *asked)
    keys = select(first.c.reading).where(first.c.entity.in_(entities), *asked)

    def sieve(numbers: Sequence[int]) -> Sequence[int]:
        # by their keys: an index on the entity would be gone through for each of them
        meant = unsought(connection, first.c.entity).in_(entities)
        given = each_of(connection, numbers, first, first.c.reading)
        return connection.scalars(select(first.c.reading).select_from(given).where(meant, *asked)).all()

    found = looked_up(claims.c.reading, test, keys)._replace(sieve=sieve)
    if len(entities) > _MOST_ROADS:
        return found
    day, key = first.c.published_on, first.c.reading
    roads = [(first.c.entity == entity, *asked) for entity in entities]
    newest = [
        select(key).where(*road, *days).order_by(day.desc(), key.desc())
        for road in roads
        for days in ((day < UNDATED,), (day == UNDATED,))
    ]
    rows = (often or _often(connection, entities)).rows
    walk = Walk(tuple(Road(day, key, road) for road in roads), rows)
    return found._replace(walk=walk, newest=tuple(newest))


def _often(connection: Connection, entities: Sequence[str]) -> _Often:
    if len(entities) > _MOST_ROADS:
        return _Often(_OFTEN, UNDATED)
    day = fillers.c.published_on
    some = (
        select(day).where(fillers.c.entity == one).order_by(day.desc()).limit(_OFTEN).subquery() for one in entities
    )
    found = [connection.execute(select(func.count(), func.min(one.c.published_on))).one() for one in some]
    return _Often(min(_OFTEN, sum(row[0] for row in found)), max((row[1] or "" for row in found), default=""))


def _learned_after(batch: int) -> Condition:
    """No version of the statement was there before."""
    older = claims.alias("older")
    same = (older.c[part] == claims.c[part] for part in ("document", "id", "twin"))
    before = exists().where(*same, older.c.batch <= batch)
    return plain(and_(claims.c.batch > batch, ~before), select(claims.c.reading).where(claims.c.batch > batch))
