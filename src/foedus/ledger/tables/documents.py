"""Texts, where they were seen, by whom they were read, and what was withdrawn."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Table, func

from foedus.ledger.tables.base import NUMBER, WORDS, batch, ended, ends_later, metadata, number

documents = Table(
    "documents",
    metadata,
    number(),
    Column("id", WORDS, nullable=False, unique=True),
    Column("sha256", WORDS, nullable=False),
    Column("text", WORDS),
    Column("characters", NUMBER, nullable=False),
    batch(),
    CheckConstraint("length(sha256) = 64 AND substr(sha256, 1, 16) = id", name="id"),
    CheckConstraint("characters >= 0", name="characters"),
    Index("ix_documents_batch", "batch"),
    sqlite_strict=True,
)
"""One row a text, known by its id, the beginning of its hash; the text is null where it was withdrawn or left out of a
backup."""

pages = Table(
    "pages",
    metadata,
    number(),
    Column("document", NUMBER, ForeignKey("documents.number"), nullable=False),
    Column("page", NUMBER, nullable=False),
    Column("url", WORDS),
    Column("outlet", WORDS, ForeignKey("outlets.name")),
    Column("published", WORDS),
    Column("published_earliest", WORDS),
    Column("published_latest", WORDS),
    Column("title", WORDS),
    Column("lang", WORDS, nullable=False),
    Column("raw_sha256", WORDS),
    Column("extractor", WORDS, nullable=False),
    Column("source", WORDS),
    Column("notes", WORDS, nullable=False),
    batch(),
    ended(),
    CheckConstraint("page > 0", name="page"),
    CheckConstraint("published_earliest <= published_latest", name="published"),
    ends_later(),
    Index("ix_pages_published", "published_earliest"),
    Index("ix_pages_outlet", "outlet"),
    Index("ix_pages_batch", "batch"),
    sqlite_strict=True,
)
"""Where a text was seen, in versions: a wire report on two outlets is one text with two pages, and a corrected date
ends a row and begins another of the same page. Page 1 is the one that the document and its claims are named by."""

Index("uq_pages_version", pages.c.document, pages.c.page, func.coalesce(pages.c.ended, 0), unique=True)

reads = Table(
    "reads",
    metadata,
    number(),
    Column("document", NUMBER, ForeignKey("documents.number"), nullable=False),
    Column("reader", WORDS, nullable=False),
    Column("version", WORDS, nullable=False),
    Column("claims", NUMBER, nullable=False),
    batch(),
    CheckConstraint("claims >= 0", name="claims"),
    Index("ix_reads_document", "document", "number"),
    Index("ix_reads_batch", "batch"),
    sqlite_strict=True,
)
"""Which reader has read a text, and how many claims it gave: a text without claims has been read too."""

outlets = Table(
    "outlets",
    metadata,
    Column("name", WORDS, primary_key=True),
    batch(),
    sqlite_strict=True,
)
"""Who published what the ledger holds, by the name that the pages give."""

tombstones = Table(
    "tombstones",
    metadata,
    Column("document", NUMBER, ForeignKey("documents.number"), primary_key=True, autoincrement=False),
    Column("reason", WORDS, nullable=False),
    Column("actor", WORDS),
    batch(),
    CheckConstraint("length(reason) > 0", name="reason"),
    sqlite_strict=True,
)
"""Documents that were withdrawn. Only where one stands may the rows of a document be blanked."""
