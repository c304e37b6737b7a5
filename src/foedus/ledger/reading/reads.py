"""Which reader has read which text."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, func, select

from foedus.ledger.reading.incoming import Incoming, ReaderVersion
from foedus.ledger.reading.texts import Text, in_parts
from foedus.ledger.tables import reads
from foedus.ledger.writing.transaction import Writing


class _Read(NamedTuple):
    reader: ReaderVersion
    claims: int
    batch: int


def note_reads(writing: Writing, readings: Mapping[Text, Incoming], old: Sequence[int]) -> int:
    """Note who has read each text, unless the last reading of it was the same; how many were noted.

    `old` are the numbers of the texts that may have been read already.

    A text that is named otherwise now is read anew, though it was the same reader and found as much.
    """
    last = _last(writing.connection, old)
    rows = [
        {"document": text.number, "reader": reader.name, "version": reader.version, "claims": len(one.claims)}
        for text, one in readings.items()
        for reader in one.readers
        if not _is_again(last.get(text.number), reader, text, one)
    ]
    writing.add(reads, rows)
    return len(rows)


def _is_again(last: _Read | None, reader: ReaderVersion, text: Text, one: Incoming) -> bool:
    """Whether the last reading of a text was the same."""
    if last is None or (last.reader, last.claims) != (reader, len(one.claims)):
        return False
    return text.is_named_since(last.batch)


def _last(connection: Connection, numbers: Sequence[int]) -> dict[int, _Read]:
    found: dict[int, _Read] = {}
    for some in in_parts(numbers):
        newest = select(func.max(reads.c.number)).where(reads.c.document.in_(some)).group_by(reads.c.document)
        for row in connection.execute(select(reads).where(reads.c.number.in_(newest))):
            found[row.document] = _Read(ReaderVersion(row.reader, row.version), row.claims, row.batch)
    return found
