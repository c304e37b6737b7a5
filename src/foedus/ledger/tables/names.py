"""What is known or computed beside the claims: names of the entities met, and findings."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, PrimaryKeyConstraint, Table, func

from foedus.ledger.tables.base import WORDS, batch, ended, ends_later, metadata, number

entities = Table(
    "entities",
    metadata,
    Column("key", WORDS, primary_key=True),
    Column("kind", WORDS, nullable=False),
    Column("name", WORDS, nullable=False),
    batch(),
    sqlite_strict=True,
)
"""Entities that claims name, with their English names."""

entity_names = Table(
    "entity_names",
    metadata,
    Column("entity", WORDS, ForeignKey("entities.key"), nullable=False),
    Column("lang", WORDS, nullable=False),
    Column("folded", WORDS, nullable=False),
    Column("name", WORDS, nullable=False),
    batch(),
    PrimaryKeyConstraint("entity", "lang", "folded"),
    Index("ix_entity_names_folded", "folded", "entity"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
"""Their names in all languages, so that a search finds them under any."""

findings = Table(
    "findings",
    metadata,
    number(),
    Column("id", WORDS, nullable=False),
    Column("rule", WORDS, nullable=False),
    Column("record", WORDS, nullable=False),
    batch(),
    ended(),
    CheckConstraint("length(id) > 0", name="id"),
    ends_later(),
    Index("ix_findings_rule", "rule"),
    Index("ix_findings_batch", "batch"),
    sqlite_strict=True,
)
"""What a rule found, in versions; `record` is JSON."""

Index("uq_findings_version", findings.c.id, func.coalesce(findings.c.ended, 0), unique=True)
