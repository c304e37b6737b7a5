"""What batches added to a table and ended in it, as it is found there now, with the digests that it gives."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, Table, null, select

from foedus.ledger.proof.chain import ended_digest
from foedus.ledger.proof.covered import COVERED, HASHED, KEPT, coverage, kept_digest
from foedus.ledger.proof.ordered_rows import Ordered, answers


class Found(NamedTuple):
    """What is found about one document: the digests of the rows, and how many they are by table."""

    digests: list[bytes]
    tables: Counter[str]

    @property
    def told(self) -> str:
        """The rows in words."""
        return ", ".join(f"{count} in {table}" for table, count in sorted(self.tables.items())) or "nothing"


class Findings(dict[int | None, Found]):
    """What is found, by the document that it is about (none: the ledger as a whole)."""

    def __missing__(self, document: int | None) -> Found:
        """Nothing yet."""
        return self.setdefault(document, Found([], Counter()))

    def add(self, document: int | None, table: str, digest: bytes) -> None:
        """One row more."""
        found = self[document]
        found.digests.append(digest)
        found.tables[table] += 1


class CoveredRows:
    """All tables that the chain covers, walked through batch by batch."""

    def __init__(self, connection: Connection, withdrawn: Mapping[int, int]) -> None:
        """`withdrawn` tells of each withdrawn document which batch did it."""
        self._withdrawn = withdrawn
        self._kept = Findings()
        self._tables = [_TableRows(connection, table) for table in COVERED]

    def take(self, batch: int, found: Findings) -> Iterator[str]:
        """Put what a batch added and ended to what is found; what is out of place is told.

        Of a document that the batch withdrew, all that was ever learned is found as it is kept.
        """
        for table in self._tables:
            yield from table.take(batch, self._withdrawn, found, self._kept)
        for document in [one for one in self._kept if self._withdrawn.get(one or 0) == batch]:
            kept = self._kept.pop(document)
            found[document].digests.extend(kept.digests)
            found[document].tables.update(kept.tables)

    def rest(self) -> Iterator[str]:
        """Rows that name batches that are not there."""
        for table in self._tables:
            yield from table.rest()


class _TableRows:
    def __init__(self, connection: Connection, table: Table) -> None:
        self._table = table
        self._covers = coverage(table)
        self._numbered = table.columns[0].name in ("number", "reading")
        self._last = 0
        self._added = Ordered(answers(connection, _added(table), table.name), len(table.columns))
        ended = answers(connection, _ended(table), table.name) if "ended" in table.c else iter(())
        self._ended = Ordered(ended, 2)

    def take(self, batch: int, withdrawn: Mapping[int, int], found: Findings, kept: Findings) -> Iterator[str]:
        highest = self._last
        for *values, learned in self._added.up_to(batch):
            row = tuple(values)
            if learned != batch:
                yield self._stray(row[0], learned)
                continue
            if self._numbered:
                if row[0] <= self._last:
                    yield f"row {row[0]} of {self._table.name} is of batch {batch}, but has a number of an earlier one"
                highest = max(highest, row[0])
            document = None if self._covers.document is None else row[self._covers.document]
            if self._table in KEPT and batch <= withdrawn.get(document or 0, 0):
                kept.add(document, self._table.name, kept_digest(self._table, row))
            else:
                found.add(document, self._table.name, self._covers.digest(row))
        self._last = highest
        for key, document, ended in self._ended.up_to(batch):
            if ended != batch:
                yield self._stray(key, ended)
            else:
                found.add(document, f"{self._table.name} ended", ended_digest(str(self._table.name), key))

    def rest(self) -> Iterator[str]:
        yield from (self._stray(row[0], row[-1]) for row in self._added.rest())
        yield from (self._stray(row[0], row[-1]) for row in self._ended.rest())

    def _stray(self, key: object, batch: object) -> str:
        return f"row {key} of {self._table.name} names batch {batch}, which is not there"


def _added(table: Table) -> Select[Any]:
    """Whole rows and their batch once more; a text stands beside its own hash and need not be read."""
    columns = [null().label(name) if (name := column.name) in HASHED else column for column in table.columns]
    return select(*columns, table.c.batch.label("learned")).order_by(table.c.batch, *table.primary_key.columns)


def _ended(table: Table) -> Select[Any]:
    key = table.columns[0]
    document = table.c.document if "document" in table.c else null().label("document")
    return select(key, document, table.c.ended).where(table.c.ended.is_not(None)).order_by(table.c.ended, key)
