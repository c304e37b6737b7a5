"""Texts and the pages that carry them, as they were known at a moment."""

from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, exists, func, select, true

from foedus.ledger.asking.moments import batch_as_of, holds, known
from foedus.ledger.filters import Moment
from foedus.ledger.tables import batches, claims, documents, pages, tombstones
from foedus.model.document import Document

_NAMING = 1
"""The page that a document and its claims are named by."""


class Counts(NamedTuple):
    """How much a ledger holds; a page is a text at one address and outlet, so copies count as pages only."""

    documents: int
    pages: int
    claims: int
    superseded: int
    batches: int


def select_documents(connection: Connection, as_of: Moment = None) -> Select[Any]:
    """Texts with the page that names each, by date and id; without those that were withdrawn or left out."""
    return _texts(batch_as_of(connection, as_of)).where(pages.c.page == _NAMING, documents.c.text.is_not(None))


def select_pages(connection: Connection, document: str | None = None, as_of: Moment = None) -> Select[Any]:
    """Texts with each page that carries them (of one document, where its id is given)."""
    statement = _texts(batch_as_of(connection, as_of)).where(documents.c.text.is_not(None))
    if document is not None:
        statement = statement.where(documents.c.id == document)
    return statement.order_by(pages.c.page)


def select_document(connection: Connection, id: str, as_of: Moment = None) -> Select[Any]:  # noqa: A002 - its name
    """One text, there or withdrawn, with the page that names it."""
    found = _texts(batch_as_of(connection, as_of)).where(pages.c.page == _NAMING)
    return found.where(documents.c.id == id)


def select_counts(connection: Connection, as_of: Moment = None) -> Select[int, int, int, int, int]:
    """Documents, pages, claims that hold, versions that no longer do, batches; without what was withdrawn, and of the
    claims without those that were rejected."""
    batch = batch_as_of(connection, as_of)
    withdrawn = exists().where(tombstones.c.document == documents.c.number)
    alive = (claims.c.review.is_distinct_from("rejected"), claims.c.record.is_not(None))
    ended = claims.c.ended.is_not(None) if batch is None else claims.c.ended <= batch
    counted = (
        select(func.count()).select_from(documents).where(known(documents, batch), ~withdrawn),
        select(func.count()).select_from(pages).where(holds(pages, batch)),
        select(func.count()).select_from(claims).where(holds(claims, batch), *alive),
        select(func.count()).select_from(claims).where(ended),
        select(func.count()).select_from(batches).where(true() if batch is None else batches.c.number <= batch),
    )
    return select(*(one.scalar_subquery() for one in counted))


def _texts(batch: int | None) -> Select[Any]:
    page = [pages.c[field] for field in Document.__struct_fields__ if field in pages.c]
    texts = (documents.c.number, documents.c.id, documents.c.text, documents.c.sha256)
    return (
        select(*texts, *page)
        .join(pages, pages.c.document == documents.c.number)
        .where(known(documents, batch), holds(pages, batch))
        .order_by(pages.c.published_earliest.nulls_last(), documents.c.id)
    )
