"""What is known beside the claims: names of the entities met."""

from sqlalchemy import Column, ForeignKey, Index, PrimaryKeyConstraint, Table

from foedus.ledger.tables.base import WORDS, batch, metadata

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
