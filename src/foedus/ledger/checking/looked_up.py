"""Whether fillers and voices, which claims are looked up by, are those of the claims' records."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, Table, select

from foedus.ledger.proof.covered import Row
from foedus.ledger.proof.ordered_rows import Ordered, answers
from foedus.ledger.records import claim_of, filler_rows, voice_rows
from foedus.ledger.tables import claims, fillers, voices
from foedus.model.claim import Claim
from foedus.model.errors import LedgerError


def looked_up_faults(connection: Connection) -> Iterator[str]:
    """Records that cannot be read, and rows to look up by that they do not give or that are missing."""
    repeated = LookedUp(connection)
    records = select(claims.c.reading, claims.c.id, claims.c.record).order_by(claims.c.reading)
    for reading, name, record in answers(connection, records, claims.name):
        try:
            claim = None if record is None else claim_of(record)
        except LedgerError:
            yield f"the record of claim {name} (reading {reading}) cannot be read"
            continue
        yield from repeated.compare(reading, name, claim)
    yield from repeated.rest()


class LookedUp:
    """Both tables, read along with the claims by their readings."""

    def __init__(self, connection: Connection) -> None:
        """Before the first claim."""
        self._tables = (_Repeated(connection, fillers, filler_rows, 3), _Repeated(connection, voices, voice_rows, 2))

    def compare(self, reading: int, name: str, claim: Claim | None) -> Iterator[str]:
        """Whether the next claim (none: withdrawn) is looked up by what its record says."""
        for table in self._tables:
            yield from table.compare(reading, name, claim)

    def rest(self) -> Iterator[str]:
        """Rows of readings that are not there."""
        for table in self._tables:
            yield from table.rest()


class _Repeated:
    def __init__(
        self, connection: Connection, table: Table, rows: Callable[[Claim, int], Iterable[Row]], key: int
    ) -> None:
        """`key` is how many columns, the first ones, are the table's key."""
        ordered = select(table).order_by(*table.primary_key.columns)
        self._name = table.name
        self._found = Ordered(answers(connection, ordered, table.name), 0)
        self._rows = rows
        self._key = key

    def compare(self, reading: int, name: str, claim: Claim | None) -> Iterator[str]:
        found: list[Row] = []
        for row in self._found.up_to(reading):
            if row[0] == reading:
                found.append(row)
            else:
                yield self._stray(row[0])
        given = [] if claim is None else sorted(self._rows(claim, reading), key=self._place)
        if found != given:
            yield f"the {self._name} of claim {name} (reading {reading}) are not those of its record"

    def rest(self) -> Iterator[str]:
        yield from (self._stray(row[0]) for row in self._found.rest())

    def _place(self, row: Row) -> tuple[Any, ...]:
        return row[: self._key]

    def _stray(self, reading: object) -> str:
        return f"{self._name} of reading {reading}, which is not there"
