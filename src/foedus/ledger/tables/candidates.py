"""Keys by which texts that could be kin are found: an index of its own beside the tables.

They are made from texts and claims and can be made anew from them, and so the hash chain does not cover them and no
guard protects them. A document without a row in `kin_pages` has not been compared with others yet.
"""

from sqlalchemy import Column, Index, LargeBinary, MetaData, PrimaryKeyConstraint, Table

from foedus.ledger.tables.base import NUMBER
from foedus.ledger.tables.base import metadata as tables

metadata = MetaData(naming_convention=tables.naming_convention)

kin_keys = Table(
    "kin_keys",
    metadata,
    Column("key", NUMBER, nullable=False),
    Column("at", NUMBER, nullable=False),
    Column("page", NUMBER, nullable=False),
    PrimaryKeyConstraint("key", "at", "page"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
"""Who holds a key, in canonical order: `at` is the moment of publication and `page` the document's id, as whole numbers
that sort as these do (`kin/place.py`)."""

kin_pages = Table(
    "kin_pages",
    metadata,
    Column("document", NUMBER, primary_key=True, autoincrement=False),
    Column("at", NUMBER, nullable=False),
    Column("page", NUMBER, nullable=False),
    Column("finders", NUMBER, nullable=False),
    Column("batch", NUMBER),
    Column("held_keys", LargeBinary, nullable=False),
    sqlite_strict=True,
)
"""Documents that were compared: their place in `kin_keys`, by which finders, with what the ledger knew after which
batch (null: they are to be compared again), and their keys, eight bytes each. Document 0 stands for the whole ledger:
all that was written up to its batch has been looked at."""

Index(
    "ix_kin_pages_stale",
    kin_pages.c.document,
    sqlite_where=kin_pages.c.batch.is_(None),
    postgresql_where=kin_pages.c.batch.is_(None),
)

TABLES = (kin_keys, kin_pages)
