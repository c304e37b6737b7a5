"""Filters to SQL: one parameterised statement for each question, in an order that never depends on chance."""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, or_, select

from foedus.ledger.filters import ClaimFilter
from foedus.ledger.schema import batches, claims, documents, fillers, sightings
from foedus.model.document import Document
from foedus.model.identity import document_id

_PUBLISHED = (documents.c.published_earliest.nulls_last(), documents.c.id)


def select_claims(which: ClaimFilter) -> Select[str]:
    """Records of current claims, by the document's date and id, then the trigger's place, then the claim's id."""
    return (
        select(claims.c.record)
        .join(documents, documents.c.id == claims.c.document)
        .where(claims.c.superseded_at.is_(None), *_conditions(which))
        .order_by(*_PUBLISHED, claims.c.trigger_start, claims.c.id, claims.c.twin)
    )


def select_documents() -> Select[Any]:
    """Documents, by date and id."""
    return select(documents).order_by(*_PUBLISHED)


def select_pages(document: str | None) -> Select[Any]:
    """Texts with the metadata of each page that carries them (of one document, where its id is given)."""
    page = [sightings.c[field] for field in Document.__struct_fields__ if field in sightings.c]
    texts = (documents.c.text, documents.c.sha256, documents.c.lang)
    statement = select(*texts, *page).join(sightings, sightings.c.document == documents.c.id)
    if document is not None:
        statement = statement.where(documents.c.id == document)
    return statement.order_by(*_PUBLISHED, sightings.c.published_earliest.nulls_last(), sightings.c.id)


def select_counts() -> Select[int, int, int, int, int]:
    """Documents, pages, current claims, superseded readings, batches. A page is a text at one address and outlet."""
    pages = select(sightings.c.document, sightings.c.url, sightings.c.outlet).distinct().subquery()
    current = select(func.count()).where(claims.c.superseded_at.is_(None))
    superseded = select(func.count()).where(claims.c.superseded_at.is_not(None))
    return select(
        select(func.count()).select_from(documents).scalar_subquery(),
        select(func.count()).select_from(pages).scalar_subquery(),
        current.scalar_subquery(),
        superseded.scalar_subquery(),
        select(func.count()).select_from(batches).scalar_subquery(),
    )


def _conditions(which: ClaimFilter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = [
        column.in_(values)
        for column, values in (
            (claims.c.type, which.types),
            (claims.c.stage, which.stages),
            (claims.c.standing, which.standing),
            (documents.c.lang, which.langs),
        )
        if values
    ]
    if which.about or which.with_:
        found.append(_about(which.about or which.with_, which.with_ if which.about else ()))
    if which.happened_from or which.happened_to:
        found.append(claims.c.when_edtf.is_not(None))
        found.append(_can_fall(which.happened_from, which.happened_to))
    if which.published_by:
        found.append(_published_by(which.published_by))
    if which.min_confidence:
        found.append(claims.c.confidence >= which.min_confidence)
    if which.document is not None:
        found.append(claims.c.document == document_id(which.document))
    return found


def _about(one: tuple[str, ...], other: tuple[str, ...]) -> ColumnElement[bool]:
    """One filler among `one` and, where `other` is given, another filler of the same reading among `other`."""
    first = fillers.alias("first")
    found = select(first.c.reading).where(first.c.entity.in_(one))
    if other:
        second = fillers.alias("second")
        place = or_(first.c.role != second.c.role, first.c.position != second.c.position)
        found = found.join(second, and_(second.c.reading == first.c.reading, place))
        found = found.where(second.c.entity.in_(other))
    return claims.c.reading.in_(found)


def _can_fall(first: date | None, last: date | None) -> ColumnElement[bool]:
    """As `Edtf.within`: an open side or an unknown year never excludes."""
    late = or_(claims.c.when_latest.is_(None), claims.c.when_latest >= first.isoformat()) if first else None
    early = or_(claims.c.when_earliest.is_(None), claims.c.when_earliest <= last.isoformat()) if last else None
    return and_(*(side for side in (late, early) if side is not None))


def _published_by(day: date) -> ColumnElement[bool]:
    """Some page with the text can have been published by the end of a day; pages without a date say nothing."""
    early = or_(sightings.c.published_earliest.is_(None), sightings.c.published_earliest <= day.isoformat())
    return claims.c.document.in_(select(sightings.c.document).where(sightings.c.published.is_not(None), early))
