"""The tables. Every constraint has a name, so that a later migration can speak of it.

A claim's row is one *reading* of a statement: `record` is the whole claim as `data/claim.schema.json` says, the
other columns and tables repeat what is asked for often. Rows are never changed but for `superseded_at`, which
says when a later reading replaced them or gave nothing in their place; so what the ledger held at any moment can
be told from `learned_at` and `superseded_at` alone.

Times are UTC in ISO 8601 with microseconds and `Z`, days ISO 8601: both sort as text.
"""

from collections.abc import Iterable
from typing import get_args

from sqlalchemy import (
    REAL,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
    func,
)

from foedus.ledger.filters import STAGES
from foedus.model.vocabulary import (
    CLAIM_TYPES,
    TYPES,
    Certainty,
    Kind,
    Polarity,
    Standing,
    Via,
    VoiceKind,
    ZoneKind,
)

SCHEMA_VERSION = 1

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)


def _one_of(column: str, values: Iterable[str]) -> CheckConstraint:
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


meta = Table(
    "meta",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
    sqlite_strict=True,
)
"""`schema_version`, `created_by` (the program and its version), `created_at`."""

batches = Table(
    "batches",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("started", Text, nullable=False),
    Column("finished", Text),
    Column("command", Text),
    Column("reader", Text),
    sqlite_strict=True,
)
"""One row a write, which is there whole or not at all; `reader` names the readers of its claims."""

documents = Table(
    "documents",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("id", Text, nullable=False),
    Column("lang", Text, nullable=False),
    Column("published", Text),
    Column("published_earliest", Text),
    Column("published_latest", Text),
    Column("title", Text),
    Column("outlet", Text),
    Column("url", Text),
    Column("raw_sha256", Text),
    Column("extractor", Text, nullable=False),
    Column("source", Text),
    Column("text", Text, nullable=False),
    Column("notes", Text, nullable=False),
    Column("batch", ForeignKey("batches.id"), nullable=False),
    Column("learned_at", Text, nullable=False),
    UniqueConstraint("id"),
    CheckConstraint("length(sha256) = 64 AND substr(sha256, 1, 16) = id", name="id"),
    CheckConstraint("published_earliest <= published_latest", name="published"),
    Index("ix_documents_published", "published_earliest", "id"),
    sqlite_strict=True,
)
"""One row a text, with the metadata of the page where it was first seen."""

sightings = Table(
    "sightings",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("document", ForeignKey("documents.id"), nullable=False),
    Column("url", Text),
    Column("outlet", Text),
    Column("published", Text),
    Column("published_earliest", Text),
    Column("published_latest", Text),
    Column("title", Text),
    Column("raw_sha256", Text),
    Column("extractor", Text, nullable=False),
    Column("source", Text),
    Column("notes", Text, nullable=False),
    Column("batch", ForeignKey("batches.id"), nullable=False),
    Column("learned_at", Text, nullable=False),
    sqlite_strict=True,
)
"""Where a text was seen: the same wire report on two outlets is one document with two sightings."""

Index(
    "uq_sightings_identity",
    sightings.c.document,
    *(func.coalesce(sightings.c[name], "") for name in ("url", "outlet", "published", "source")),
    unique=True,
)

claims = Table(
    "claims",
    metadata,
    Column("reading", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    Column("twin", Integer, nullable=False),
    Column("document", ForeignKey("documents.id"), nullable=False),
    Column("type", Text, nullable=False),
    Column("stage", Text, nullable=False),
    Column("polarity", Text, nullable=False),
    Column("certainty", Text, nullable=False),
    Column("standing", Text, nullable=False),
    Column("zone", Text, nullable=False),
    Column("quoted", Integer, nullable=False),
    Column("trigger_start", Integer, nullable=False),
    Column("when_edtf", Text),
    Column("when_earliest", Text),
    Column("when_latest", Text),
    Column("confidence", REAL),
    Column("record", Text, nullable=False),
    Column("batch", ForeignKey("batches.id"), nullable=False),
    Column("learned_at", Text, nullable=False),
    Column("superseded_at", Text),
    CheckConstraint("length(id) = 16", name="id"),
    CheckConstraint("twin >= 0", name="twin"),
    _one_of("type", CLAIM_TYPES),
    _one_of("stage", sorted(STAGES)),
    _one_of("polarity", get_args(Polarity)),
    _one_of("certainty", get_args(Certainty)),
    _one_of("standing", get_args(Standing)),
    _one_of("zone", get_args(ZoneKind)),
    CheckConstraint("quoted IN (0, 1)", name="quoted"),
    CheckConstraint("confidence BETWEEN 0 AND 1", name="confidence"),
    CheckConstraint("when_earliest <= when_latest", name="when"),
    CheckConstraint("superseded_at >= learned_at", name="superseded"),
    Index("ix_claims_id", "id"),
    Index("ix_claims_document", "document"),
    Index("ix_claims_type_stage", "type", "stage"),
    Index("ix_claims_when", "when_earliest", "when_latest"),
    sqlite_strict=True,
)
"""Readings of statements; `twin` counts different claims of one text that came with the same id."""

Index(
    "uq_claims_current",
    claims.c.id,
    claims.c.twin,
    unique=True,
    sqlite_where=claims.c.superseded_at.is_(None),
    postgresql_where=claims.c.superseded_at.is_(None),
)

fillers = Table(
    "fillers",
    metadata,
    Column("reading", ForeignKey("claims.reading", ondelete="CASCADE"), nullable=False),
    Column("role", Text, nullable=False),
    Column("position", Integer, nullable=False),
    Column("entity", Text),
    Column("name", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("via", Text),
    PrimaryKeyConstraint("reading", "role", "position"),
    _one_of("role", sorted({role for spec in TYPES.values() for role in spec.roles})),
    _one_of("kind", get_args(Kind)),
    _one_of("via", get_args(Via)),
    Index("ix_fillers_entity", "entity", "reading"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
"""Who fills the roles of a reading, to look claims up by entity."""

voices = Table(
    "voices",
    metadata,
    Column("reading", ForeignKey("claims.reading", ondelete="CASCADE"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("entity", Text),
    Column("name", Text),
    Column("kind", Text, nullable=False),
    PrimaryKeyConstraint("reading", "position"),
    _one_of("kind", get_args(VoiceKind)),
    Index("ix_voices_entity", "entity", "reading"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
"""Who says what a reading holds, nearest voice first, to look claims up by source."""
