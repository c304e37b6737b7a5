"""Statements in versions, and what they are looked up by: who fills their roles, who says them, their words."""

from typing import get_args

from sqlalchemy import (
    REAL,
    CheckConstraint,
    Column,
    Double,
    ForeignKey,
    Index,
    PrimaryKeyConstraint,
    Table,
    func,
    literal_column,
)
from sqlalchemy.types import TypeEngine

from foedus.ledger.tables.base import NUMBER, WORDS, batch, ended, ends_later, metadata, one_of, record
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

ORIGINS = ("reader", "person")
REVIEWS = ("accepted", "corrected", "rejected", "added")
UNDATED = "9999-12-31"
"""Day of publication of what has none, so that it sorts last."""

_PROBABILITY: TypeEngine[float] = REAL().with_variant(Double(), "postgresql")

claims = Table(
    "claims",
    metadata,
    Column("reading", NUMBER, primary_key=True, autoincrement=False),
    Column("id", WORDS, nullable=False),
    Column("twin", NUMBER, nullable=False),
    Column("document", NUMBER, ForeignKey("documents.number"), nullable=False),
    Column("type", WORDS, nullable=False),
    Column("stage", WORDS, nullable=False),
    Column("polarity", WORDS, nullable=False),
    Column("certainty", WORDS, nullable=False),
    Column("standing", WORDS, nullable=False),
    Column("zone", WORDS, nullable=False),
    Column("quoted", NUMBER, nullable=False),
    Column("trigger_start", NUMBER, nullable=False),
    Column("published_on", WORDS, nullable=False),
    Column("when_edtf", WORDS),
    Column("when_earliest", WORDS),
    Column("when_latest", WORDS),
    Column("confidence", _PROBABILITY),
    Column("origin", WORDS, nullable=False),
    Column("review", WORDS),
    record("machine"),
    record("record"),
    batch(),
    ended(),
    CheckConstraint("length(id) = 16", name="id"),
    CheckConstraint("twin >= 0", name="twin"),
    one_of("type", CLAIM_TYPES),
    one_of("stage", dict.fromkeys(stage for spec in TYPES.values() for stage in spec.stages)),
    one_of("polarity", get_args(Polarity)),
    one_of("certainty", get_args(Certainty)),
    one_of("standing", get_args(Standing)),
    one_of("zone", get_args(ZoneKind)),
    CheckConstraint("quoted = 0 OR quoted = 1", name="quoted"),
    CheckConstraint("confidence BETWEEN 0 AND 1", name="confidence"),
    CheckConstraint("when_earliest <= when_latest", name="when"),
    one_of("origin", ORIGINS),
    one_of("review", REVIEWS, nullable=True),
    CheckConstraint("origin = 'reader' OR review IS NOT NULL", name="judged"),
    ends_later(),
    Index("ix_claims_type_stage", "type", "stage"),
    Index("ix_claims_published", "published_on", "type", postgresql_include=["reading"]),
    Index("ix_claims_batch", "batch", postgresql_include=["reading"]),  # as SQLite's indexes have it anyway
    sqlite_strict=True,
)
"""Versions of statements; the number of a version is its `reading`.

`record` is the whole claim as it holds (null where withdrawn), the columns repeat what is asked for often.
`machine` is what the reader gave, where a person's judgement holds instead. `twin` counts different claims of one
text that came with the same id."""

# an id is made from its document's hash: what is unique in the document is unique at all, and is written side by side
Index("uq_claims_version", claims.c.document, claims.c.id, claims.c.twin, func.coalesce(claims.c.ended, 0), unique=True)
SHELF_BITS = 18
SHELF = claims.c.reading.op(">>")(literal_column(str(SHELF_BITS)))
"""Which shelf of the index of ids a version stands on. Ids are as good as random: in one large index each would be
written to a page of its own. On a shelf of 262,144 versions the pages stay in memory as long as they are written to."""
Index("ix_claims_shelf", SHELF, claims.c.id)
Index(
    "ix_claims_ended",
    claims.c.ended,
    sqlite_where=claims.c.ended.is_not(None),
    postgresql_where=claims.c.ended.is_not(None),
)
Index(
    "ix_claims_review",
    claims.c.review,
    claims.c.reading,
    sqlite_where=claims.c.review.is_not(None),
    postgresql_where=claims.c.review.is_not(None),
)

fillers = Table(
    "fillers",
    metadata,
    Column("reading", NUMBER, ForeignKey("claims.reading"), nullable=False),
    Column("role", WORDS, nullable=False),
    Column("position", NUMBER, nullable=False),
    Column("entity", WORDS),
    Column("name", WORDS, nullable=False),
    Column("kind", WORDS, nullable=False),
    Column("via", WORDS),
    Column("published_on", WORDS, nullable=False),
    PrimaryKeyConstraint("reading", "role", "position"),
    one_of("role", dict.fromkeys(role for spec in TYPES.values() for role in spec.roles)),
    one_of("kind", get_args(Kind)),
    one_of("via", get_args(Via), nullable=True),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
"""Who fills the roles of a version, to look claims up by entity.

`published_on` is the version's own: what an entity fills can be walked along the days."""

Index(
    "ix_fillers_entity",
    fillers.c.entity,
    fillers.c.published_on,
    fillers.c.reading,
    postgresql_include=["role", "position"],  # SQLite has the whole key there anyway
    sqlite_where=fillers.c.entity.is_not(None),
    postgresql_where=fillers.c.entity.is_not(None),
)
Index(
    "ix_fillers_unlinked",
    fillers.c.name,
    fillers.c.reading,
    sqlite_where=fillers.c.entity.is_(None),
    postgresql_where=fillers.c.entity.is_(None),
)

voices = Table(
    "voices",
    metadata,
    Column("reading", NUMBER, ForeignKey("claims.reading"), nullable=False),
    Column("position", NUMBER, nullable=False),
    Column("entity", WORDS),
    Column("name", WORDS),
    Column("kind", WORDS, nullable=False),
    PrimaryKeyConstraint("reading", "position"),
    one_of("kind", get_args(VoiceKind)),
    Index("ix_voices_entity", "entity", "reading"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
"""Who says what a version holds, nearest voice first, to look claims up by source."""
