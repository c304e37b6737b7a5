"""Documents with their claims and the day on which they came, as their kinship is looked for."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import Connection, literal, select

from foedus.ledger.asking.moments import holds, known
from foedus.ledger.reading.texts import in_parts
from foedus.ledger.records import claim_of, document_of
from foedus.ledger.tables import batches, claims, documents, pages, tombstones
from foedus.model.claim import Claim
from foedus.model.document import Document

_NAMING = 1
"""The page by which a document is known."""


class Told(NamedTuple):
    """A document with what it claims, the day on which it came first, and how many characters its text has."""

    document: Document
    claims: tuple[Claim, ...]
    received: date
    characters: int


def told(connection: Connection, ids: Iterable[str]) -> dict[str, Told]:
    """Documents by id, those that are here with their texts, with the claims that hold and nobody rejected."""
    found = _documents(connection, sorted(set(ids)), None, texts=True)
    said = _claims(connection, [number for number, _ in found])
    return {one.document.id: one._replace(claims=tuple(said[number])) for number, one in found}


def named(connection: Connection, ids: Iterable[str], batch: int | None = None) -> dict[str, Told]:
    """The same without texts and claims, as known after a batch (None: now); those left without text are here too."""
    found = _documents(connection, sorted(set(ids)), batch, texts=False)
    return {one.document.id: one for _, one in found}


def numbers_of(connection: Connection, ids: Iterable[str]) -> dict[str, int]:
    """The numbers of documents by their ids."""
    asked = select(documents.c.id, documents.c.number)
    return {
        row.id: row.number
        for some in in_parts(sorted(set(ids)))
        for row in connection.execute(asked.where(documents.c.id.in_(some)))
    }


def _documents(connection: Connection, ids: list[str], batch: int | None, *, texts: bool) -> list[tuple[int, Told]]:
    fields = [pages.c[field] for field in Document.__struct_fields__ if field in pages.c]
    text = documents.c.text if texts else literal("").label("text")
    asked = (
        select(documents.c.number, documents.c.sha256, documents.c.characters, text, batches.c.at, *fields)
        .join(pages, pages.c.document == documents.c.number)
        .join(batches, batches.c.number == documents.c.batch)
        .outerjoin(tombstones, tombstones.c.document == documents.c.number)
        .where(known(documents, batch), holds(pages, batch), pages.c.page == _NAMING, tombstones.c.document.is_(None))
    )
    if texts:
        asked = asked.where(documents.c.text.is_not(None))
    return [
        (row["number"], Told(document_of(row), (), datetime.fromisoformat(row["at"]).date(), row["characters"]))
        for some in in_parts(ids)
        for row in connection.execute(asked.where(documents.c.id.in_(some))).mappings()
    ]


def _claims(connection: Connection, numbers: list[int]) -> dict[int, list[Claim]]:
    found: dict[int, list[Claim]] = defaultdict(list)
    asked = select(claims.c.document, claims.c.record).where(
        claims.c.ended.is_(None), claims.c.record.is_not(None), claims.c.review.is_distinct_from("rejected")
    )
    asked = asked.order_by(claims.c.document, claims.c.trigger_start, claims.c.id, claims.c.twin)
    for some in in_parts(numbers):
        for row in connection.execute(asked.where(claims.c.document.in_(some))):
            found[row.document].append(claim_of(row.record))
    return found
