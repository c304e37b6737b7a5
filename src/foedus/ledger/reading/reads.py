"""Which reader has read which text."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, func, select

from foedus.ledger.reading.incoming import Incoming, ReaderVersion
from foedus.ledger.reading.texts import Text, in_parts
from foedus.ledger.tables import reads
from foedus.ledger.writing.transaction import Writing


class LastRead(NamedTuple):
    """The last reading of a text: whose it is, how many claims it gave, and the batch that noted it."""

    reader: ReaderVersion
    claims: int
    batch: int

    def is_by(self, names: str) -> bool:
        """Whether it gave claims, by a reader whose name begins so."""
        return self.claims > 0 and self.reader.name.startswith(names)


def note_reads(writing: Writing, readings: Mapping[Text, Incoming], last: Mapping[int, LastRead]) -> int:
    """Note who has read each text, unless the last reading of it was the same; how many were noted.

    `last` are the last readings by the texts' numbers.

    A text that is named otherwise now is read anew, though it was the same reader and found as much.
    """
    rows = [
        {"document": text.number, "reader": reader.name, "version": reader.version, "claims": len(one.claims)}
        for text, one in readings.items()
        for reader in one.readers
        if not _is_again(last.get(text.number), reader, text, one)
    ]
    writing.add(reads, rows)
    return len(rows)


def _is_again(last: LastRead | None, reader: ReaderVersion, text: Text, one: Incoming) -> bool:
    """Whether the last reading of a text was the same."""
    if last is None or (last.reader, last.claims) != (reader, len(one.claims)):
        return False
    return text.is_named_since(last.batch)


def last_reads(connection: Connection, numbers: Sequence[int]) -> dict[int, LastRead]:
    """The last readings of texts, by their numbers."""
    found: dict[int, LastRead] = {}
    for some in in_parts(numbers):
        newest = select(func.max(reads.c.number)).where(reads.c.document.in_(some)).group_by(reads.c.document)
        for row in connection.execute(select(reads).where(reads.c.number.in_(newest))):
            found[row.document] = LastRead(ReaderVersion(row.reader, row.version), row.claims, row.batch)
    return found
