"""Rows as a stream in the order of their batches, few in memory at once."""

from collections.abc import Iterator

from sqlalchemy import Connection, Executable
from sqlalchemy.exc import DBAPIError

from foedus.ledger.proof.covered import Row
from foedus.ledger.stores.store import STREAM
from foedus.model.errors import LedgerError


class UnreadableError(LedgerError):
    """Rows that the database cannot give, as where bytes are no text."""


def answers(connection: Connection, statement: Executable, what: str) -> Iterator[Row]:
    """Rows of a statement about `what`; UnreadableError where the database cannot give them."""
    try:
        with connection.execute(statement.execution_options(yield_per=STREAM)) as rows:
            yield from map(tuple, rows)
    except (DBAPIError, UnicodeDecodeError) as error:
        told = str(getattr(error, "orig", error)).splitlines()[0]
        raise UnreadableError(f"rows of {what} cannot be read: {told}") from error


class Ordered:
    """Rows in the order of their batches, taken as far as a batch."""

    def __init__(self, rows: Iterator[Row], place: int) -> None:
        """`place` is where a row names its batch."""
        self._rows = rows
        self._place = place
        self._next = next(rows, None)

    def up_to(self, batch: int) -> Iterator[Row]:
        """The rows of a batch, and such as name an earlier one that was not asked for."""
        while self._next is not None and self._next[self._place] <= batch:
            yield self._next
            self._next = next(self._rows, None)

    def rest(self) -> Iterator[Row]:
        """All that is left."""
        while self._next is not None:
            yield self._next
            self._next = next(self._rows, None)
