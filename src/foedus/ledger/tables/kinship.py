"""Which texts came from which, and the stories that they make: as computed from texts and claims, in versions."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Table, func

from foedus.ledger.tables.base import NUMBER, WORDS, batch, ended, ends_later, metadata, number

edges = Table(
    "edges",
    metadata,
    number(),
    Column("document", NUMBER, ForeignKey("documents.number"), nullable=False),
    Column("earlier", WORDS, nullable=False),
    Column("kind", WORDS, nullable=False),
    Column("sha256", WORDS, nullable=False),
    Column("sealed", WORDS),
    batch(),
    ended(),
    CheckConstraint("length(sha256) = 64", name="sha256"),
    ends_later(),
    Index("ix_edges_earlier", "earlier"),
    Index("ix_edges_batch", "batch"),
    sqlite_strict=True,
)
"""What was found at a document: its kinship with an earlier one. `earlier` is that one's id, or the placeholder of an
origin that is not here; `sealed` is the whole edge as JSON, which can quote both texts: the chain covers its
SHA-256, so that it can be blanked when either of them is withdrawn."""

Index("uq_edges_version", edges.c.document, edges.c.sha256, func.coalesce(edges.c.ended, 0), unique=True)

stories = Table(
    "stories",
    metadata,
    number(),
    Column("story", NUMBER, nullable=False),
    Column("id", WORDS, nullable=False),
    Column("pages", NUMBER, nullable=False),
    Column("origins", NUMBER, nullable=False),
    Column("langs", WORDS, nullable=False),
    Column("first_day", WORDS),
    Column("last_day", WORDS),
    batch(),
    ended(),
    CheckConstraint("length(id) > 0", name="id"),
    CheckConstraint("pages > 1 AND origins > 0", name="counts"),
    CheckConstraint("first_day <= last_day", name="days"),
    ends_later(),
    Index("ix_stories_story", "story"),
    Index("ix_stories_batch", "batch"),
    sqlite_strict=True,
)
"""Stories of several documents, in versions. `story` stays the same from the first version on, `id` begins with the
canonically first document that it has at the time. `langs` counts its documents by language, as JSON; `first_day` and
`last_day` are the days of its dates. Nothing here quotes a text."""

Index("uq_stories_version", stories.c.id, func.coalesce(stories.c.ended, 0), unique=True)

story_members = Table(
    "story_members",
    metadata,
    number(),
    Column("story", NUMBER, nullable=False),
    Column("document", NUMBER, ForeignKey("documents.number"), nullable=False),
    batch(),
    ended(),
    ends_later(),
    Index("ix_story_members_story", "story"),
    Index("ix_story_members_batch", "batch"),
    sqlite_strict=True,
)
"""Which documents a story has, each from one batch on: a story that grows writes down only who is new."""

Index("uq_story_members_version", story_members.c.document, func.coalesce(story_members.c.ended, 0), unique=True)
