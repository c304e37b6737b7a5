"""What the database or the disk complains of, told in one line with its remedy."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from foedus.model.errors import LedgerError

_TOLD = {
    "SQLITE_FULL": "cannot be written: the disk is full; nothing of this batch was kept, make room and repeat it",
    "SQLITE_IOERR": "cannot be written or read: the disk fails or is full ({}); "
    "nothing of this batch was kept, check the disk and repeat it",
    "SQLITE_READONLY": "cannot be written: file, folder or disk is read-only; check the rights or use another --ledger",
    "SQLITE_CANTOPEN": "cannot be opened ({}); check the rights on file and folder or use another --ledger",
    "SQLITE_BUSY": "is being written by another process; wait for it to end or use another --ledger",
    "SQLITE_CORRUPT": "is damaged ({}); restore it from a backup",
    "SQLITE_NOTADB": "is no ledger: it is not an SQLite file; use another --ledger",
}
"""By the primary name of SQLite's result code; {} is SQLite's own message."""


@contextmanager
def told(where: object) -> Iterator[None]:
    """Turn every error of the database or the file system inside into a LedgerError about `where`."""
    try:
        yield
    except DBAPIError as error:
        raise LedgerError(_line(where, error.orig)) from error
    except (sqlite3.Error, OSError) as error:
        raise LedgerError(_line(where, error)) from error


def _line(where: object, error: BaseException | None) -> str:
    message = str(error).splitlines()[0] if str(error) else type(error).__name__
    if isinstance(error, OSError):
        return f"{where} cannot be used: {error.strerror or message}; check disk and rights"
    name = str(getattr(error, "sqlite_errorname", None) or "")
    for code, line in _TOLD.items():
        if name == code or name.startswith(f"{code}_"):
            return f"{where} {line.format(message)}"
    return f"{where} refuses: {message}"
