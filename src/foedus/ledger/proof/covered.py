"""What of each table's rows the hash chain covers, and to which document's entry they count.

Not covered by a row's own digest: `ended`, which the batch that ends it covers, and a text, or an edge, which its
SHA-256 beside it covers, so that a ledger whose texts were left out can still be verified, and so can an edge that
quoted a withdrawn text. `fillers` and `voices` repeat what the records say, and are compared with them.
"""

from collections.abc import Callable
from functools import cache
from operator import itemgetter
from typing import Any, NamedTuple

from sqlalchemy import Table

from foedus.ledger.proof.chain import row_digest
from foedus.ledger.tables import documents, facts, metadata, tombstones

Row = tuple[Any, ...]
"""Values in the order of a table's columns; Any because a row mixes text, numbers and nulls."""

HASHED = ("text", "sealed")
"""Columns that stand beside their own hash."""
_LEFT_OUT = ("ended", *HASHED)
_RECORDS = ("machine", "record")
_FACTS = ("created_at", "created_by", "id")


class Coverage(NamedTuple):
    """How the chain covers a table: the values that a digest takes, the places of the long ones among them, which it
    takes as they are, and where a row names its document, if it does."""

    table: str
    values: Callable[[Row], Row]
    records: tuple[int, ...]
    document: int | None
    reals: tuple[int, ...]
    """Places among the values where the database keeps a whole number as a real one, 1 as 1.0."""

    def digest(self, row: Row) -> bytes:
        """The digest of a row that a batch adds."""
        values = self.values(row)
        for place in self.reals:
            if type(values[place]) is int:
                values = (*values[:place], float(values[place]), *values[place + 1 :])
        return row_digest(self.table, values, [row[place] for place in self.records])


@cache
def coverage(table: Table) -> Coverage:
    """How the chain covers the rows of a table."""
    names = [column.name for column in table.columns]
    taken = [place for place, name in enumerate(names) if name not in (*_LEFT_OUT, *_RECORDS)]
    about = "number" if table is documents else "document"
    columns = list(table.columns)
    return Coverage(
        str(table.name),
        itemgetter(*taken),
        tuple(place for place, name in enumerate(names) if name in _RECORDS),
        names.index(about) if about in names else None,
        tuple(index for index, place in enumerate(taken) if columns[place].type.python_type is float),
    )


def kept_digest(table: Table, row: Row) -> bytes:
    """The digest of a row of a withdrawn document as it stays, with all its columns.

    What was withdrawn can no longer be hashed; this is what the batch that withdrew it puts under the chain instead.
    """
    return row_digest(f"kept {table.name}", row)


def start(held: dict[str, str]) -> str:
    """What stands before the first link: what the ledger says of itself from its making on."""
    return row_digest(str(facts.name), tuple(held.get(key) for key in _FACTS)).hex()


COVERED = tuple(
    table
    for table in metadata.sorted_tables
    if table.name not in ("ledger", "batches", "entries", "audit", "fillers", "voices")
)
"""Tables whose rows are hashed, each into the entry of the batch that wrote it: all but the chain's own, the facts
that it begins with, and what repeats the records."""

KEPT = tuple(table for table in COVERED if coverage(table).document is not None and table is not tombstones)
"""Tables whose rows stay, in part blanked, when their document is withdrawn."""
