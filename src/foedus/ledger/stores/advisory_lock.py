"""One writer at a time in a PostgreSQL schema: an advisory lock of the very session that writes.

A session that ends, by whatever accident, loses lock and transaction together: nobody writes without the lock.
"""

import math
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from threading import local

from sqlalchemy import Connection, Engine, func, select
from sqlalchemy.exc import SQLAlchemyError

from foedus.ledger.stores.trouble import told
from foedus.model.errors import LedgerError


class AdvisoryLock:
    """The lock of one schema of one database, shared by everybody on that server who names the same."""

    def __init__(self, engine: Engine, schema: str, where: str, seconds: float) -> None:
        """`seconds` is how long to wait where `held` does not say."""
        self._engine = engine
        self._where = where
        self._seconds = seconds
        # the server keeps a database's keys apart from those of others
        self._key = int.from_bytes(sha256(f"foedus ledger {schema}".encode()).digest()[:8], signed=True)
        self._mine = local()

    @contextmanager
    def held(self, seconds: float | None = None) -> Iterator[Connection]:
        """Wait for the lock and hold it: the connection that holds it. LedgerError where another keeps it."""
        holder: Connection | None = getattr(self._mine, "holder", None)
        if holder is not None:
            yield holder
            return
        with told(self._where), self._engine.connect() as connection:
            self._acquire(connection, self._seconds if seconds is None else seconds)
            self._mine.holder = connection
            try:
                yield connection
            finally:
                self._mine.holder = None
                self._release(connection)

    def _acquire(self, connection: Connection, seconds: float) -> None:
        """In the server's queue; the waiting time is the transaction's, the lock stays after it."""
        with connection.begin():
            if connection.scalar(select(func.pg_try_advisory_lock(self._key))):
                return
            if seconds <= 0:
                raise LedgerError(
                    f"{self._where} is being written by another process; wait for it to end or use another --ledger"
                )
            connection.exec_driver_sql(f"SET LOCAL lock_timeout = {math.ceil(seconds * 1000)}")
            connection.execute(select(func.pg_advisory_lock(self._key)))

    def _release(self, connection: Connection) -> None:
        """Where that fails the session ends, and the lock with it; the work before has been told of already."""
        if connection.invalidated or connection.closed:
            return
        try:
            with connection.begin():
                connection.execute(select(func.pg_advisory_unlock(self._key)))
        except SQLAlchemyError:
            with suppress(SQLAlchemyError):
                connection.invalidate()
