"""A search: claims by their sentences, documents by their texts, what was published last first."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from msgspec import Struct
from sqlalchemy import Connection, Row

from foedus.ledger.asking.cursor import Place, cursor, place_of
from foedus.ledger.asking.document_places import document_places, texts_at
from foedus.ledger.asking.moments import pinned
from foedus.ledger.asking.paging import MOST, Kept, page_of_claims
from foedus.ledger.asking.search_terms import Term, search_terms, units
from foedus.ledger.asking.snippets import Snippet, claim_snippets, text_snippet
from foedus.ledger.filters import ClaimFilter
from foedus.model.claim import Claim, DocumentRef
from foedus.model.errors import UsageError

_EVERYTHING = ClaimFilter()


class ClaimHit(Struct, frozen=True):
    """A claim that was found, with its sentences and the hits in them, and how it is held."""

    claim: Claim
    snippets: tuple[Snippet, ...]
    kept: Kept


class DocumentHit(Struct, frozen=True):
    """A document that was found, with a piece of its text round the first hit: its beginning where no word is searched,
    nothing where a backup left it out."""

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
    held = zip(page.claims, page.kept, strict=True)
    found = tuple(ClaimHit(claim, claim_snippets(claim, terms, entities), kept) for claim, kept in held)
    return ClaimHits(found, page.next, page.as_of)


def search_documents(
    connection: Connection,
    words: str | None,
    which: ClaimFilter = _EVERYTHING,
    after: str | None = None,
    limit: int = 50,
) -> DocumentHits:
    """Documents whose texts have the words, or with a claim in whose roles the entity stands that they name; without
    words all of them.

    What the filter asks of claims, one of the document's claims must meet. Newest first, what has no date last.
    """
    if not 0 < limit <= MOST:
        raise UsageError(f"a page holds from 1 to {MOST:,} documents, not {limit}")
    which = replace(which, text=words)
    start = None if after is None else place_of(after, which, newest_first=True)
    batch = start.batch if start else pinned(connection, which.as_of)
    asked = units(connection, search_terms(words), batch) if words is not None else ()
    rows = document_places(connection, which, asked, batch=batch, start=start, most=limit + 1)
    terms = [term for unit in asked for term in unit.terms]
    found = tuple(_hit(row, terms) for row in texts_at(connection, rows[:limit], batch))
    if len(rows) <= limit:
        return DocumentHits(found, None, batch)
    last = rows[limit - 1]
    place = Place(batch, last.day, last.id, 0, "", 0)
    return DocumentHits(found, cursor(place, which, newest_first=True), batch)


def _hit(row: Row[Any], terms: Sequence[Term]) -> DocumentHit:
    ref = DocumentRef(row.id, row.sha256, row.lang, row.published, row.title, row.outlet, row.url)
    return DocumentHit(ref, text_snippet(row.text or "", terms))
