"""What every store can do: consistent reading, one writer at a time, fast bulk writing."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import Protocol

from sqlalchemy import Connection, Engine, Table

from foedus.ledger.stores.trouble import mark_errors, told
from foedus.model.errors import LedgerError

STREAM = 500
"""Rows to ask for at once where many are read: `statement.execution_options(yield_per=STREAM)`."""


class Lock(Protocol):
    """One writer across threads, processes and machines; held again by who holds it already, it is held once."""

    def held(self, seconds: float | None = None) -> AbstractContextManager[object]:
        """Wait so long (else as long as the ledger was opened with) and hold it; LedgerError where others keep it."""


class Store(ABC):
    """An open database. Errors of database or disk inside its blocks come out as LedgerError, in one line."""

    def __init__(self, engine: Engine, where: str, lock: Lock, *, read_only: str | None) -> None:
        """`where` is for messages and shows no password; `read_only` says why nothing can be written, if so."""
        self.engine = engine
        self.where = where
        self.lock = lock
        self._read_only = read_only
        mark_errors(engine, where)

    @property
    def is_writable(self) -> bool:
        """Whether this user may write here."""
        return self._read_only is None

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one moment of the ledger, from its first question to the end of the block."""
        with told(self.where), self._reader() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection in a writer's transaction, under the lock: committed at the end of the block, or nothing is.

        `connection.rollback()` as the last thing in the block keeps nothing. Not to be nested; a block of
        `lock.held()` round several of them keeps other writers out between them. LedgerError where it is read-only.
        """
        if self._read_only is not None:
            raise LedgerError(f"{self.where} is read-only; {self._read_only}, or use another --ledger")
        with told(self.where), self.lock.held():
            with self._writer() as connection, connection.begin():
                yield connection
            self._written()

    @abstractmethod
    def bulk_insert(self, connection: Connection, table: Table, rows: Sequence[tuple[object, ...]]) -> None:
        """Write rows the fastest way: values as the driver takes them, in the order of the table's columns.

        Text of a column that is marked `IN_BYTES` may be given as UTF-8 instead.
        Columns that the database computes are left out; numbers that it would give must be given.
        """

    @abstractmethod
    def close(self) -> None:
        """Let go of every connection that is not in use."""

    @abstractmethod
    def _reader(self) -> AbstractContextManager[Connection]:
        """A connection whose next transaction sees one moment and cannot write."""

    @abstractmethod
    def _writer(self) -> AbstractContextManager[Connection]:
        """A connection whose next transaction is a writer's; the lock is held."""

    @abstractmethod
    def _written(self) -> None:
        """What is to be done after a commit, with the lock still held."""


def stored_columns(table: Table) -> list[str]:
    """The columns that a bulk insert gives, in order."""
    return [column.name for column in table.columns if column.computed is None]
