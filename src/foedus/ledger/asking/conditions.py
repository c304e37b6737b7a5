"""A filter to conditions on versions of claims."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from sqlalchemy import Column, Connection, Select, and_, exists, func, not_, or_, select

from foedus.ledger.asking.condition import WORTH_GATHERING, Condition, Test, looked_up, plain
from foedus.ledger.asking.matching import Searched, matching
from foedus.ledger.asking.moments import batch_before, holds, last_reading
from foedus.ledger.asking.outlet_names import with_outlets
from foedus.ledger.asking.search_terms import search_terms, units
from foedus.ledger.create_search import claim_words
from foedus.ledger.filters import VOUCHED, ClaimFilter
from foedus.ledger.tables import claims, documents, fillers, pages, voices
from foedus.model.identity import document_id

_WORTH_GATHERING = 5_000
"""Of two entities: each claim with the one is asked for the other."""
_OFTEN = 20_000
"""Fillers that are counted to see which of two entities is the rarer."""


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
    yield from _named(which)
    for test in _kinds(which):
        yield plain(test, select(claims.c.reading).where(test))
    for test in _listed(which):
        yield plain(test)
    if which.about or which.with_:
        yield _about(connection, which, batch)
    for role, pairs in groupby(sorted(which.roles), key=lambda pair: pair[0]):
        yield _in_role(role, [entity for _, entity in pairs])
    if which.voices:
        said = or_(voices.c.entity.in_(which.voices), voices.c.name.in_(which.voices))
        yield plain(exists().where(voices.c.reading == claims.c.reading, said))
    if which.happened_from or which.happened_to:
        days = (claims.c.when_earliest, claims.c.when_latest)
        yield plain(and_(claims.c.when_edtf.is_not(None), _can_fall(*days, which.happened_from, which.happened_to)))
    if asks_of_pages(which):
        yield plain(on_a_page(which, claims.c.document, batch), _of_outlets(which))
    if which.learned_since is not None:
        yield _learned_after(batch_before(connection, which.learned_since))
    if which.text is not None:
        asked = units(connection, search_terms(which.text), batch)
        yield from matching(connection, Searched(claims.c.reading, claim_words, _naming), asked)


def asks_of_pages(which: ClaimFilter) -> bool:
    """Whether the filter asks something of the pages that carry a text."""
    return bool(which.langs or which.outlets or which.published_from or which.published_by)


def on_a_page(which: ClaimFilter, document: Column[int], batch: int | None) -> Test:
    """Some page with the text has all that is asked of it; a page without a date was published on no day."""
    seen = pages.alias("seen")  # a name of its own: the question round it may ask of pages too
    asked = [seen.c.document == document, holds(seen, batch)]
    if which.langs:
        asked.append(seen.c.lang.in_(which.langs))
    if which.outlets:
        # the page is found by its document: to go by the outlet's index would be to look at all its pages each time
        asked.append((seen.c.outlet + "").in_(which.outlets))
    if which.published_from or which.published_by:
        asked.append(seen.c.published.is_not(None))
        days = (seen.c.published_earliest, seen.c.published_latest)
        asked.append(_can_fall(*days, which.published_from, which.published_by))
    return exists().where(*asked)


def _naming(entities: tuple[str, ...]) -> Condition:
    named = fillers.c.entity.in_(entities)
    test = exists().where(fillers.c.reading == claims.c.reading, named)
    return looked_up(claims.c.reading, test, select(fillers.c.reading).where(named))


def _named(which: ClaimFilter) -> Iterator[Condition]:
    """Claims and documents by their ids."""
    tests: list[Test] = []
    if which.ids:
        tests.append(claims.c.id.in_(which.ids))
    if which.document is not None:
        named = documents.alias("named")
        number = select(named.c.number).where(named.c.id == document_id(which.document))
        tests.append(claims.c.document == number.scalar_subquery())
    return (plain(test, select(claims.c.reading).where(test)) for test in tests)


def _kinds(which: ClaimFilter) -> Iterator[Test]:
    """What an index over versions knows: type with stage, and how people judged."""
    kinds = [claims.c.type.in_(which.types)] if which.types else []
    kinds += [claims.c.stage.in_(which.stages)] if which.stages else []
    if which.types:
        yield and_(*kinds)
    if which.review and "unreviewed" not in which.review:
        yield claims.c.review.in_(which.review)


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


def _about(connection: Connection, which: ClaimFilter, batch: int | None) -> Condition:
    """One filler among `about` and, where `with_` is given too, another filler of the same version among those."""
    first, second = fillers.alias("first"), fillers.alias("second")
    one, other = which.about or which.with_, which.with_ if which.about else ()
    if other:
        one, other = sorted((one, other), key=lambda entities: _often(connection, entities))
    asked: list[Test] = [first.c.entity.in_(one)]
    if other:
        # a question inside the other, so that the rarer entities are looked up and their claims asked for the others
        place = or_(first.c.role != second.c.role, first.c.position != second.c.position)
        asked.append(exists().where(second.c.reading == first.c.reading, place, second.c.entity.in_(other)))
    test = exists().where(first.c.reading == claims.c.reading, *asked)
    by_then = [] if batch is None else [first.c.reading <= last_reading(connection, batch)]
    keys = select(first.c.reading).where(*asked, *by_then)
    return looked_up(claims.c.reading, test, keys, gathered=_WORTH_GATHERING if other else WORTH_GATHERING)


def _often(connection: Connection, entities: tuple[str, ...]) -> int:
    """How many roles they fill, as far as it matters."""
    some = select(fillers.c.reading).where(fillers.c.entity.in_(entities)).limit(_OFTEN)
    return connection.scalar(select(func.count()).select_from(some.subquery())) or 0


def _in_role(role: str, entities: list[str]) -> Condition:
    asked = (fillers.c.entity.in_(entities), fillers.c.role == role)
    found = select(fillers.c.reading).where(*asked)
    return looked_up(claims.c.reading, exists().where(fillers.c.reading == claims.c.reading, *asked), found)


def _can_fall(earliest: Column[str | None], latest: Column[str | None], first: date | None, last: date | None) -> Test:
    """As `Edtf.within`: an open side or an unknown year never excludes."""
    sides: list[Test] = []
    if first:
        sides.append(or_(latest.is_(None), latest >= first.isoformat()))
    if last:
        sides.append(or_(earliest.is_(None), earliest <= last.isoformat()))
    return and_(*sides)


def _of_outlets(which: ClaimFilter) -> Select[int] | None:
    if not which.outlets:
        return None
    carried = pages.c.document == claims.c.document
    return select(claims.c.reading).distinct().join(pages, carried).where(pages.c.outlet.in_(which.outlets))


def _learned_after(batch: int) -> Condition:
    """No version of the statement was there before."""
    older = claims.alias("older")
    before = exists().where(older.c.id == claims.c.id, older.c.twin == claims.c.twin, older.c.batch <= batch)
    return plain(and_(claims.c.batch > batch, ~before), select(claims.c.reading).where(claims.c.batch > batch))
