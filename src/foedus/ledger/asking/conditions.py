"""A filter to conditions on versions of claims."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from sqlalchemy import Column, ColumnElement, Connection, Select, and_, exists, not_, or_, select

from foedus.ledger.asking.matching import matching
from foedus.ledger.asking.moments import batch_before, holds
from foedus.ledger.asking.search_terms import search_terms, units
from foedus.ledger.create_search import claim_words
from foedus.ledger.filters import ClaimFilter
from foedus.ledger.tables import claims, documents, fillers, pages, voices
from foedus.model.identity import document_id

Condition = ColumnElement[bool]


def shown(which: ClaimFilter, batch: int | None) -> Condition:
    """Versions that hold after a batch (None: now) and that people's judgement lets through."""
    return and_(holds(claims, batch), *judged(which))


def judged(which: ClaimFilter) -> Iterator[Condition]:
    """What was withdrawn is never there, what was rejected only where it is asked for."""
    yield claims.c.record.is_not(None)
    if not which.review:
        yield claims.c.review.is_distinct_from("rejected")
        return
    unreviewed = [claims.c.review.is_(None)] if "unreviewed" in which.review else []
    yield or_(claims.c.review.in_(which.review), *unreviewed)


def conditions(connection: Connection, which: ClaimFilter, batch: int | None) -> Iterator[Condition]:
    """What the filter asks of a version besides that it holds; pages and names count as they were after a batch."""
    yield from _listed(which)
    if which.about or which.with_:
        yield _about(which.about or which.with_, which.with_ if which.about else ())
    for role, pairs in groupby(sorted(which.roles), key=lambda pair: pair[0]):
        yield _in_role(role, [entity for _, entity in pairs])
    if which.voices:
        yield _said_by(which.voices)
    if which.happened_from or which.happened_to:
        yield claims.c.when_edtf.is_not(None)
        yield _can_fall(claims.c.when_earliest, claims.c.when_latest, which.happened_from, which.happened_to)
    if which.langs or which.outlets or which.published_from or which.published_by:
        yield _on_a_page(which, batch)
    if which.learned_since is not None:
        yield from _learned_after(batch_before(connection, which.learned_since))
    if which.text is not None:
        asked = units(connection, search_terms(which.text), batch)
        yield and_(*matching(connection, claims.c.reading, claim_words, asked, naming))


def naming(entities: tuple[str, ...]) -> Select[int]:
    """Versions with one of the entities in some role."""
    return select(fillers.c.reading).where(fillers.c.entity.in_(entities))


def _listed(which: ClaimFilter) -> Iterator[Condition]:
    """Conditions on the version's own columns."""
    for column, values in (
        (claims.c.type, which.types),
        (claims.c.stage, which.stages),
        (claims.c.standing, which.standing),
        (claims.c.polarity, which.polarity),
        (claims.c.certainty, which.certainty),
        (claims.c.zone, which.zones),
        (claims.c.id, which.ids),
    ):
        if values:
            yield column.in_(values)
    for part in which.has:
        # how a record says that a part is missing; the quotes of a text's own words are escaped in it
        yield not_(claims.c.record.contains(f'"{part}":null'))
    if which.quoted is not None:
        yield claims.c.quoted == int(which.quoted)
    if which.min_confidence:
        yield claims.c.confidence >= which.min_confidence
    if which.max_confidence is not None:
        yield claims.c.confidence <= which.max_confidence
    if which.document is not None:
        yield claims.c.document == (
            select(documents.c.number).where(documents.c.id == document_id(which.document)).scalar_subquery()
        )


def _about(one: tuple[str, ...], other: tuple[str, ...]) -> Condition:
    """One filler among `one` and, where `other` is given, another filler of the same version among `other`."""
    first = fillers.alias("first")
    found = select(first.c.reading).where(first.c.entity.in_(one))
    if other:
        second = fillers.alias("second")
        place = or_(first.c.role != second.c.role, first.c.position != second.c.position)
        found = found.join(second, and_(second.c.reading == first.c.reading, place))
        found = found.where(second.c.entity.in_(other))
    return claims.c.reading.in_(found)


def _in_role(role: str, entities: list[str]) -> Condition:
    found = select(fillers.c.reading).where(fillers.c.entity.in_(entities), fillers.c.role == role)
    return claims.c.reading.in_(found)


def _said_by(names: tuple[str, ...]) -> Condition:
    said = or_(voices.c.entity.in_(names), voices.c.name.in_(names))
    return exists().where(voices.c.reading == claims.c.reading, said)


def _can_fall(
    earliest: Column[str | None], latest: Column[str | None], first: date | None, last: date | None
) -> Condition:
    """As `Edtf.within`: an open side or an unknown year never excludes."""
    sides: list[Condition] = []
    if first:
        sides.append(or_(latest.is_(None), latest >= first.isoformat()))
    if last:
        sides.append(or_(earliest.is_(None), earliest <= last.isoformat()))
    return and_(*sides)


def _on_a_page(which: ClaimFilter, batch: int | None) -> Condition:
    """Some page with the text has all that is asked of it; a page without a date was published on no day."""
    asked = [pages.c.document == claims.c.document, holds(pages, batch)]
    if which.langs:
        asked.append(pages.c.lang.in_(which.langs))
    if which.outlets:
        asked.append(pages.c.outlet.in_(which.outlets))
    if which.published_from or which.published_by:
        asked.append(pages.c.published.is_not(None))
        days = (pages.c.published_earliest, pages.c.published_latest)
        asked.append(_can_fall(*days, which.published_from, which.published_by))
    return exists().where(*asked)


def _learned_after(batch: int) -> Iterator[Condition]:
    """No version of the statement was there before."""
    older = claims.alias("older")
    yield claims.c.batch > batch
    yield ~exists().where(older.c.id == claims.c.id, older.c.twin == claims.c.twin, older.c.batch <= batch)
