"""Who wrote what kind of thing and when, and the hash chain over it: one row of each for every write."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Table, func

from foedus.ledger.tables.base import NUMBER, WORDS, batch, metadata, number, one_of

ACTIONS = ("read", "reread", "review", "name", "derive", "forget", "migrate")
"""What a batch can be: documents read (their pages corrected too), read again, judged, names of entities, stories
computed, documents withdrawn, an older schema brought up."""

facts = Table(
    "ledger",
    metadata,
    Column("key", WORDS, primary_key=True),
    Column("value", WORDS, nullable=False),
    sqlite_strict=True,
)
"""`schema_version`, `id` (a UUID that backups share), `created_by` (program and version), `created_at`."""

batches = Table(
    "batches",
    metadata,
    number(),
    Column("at", WORDS, nullable=False),
    Column("action", WORDS, nullable=False),
    Column("actor", WORDS),
    Column("command", WORDS),
    Column("reader", WORDS),
    CheckConstraint("number > 0", name="number"),
    one_of("action", ACTIONS),
    Index("ix_batches_at", "at"),
    sqlite_strict=True,
)
"""A write, which is there whole or not at all. `at` is UTC, never earlier than that of the batch before; `actor` is
the person whose judgement it is; `reader` names the readers of its claims."""

entries = Table(
    "entries",
    metadata,
    batch(),
    Column("document", NUMBER, ForeignKey("documents.number")),
    Column("digest", WORDS, nullable=False),
    CheckConstraint("length(digest) = 64", name="digest"),
    sqlite_strict=True,
)
"""What a batch wrote about one document (none: about the ledger as a whole), as one SHA-256 over its rows."""

Index("uq_entries_batch_document", entries.c.batch, func.coalesce(entries.c.document, 0), unique=True)

audit = Table(
    "audit",
    metadata,
    Column("batch", NUMBER, ForeignKey("batches.number"), primary_key=True, autoincrement=False),
    Column("content", WORDS, nullable=False),
    Column("previous", WORDS, nullable=False),
    Column("hash", WORDS, nullable=False, unique=True),
    CheckConstraint("length(content) = 64 AND length(previous) = 64 AND length(hash) = 64", name="hashes"),
    sqlite_strict=True,
)
"""The chain: `content` hashes the batch's entries, `hash` the batch, its content and the link before."""
