"""A search: claims by their sentences, documents by their texts, what was published last first."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from msgspec import Struct
from sqlalchemy import Connection, Row, Select, exists, or_, select

from foedus.ledger.asking.condition import Condition, Test, looked_up
from foedus.ledger.asking.conditions import asks_of_pages, conditions, on_a_page, shown
from foedus.ledger.asking.cursor import Place, cursor, place_of
from foedus.ledger.asking.matching import Searched, matching
from foedus.ledger.asking.moments import batch_as_of, holds, known, last_batch
from foedus.ledger.asking.outlet_names import with_outlets
from foedus.ledger.asking.paging import MOST, page_of_claims
from foedus.ledger.asking.search_terms import Unit, search_terms, units
from foedus.ledger.asking.snippets import Snippet, claim_snippets, text_snippet
from foedus.ledger.create_search import document_words
from foedus.ledger.filters import ClaimFilter
from foedus.ledger.tables import UNDATED, claims, documents, fillers, pages
from foedus.model.claim import Claim, DocumentRef
from foedus.model.errors import UsageError

_EVERYTHING = ClaimFilter()


class ClaimHit(Struct, frozen=True):
    """A claim that was found, with its sentences and the hits in them."""

    claim: Claim
    snippets: tuple[Snippet, ...]


class DocumentHit(Struct, frozen=True):
    """A document that was found, with a piece of its text round the first hit."""

    document: DocumentRef
    snippet: Snippet


class ClaimHits(NamedTuple):
    """A page of an answer; `next` is the cursor to go on with, None at the end."""

    hits: tuple[ClaimHit, ...]
    next: str | None
    as_of: int


class DocumentHits(NamedTuple):
    """The same of documents."""

    hits: tuple[DocumentHit, ...]
    next: str | None
    as_of: int


def search_claims(
    connection: Connection, words: str, which: ClaimFilter = _EVERYTHING, after: str | None = None, limit: int = 50
) -> ClaimHits:
    """Claims of a filter whose sentences have the words, or whose roles the entity that they name; newest first."""
    page = page_of_claims(connection, replace(which, text=words), after, limit, newest_first=True)
    asked = units(connection, search_terms(words), page.as_of)
    terms = [term for unit in asked for term in unit.terms]
    entities = frozenset(key for unit in asked if not unit.without for key in unit.entities)
    found = tuple(ClaimHit(claim, claim_snippets(claim, terms, entities)) for claim in page.claims)
    return ClaimHits(found, page.next, page.as_of)


def search_documents(
    connection: Connection, words: str, which: ClaimFilter = _EVERYTHING, after: str | None = None, limit: int = 50
) -> DocumentHits:
    """Documents whose texts have the words, or with a claim in whose roles the entity stands that they name.

    What the filter asks of claims, one of the document's claims must meet. Newest first, what has no date last.
    """
    if not 0 < limit <= MOST:
        raise UsageError(f"a page holds from 1 to {MOST:,} documents, not {limit}")
    which = replace(which, text=words)
    start = None if after is None else place_of(after, which, newest_first=True)
    as_of = batch_as_of(connection, which.as_of)
    batch = start.batch if start else last_batch(connection) if as_of is None else as_of
    asked = units(connection, search_terms(words), batch)
    rows = connection.execute(_select(connection, which, asked, batch, start).limit(limit + 1)).all()
    terms = [term for unit in asked for term in unit.terms]
    found = tuple(DocumentHit(_ref(row), text_snippet(row.text, terms)) for row in rows[:limit])
    if len(rows) <= limit:
        return DocumentHits(found, None, batch)
    last = rows[limit - 1]
    place = Place(batch, last.published_earliest or UNDATED, last.id, 0, "", 0)
    return DocumentHits(found, cursor(place, which, newest_first=True), batch)


def _select(
    connection: Connection, which: ClaimFilter, asked: Sequence[Unit], batch: int, start: Place | None
) -> Select[Any]:
    which = with_outlets(connection, which)
    day = pages.c.published_earliest
    page = (pages.c.lang, pages.c.published, pages.c.title, pages.c.outlet, pages.c.url, day)
    searched = Searched(documents.c.number, document_words, lambda entities: _naming(entities, batch))
    tests = [one.whole for one in matching(connection, searched, asked)]
    tests += _asked_of_claims(connection, which, batch)
    if asks_of_pages(which):
        tests.append(on_a_page(which, documents.c.number, batch))
    if start is not None:
        tests.append(_behind(start))
    return (
        select(documents.c.id, documents.c.sha256, documents.c.text, *page)
        .join(pages, pages.c.document == documents.c.number)
        .where(pages.c.page == 1, holds(pages, batch), known(documents, batch), documents.c.text.is_not(None), *tests)
        .order_by(day.desc().nulls_last(), documents.c.id)
    )


def _asked_of_claims(connection: Connection, which: ClaimFilter, batch: int) -> list[Test]:
    of_pages = replace(which, text=None, langs=(), outlets=(), published_from=None, published_by=None)
    if replace(of_pages, as_of=None) == _EVERYTHING:
        return []
    asked = (one.whole for one in conditions(connection, of_pages, batch))
    return [documents.c.number.in_(select(claims.c.document).where(shown(which, batch), *asked))]


def _naming(entities: tuple[str, ...], batch: int) -> Condition:
    """Documents with a claim in whose roles one of the entities stands."""
    named = (shown(_EVERYTHING, batch), fillers.c.reading == claims.c.reading, fillers.c.entity.in_(entities))
    test = exists().where(claims.c.document == documents.c.number, *named)
    return looked_up(documents.c.number, test, select(claims.c.document).where(*named))


def _behind(start: Place) -> Test:
    day, later = pages.c.published_earliest, documents.c.id > start.document
    if start.published_on == UNDATED:
        return day.is_(None) & later
    return or_(day.is_(None), day < start.published_on, (day == start.published_on) & later)


def _ref(row: Row[Any]) -> DocumentRef:
    return DocumentRef(row.id, row.sha256, row.lang, row.published, row.title, row.outlet, row.url)
