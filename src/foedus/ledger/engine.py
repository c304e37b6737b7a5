"""Connections to one SQLite file: write-ahead log, foreign keys, explicit transactions, deliberate checkpoints."""

import sqlite3
from pathlib import Path

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event

from foedus.model.errors import LedgerError

BUSY_SECONDS = 5.0
_WRITES = "foedus_writes"
_HEADER = b"SQLite format 3\x00"


def is_sqlite(file: Path) -> bool:
    """Whether a file begins as SQLite's do; an empty one counts, for SQLite makes a database of it."""
    with file.open("rb") as stream:
        return stream.read(len(_HEADER)) in (b"", _HEADER)


def connect(file: Path) -> tuple[Engine, bool]:
    """An engine on an existing file, and whether it can be written.

    A ledger on a read-only medium is opened as one that nobody changes: SQLite could not share it otherwise.
    It would pass over a log that a killed writer left, so there LedgerError says what to do.
    """
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


def writing(connection: Connection) -> Connection:
    """The connection, with its next transaction a writer from the start, so that it cannot fail half-way."""
    return connection.execution_options(**{_WRITES: True})


def write_ahead(engine: Engine) -> None:
    """Put the file into write-ahead mode, which it keeps."""
    if _run(engine, "PRAGMA journal_mode") != "wal":
        _run(engine, "PRAGMA journal_mode = WAL")


def checkpoint(engine: Engine, *, whole: bool) -> None:
    """Bring the log into the file without waiting for readers; `whole` also empties the log where none reads."""
    _run(
        engine,
        "PRAGMA busy_timeout = 0",
        f"PRAGMA wal_checkpoint({'TRUNCATE' if whole else 'PASSIVE'})",
        f"PRAGMA busy_timeout = {int(BUSY_SECONDS * 1000)}",
    )


def log_bytes(file: Path) -> int:
    """Size of the write-ahead log."""
    resolved = file.resolve()
    log = resolved.with_name(resolved.name + "-wal")
    return log.stat().st_size if log.exists() else 0


def _engine(uri: str) -> Engine:
    def opened() -> sqlite3.Connection:
        return sqlite3.connect(uri, uri=True, isolation_level=None, timeout=BUSY_SECONDS, check_same_thread=False)

    engine = create_engine("sqlite+pysqlite://", creator=opened, poolclass=QueuePool)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: sqlite3.Connection, _record: object) -> None:
    for setting in ("foreign_keys = ON", "wal_autocheckpoint = 0", "trusted_schema = OFF", "cache_size = -32768"):
        connection.execute(f"PRAGMA {setting}")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get(_WRITES) else "BEGIN")


def _probe(engine: Engine) -> None:
    _run(engine, "PRAGMA schema_version")


def _run(engine: Engine, *statements: str) -> object:
    """Run statements outside any transaction, on one connection; the first value of the last one's answer."""
    pooled = engine.raw_connection()
    try:
        cursor = pooled.cursor()
        for statement in statements:
            cursor.execute(statement)
        row = cursor.fetchone()
        return row[0] if row else None
    finally:
        pooled.close()


def _writable(file: Path) -> bool:
    try:
        with file.open("r+b"):
            return True
    except OSError:
        return False
