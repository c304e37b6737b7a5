"""Documents as a table with their texts: all that a ledger needs to take them in; docs/parquet.md tells the columns."""

from typing import NamedTuple

import msgspec

from foedus.model.document import Document
from foedus.publish.column import Column, Sheet


class DocumentRow(NamedTuple):
    """A document as it was read, how many claims it gave, and by whom: the reader's name and version, if known."""

    document: Document
    claims: int
    reader: tuple[str, str] | None = None
    story: str | None = None


def _notes(row: DocumentRow) -> str:
    return msgspec.json.encode(row.document.notes).decode()


DOCUMENT_TABLE: Sheet[DocumentRow] = Sheet(
    "documents",
    (
        Column("document", "text", lambda row: row.document.id),
        Column("story", "text", lambda row: row.story),
        Column("published", "text", lambda row: row.document.published),
        Column("outlet", "text", lambda row: row.document.outlet),
        Column("title", "text", lambda row: row.document.title),
        Column("url", "text", lambda row: row.document.url),
        Column("lang", "text", lambda row: row.document.lang),
        Column("claims", "whole", lambda row: row.claims),
        Column("sha256", "text", lambda row: row.document.sha256),
        Column("raw_sha256", "text", lambda row: row.document.raw_sha256),
        Column("extractor", "text", lambda row: row.document.extractor),
        Column("source", "text", lambda row: row.document.source),
        Column("notes", "text", _notes),
        Column("reader_name", "text", lambda row: row.reader[0] if row.reader else None),
        Column("reader_version", "text", lambda row: row.reader[1] if row.reader else None),
        Column("text", "text", lambda row: row.document.text or None),
    ),
)
