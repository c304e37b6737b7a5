"""What a document's pages said at different times, and who has read it."""

from typing import NamedTuple

from sqlalchemy import Connection, select

from foedus.ledger.reading.incoming import ReaderVersion
from foedus.ledger.reading.texts import page_document
from foedus.ledger.tables import batches, documents, pages, reads
from foedus.model.document import Document


class PageVersion(NamedTuple):
    """What the ledger knew of a page from one batch on; `document` is without its text.

    `learned` and `ended` are UTC, `ended` is null while it holds; `command` is what brought it.
    """

    page: int
    document: Document
    learned: str
    command: str | None
    ended: str | None


class ReadBy(NamedTuple):
    """A reading of the text: who read it, when, how many claims it gave, by what command."""

    reader: ReaderVersion
    claims: int
    at: str
    command: str | None


def page_versions(connection: Connection, document: str) -> list[PageVersion]:
    """All that was known of the pages of a document (by its id), page by page, the oldest version first."""
    end = batches.alias("end")
    asked = (
        select(pages, documents.c.sha256, batches.c.at, batches.c.command, end.c.at.label("ended_at"))
        .join(documents, documents.c.number == pages.c.document)
        .join(batches, batches.c.number == pages.c.batch)
        .outerjoin(end, end.c.number == pages.c.ended)
        .where(documents.c.id == document)
        .order_by(pages.c.page, pages.c.number)
    )
    return [
        PageVersion(row["page"], page_document(row, row["sha256"]), row["at"], row["command"], row["ended_at"])
        for row in connection.execute(asked).mappings()
    ]


def read_by(connection: Connection, document: str) -> list[ReadBy]:
    """Who has read a document (by its id), the first reading first."""
    asked = (
        select(reads.c.reader, reads.c.version, reads.c.claims, batches.c.at, batches.c.command)
        .join(documents, documents.c.number == reads.c.document)
        .join(batches, batches.c.number == reads.c.batch)
        .where(documents.c.id == document)
        .order_by(reads.c.number)
    )
    return [ReadBy(ReaderVersion(*row[:2]), *row[2:]) for row in connection.execute(asked)]
