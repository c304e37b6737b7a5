"""Which stored texts a reader has not read yet, and the texts themselves, a part at a time."""

from collections.abc import Sequence

from msgspec.structs import replace
from sqlalchemy import Connection, func, select

from foedus.ledger.reading.incoming import ReaderVersion
from foedus.ledger.reading.texts import in_parts, page_document
from foedus.ledger.tables import documents, pages, reads
from foedus.model.document import Document


def readable(connection: Connection, langs: frozenset[str], reader: ReaderVersion | None = None) -> list[int]:
    """Numbers of the texts in some languages that are there to be read, in the order in which they came.

    Where a reader is given, only what it has not been the last to read, or was corrected since.
    """
    first = pages.alias("first")
    asked = (
        select(documents.c.number)
        .join(first, first.c.document == documents.c.number)
        .where(documents.c.text.is_not(None), first.c.page == 1, first.c.ended.is_(None), first.c.lang.in_(langs))
        .order_by(documents.c.number)
    )
    if reader is not None:
        newest = select(func.max(reads.c.number)).group_by(reads.c.document)
        last = select(reads.c.document, reads.c.batch).where(
            reads.c.number.in_(newest), reads.c.reader == reader.name, reads.c.version == reader.version
        )
        done = last.subquery()
        asked = asked.outerjoin(done, (done.c.document == documents.c.number) & (done.c.batch >= first.c.batch))
        asked = asked.where(done.c.document.is_(None))
    return list(connection.scalars(asked))


def texts(connection: Connection, numbers: Sequence[int]) -> list[Document]:
    """Texts by their numbers, each with the page that names it; those whose text is not there are left out."""
    asked = select(pages, documents.c.sha256, documents.c.text, documents.c.number.label("place"))
    asked = asked.join(documents, documents.c.number == pages.c.document)
    asked = asked.where(pages.c.page == 1, pages.c.ended.is_(None), documents.c.text.is_not(None))
    found = {
        row["place"]: replace(page_document(row, row["sha256"]), text=row["text"])
        for some in in_parts(numbers)
        for row in connection.execute(asked.where(documents.c.number.in_(some))).mappings()
    }
    return [found[number] for number in numbers if number in found]
