"""One schema of a PostgreSQL database: snapshots for reading, COPY for writing, the lock in the writer's session."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import cache
from typing import Self

import psycopg
from sqlalchemy import Connection, Engine, Table, create_engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql.compiler import IdentifierPreparer

from foedus.ledger.stores.advisory_lock import AdvisoryLock
from foedus.ledger.stores.location import PostgresDatabase
from foedus.ledger.stores.postgres_session import arguments, in_schema, opened
from foedus.ledger.stores.postgres_statistics import count_anew
from foedus.ledger.stores.store import Store, stored_columns
from foedus.ledger.stores.trouble import told
from foedus.ledger.tables.base import IN_BYTES


class PostgresStore(Store):
    """The tables in one schema; several ledgers may live in one database, each in its own."""

    lock: AdvisoryLock

    def __init__(self, engine: Engine, where: str, lock: AdvisoryLock, *, schema: str, read_only: str | None) -> None:
        """As `open` made it."""
        super().__init__(engine, where, lock, read_only=read_only)
        self.schema = schema

    @classmethod
    def open(cls, place: PostgresDatabase, *, create: bool, lock_seconds: float) -> Self:
        """Connect; LedgerError where nothing answers, the server is too old, or the schema is not there."""
        given = arguments(place.url)
        schema, read_only = opened(given, place, create=create)
        pinned = in_schema(given, schema)

        def connect() -> "psycopg.Connection[object]":
            return psycopg.connect(**pinned)

        # a connection that idled while the server was restarted is replaced, not complained of
        engine = create_engine("postgresql+psycopg://", creator=connect, pool_pre_ping=True)
        lock = AdvisoryLock(engine, schema, place.shown, lock_seconds)
        return cls(engine, place.shown, lock, schema=schema, read_only=read_only)

    def bulk_insert(self, connection: Connection, table: Table, rows: Sequence[tuple[object, ...]]) -> None:
        """Through COPY."""
        driver = connection.connection.driver_connection
        assert isinstance(driver, psycopg.Connection)  # noqa: S101 - the engine is ours
        statement = _copy_sql(table, connection.dialect.identifier_preparer)
        with told(self.where), driver.cursor() as cursor, cursor.copy(statement) as copy:
            for row in _decoded(table, rows):
                copy.write_row(row)

    def close(self) -> None:
        """Close the connections that are not in use."""
        self.engine.dispose()

    @contextmanager
    def _reader(self) -> Iterator[Connection]:
        with self.engine.connect() as connection:
            yield connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)

    @contextmanager
    def _writer(self) -> Iterator[Connection]:
        """The session that holds the lock, so that the two can only be lost together."""
        with self.lock.held() as connection:
            yield connection

    def _written(self) -> None:
        """Let the planner know of tables that have doubled; the server keeps its own log short."""
        # the batch is kept: what goes wrong here must not be told as its loss
        with suppress(psycopg.Error, DBAPIError), self.engine.begin() as connection:
            count_anew(connection)


def _decoded(table: Table, rows: Sequence[tuple[object, ...]]) -> Iterator[tuple[object, ...]]:
    """The driver takes bytes for no text."""
    if any(column.info.get(IN_BYTES) for column in table.columns):
        return (tuple(one.decode() if isinstance(one, bytes) else one for one in row) for row in rows)
    return iter(rows)


@cache
def _copy_sql(table: Table, quoted: IdentifierPreparer) -> bytes:
    columns = ", ".join(quoted.quote(name) for name in stored_columns(table))
    return f"COPY {quoted.format_table(table)} ({columns}) FROM STDIN".encode()
