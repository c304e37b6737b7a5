"""One SQLite file: write-ahead log, foreign keys, explicit transactions, deliberate checkpoints."""

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from functools import cache
from pathlib import Path

from sqlalchemy import Connection, Engine, QueuePool, Table, bindparam, cast, create_engine, event
from sqlalchemy.dialects.sqlite import dialect
from sqlalchemy.exc import DBAPIError

from foedus.ledger.stores.file_lock import FileLock
from foedus.ledger.stores.store import Store, stored_columns
from foedus.ledger.stores.trouble import told
from foedus.ledger.tables.base import IN_BYTES
from foedus.model.errors import LedgerError

BUSY_SECONDS = 5.0
LOG_BYTES = 64 * 1024 * 1024
"""A log larger than this is brought into the file after a write, or it would grow as long as somebody reads."""
_WRITES = "foedus_writes"
_SETTINGS = (
    "foreign_keys = ON",
    "page_size = 8192",  # counts for a new file: on smaller ones records leave gaps, larger ones are written too often
    "wal_autocheckpoint = 0",
    f"journal_size_limit = {LOG_BYTES}",  # a log that grew while somebody read is cut when it begins anew
    "trusted_schema = OFF",
    "cache_size = -65536",  # KiB: a batch of thousands of claims touches as much, and would be written twice
    "recursive_triggers = ON",  # else INSERT OR REPLACE would delete rows unseen by the guards
    "secure_delete = ON",  # what is forgotten does not stay in the file's free pages
    "synchronous = FULL",  # with NORMAL, a power cut may take batches that a command has already told of as kept
)


class SqliteStore(Store):
    """A file, and the log and the lock beside it."""

    def __init__(self, file: Path, lock_seconds: float) -> None:
        """On an existing file. One on a read-only medium is opened as one that nobody changes: SQLite could not
        share it otherwise. It would pass over a log that a killed writer left, so there LedgerError says what to do.
        """
        self.file = file
        with told(str(file)):
            engine, writable = _connect(file)
        read_only = None if writable else "check the rights on it and its folder"
        super().__init__(engine, str(file), FileLock(file, lock_seconds), read_only=read_only)
        self._write_ahead = False

    def bulk_insert(self, connection: Connection, table: Table, rows: Sequence[tuple[object, ...]]) -> None:
        """Through the driver's executemany."""
        if rows:
            connection.exec_driver_sql(_insert_sql(table), list(rows))

    def close(self) -> None:
        """Let go of the file. The last one out empties the log, under the lock, as every checkpoint must be."""
        if self.is_writable:
            # where another process holds the lock it has the file open too, and will empty the log itself
            with suppress(LedgerError), self.lock.held(0.1), told(self.where):
                _run(self.engine, "PRAGMA busy_timeout = 0", "PRAGMA wal_checkpoint(TRUNCATE)")
                self.engine.dispose()
        self.engine.dispose()

    def _reader(self) -> Connection:
        return self.engine.connect()

    @contextmanager
    def _writer(self) -> Iterator[Connection]:
        """A writer from its first statement, so that it cannot fail half-way for another's sake."""
        if not self._write_ahead:  # the file keeps the mode, but a copy may have been made without it
            if _run(self.engine, "PRAGMA journal_mode") != "wal":
                _run(self.engine, "PRAGMA journal_mode = WAL")
            self._write_ahead = True
        with self.engine.connect() as connection:
            yield connection.execution_options(**{_WRITES: True})

    def _written(self) -> None:
        """Bring a long log into the file, as far as no reader is in the way."""
        if log_bytes(self.file) > LOG_BYTES:
            # the batch is safe in the log already: what goes wrong here must not be told as its loss
            with suppress(sqlite3.Error, DBAPIError):
                _run(self.engine, "PRAGMA wal_checkpoint(PASSIVE)")


def log_bytes(file: Path) -> int:
    """Size of the write-ahead log."""
    resolved = file.resolve()
    with suppress(FileNotFoundError):
        return resolved.with_name(resolved.name + "-wal").stat().st_size
    return 0


@cache
def _insert_sql(table: Table) -> str:
    """A blob becomes a text as it stands: SQLite's own is UTF-8 too."""
    columns = {name: table.c[name] for name in stored_columns(table)}
    given = {
        name: cast(bindparam(name), column.type) if column.info.get(IN_BYTES) else bindparam(name)
        for name, column in columns.items()
    }
    return str(table.insert().values(given).compile(dialect=dialect()))


def _connect(file: Path) -> tuple[Engine, bool]:
    """An engine on an existing file, and whether it can be written."""
    engine = _engine(f"{file.resolve().as_uri()}?mode=rw")
    try:
        _probe(engine)
    except sqlite3.OperationalError as error:
        engine.dispose()
        if log_bytes(file):
            raise LedgerError(
                f"{file} cannot be read here: its log {file.name}-wal holds more, and file or folder is read-only; "
                "copy both files to a folder that you can write to"
            ) from error
        engine = _engine(f"{file.resolve().as_uri()}?mode=ro&immutable=1")
        _probe(engine)
        return engine, False
    return engine, _writable(file)


def _engine(uri: str) -> Engine:
    def opened() -> sqlite3.Connection:
        return sqlite3.connect(uri, uri=True, isolation_level=None, timeout=BUSY_SECONDS, check_same_thread=False)

    engine = create_engine("sqlite+pysqlite://", creator=opened, poolclass=QueuePool)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: sqlite3.Connection, _record: object) -> None:
    for setting in _SETTINGS:
        connection.execute(f"PRAGMA {setting}")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get(_WRITES) else "BEGIN")


def _probe(engine: Engine) -> None:
    _run(engine, "PRAGMA schema_version")


def _run(engine: Engine, *statements: str) -> object:
    """Run statements outside any transaction, on one connection; the first value of the last one's answer."""
    with closing(engine.raw_connection()) as pooled, closing(pooled.cursor()) as cursor:
        for statement in statements:
            cursor.execute(statement)
        row = cursor.fetchone()
        return row[0] if row else None


def _writable(file: Path) -> bool:
    """Asked without opening the file: closing it again would drop every lock that SQLite holds on it in this process,
    and another process that closes the ledger would take away the log under its writer."""
    return os.access(file, os.W_OK)
