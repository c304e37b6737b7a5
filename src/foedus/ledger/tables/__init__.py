"""The tables, in the order in which they point to each other. Every constraint has a name.

A row that can stop holding bears the batch in which it was learned and the batch that ended it: what the ledger held
at any moment is told by these two alone, and no row is changed but to end it.

Times are UTC in ISO 8601 with microseconds and `Z`, days ISO 8601: both sort as text.
"""

from foedus.ledger.tables.base import metadata
from foedus.ledger.tables.batches import ACTIONS, audit, batches, entries, facts
from foedus.ledger.tables.claims import ORIGINS, REVIEWS, UNDATED, claims, fillers, voices
from foedus.ledger.tables.documents import documents, outlets, pages, reads, tombstones
from foedus.ledger.tables.judgements import REVIEW_ACTIONS, aliases, dependencies, redirects, reviews
from foedus.ledger.tables.kinship import edges, stories, story_members
from foedus.ledger.tables.names import entities, entity_names

__all__ = [
    "ACTIONS",
    "ORIGINS",
    "REVIEWS",
    "REVIEW_ACTIONS",
    "SCHEMA_VERSION",
    "UNDATED",
    "aliases",
    "audit",
    "batches",
    "claims",
    "dependencies",
    "documents",
    "edges",
    "entities",
    "entity_names",
    "entries",
    "facts",
    "fillers",
    "metadata",
    "outlets",
    "pages",
    "reads",
    "redirects",
    "reviews",
    "stories",
    "story_members",
    "tombstones",
    "voices",
]

SCHEMA_VERSION = 2
