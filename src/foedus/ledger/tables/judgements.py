"""What people judge: reviews of claims, links of names to entities, sources that depend on others, moved addresses."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Table, func

from foedus.ledger.tables.base import NUMBER, WORDS, batch, ended, ends_later, metadata, number, one_of

REVIEW_ACTIONS = (
    "accept",
    "correct",
    "reject",
    "add",
    "split",
    "merge",
    "link",
    "unlink",
    "depend",
    "independ",
    "undo",
)

reviews = Table(
    "reviews",
    metadata,
    number(),
    Column("action", WORDS, nullable=False),
    Column("document", NUMBER, ForeignKey("documents.number")),
    Column("claim", WORDS),
    Column("twin", NUMBER),
    Column("before", NUMBER, ForeignKey("claims.reading")),
    Column("after", NUMBER, ForeignKey("claims.reading")),
    Column("reviewer", WORDS, nullable=False),
    Column("reason", WORDS),
    Column("detail", WORDS, nullable=False),
    Column("undoes", NUMBER, ForeignKey("reviews.number")),
    batch(),
    one_of("action", REVIEW_ACTIONS),
    CheckConstraint("length(reviewer) > 0", name="reviewer"),
    CheckConstraint("(action = 'undo') = (undoes IS NOT NULL)", name="undoes"),
    CheckConstraint("(claim IS NULL) = (twin IS NULL)", name="claim"),
    Index("ix_reviews_claim", "claim", "twin", "number"),
    Index("ix_reviews_batch", "batch"),
    sqlite_strict=True,
)
"""One row a judgement: who, why, and which version of the claim it found (`before`) and left (`after`); `detail` is
JSON with what the action needs, as the fields that were corrected. Split and merge give a row for each claim."""

Index(
    "uq_reviews_undoes",
    reviews.c.undoes,
    unique=True,
    sqlite_where=reviews.c.undoes.is_not(None),
    postgresql_where=reviews.c.undoes.is_not(None),
)

aliases = Table(
    "aliases",
    metadata,
    number(),
    Column("name", WORDS, nullable=False),
    Column("folded", WORDS, nullable=False),
    Column("entity", WORDS, nullable=False),
    Column("kind", WORDS, nullable=False),
    Column("reason", WORDS),
    batch(),
    ended(),
    CheckConstraint("length(folded) > 0", name="folded"),
    ends_later(),
    Index("ix_aliases_batch", "batch"),
    sqlite_strict=True,
)
"""A name that a person linked to an entity: what nothing else links is linked by it, now and when read later."""

Index("uq_aliases_version", aliases.c.folded, func.coalesce(aliases.c.ended, 0), unique=True)

dependencies = Table(
    "dependencies",
    metadata,
    number(),
    Column("source", WORDS, nullable=False),
    Column("depends_on", WORDS, nullable=False),
    Column("reason", WORDS, nullable=False),
    batch(),
    ended(),
    CheckConstraint("source <> depends_on", name="itself"),
    ends_later(),
    Index("ix_dependencies_batch", "batch"),
    sqlite_strict=True,
)
"""A source (an outlet's name or an entity's key) that is not independent of another, as its own supplier."""

Index(
    "uq_dependencies_version",
    dependencies.c.source,
    dependencies.c.depends_on,
    func.coalesce(dependencies.c.ended, 0),
    unique=True,
)

redirects = Table(
    "redirects",
    metadata,
    number(),
    Column("claim", WORDS, nullable=False),
    Column("twin", NUMBER, nullable=False),
    Column("to_claim", WORDS, nullable=False),
    Column("to_twin", NUMBER, nullable=False),
    batch(),
    ended(),
    CheckConstraint("claim <> to_claim OR twin <> to_twin", name="itself"),
    ends_later(),
    Index("ix_redirects_batch", "batch"),
    sqlite_strict=True,
)
"""Where a statement went whose address was known: merged into another, or read again with another type."""

Index("uq_redirects_version", redirects.c.claim, redirects.c.twin, func.coalesce(redirects.c.ended, 0), unique=True)
