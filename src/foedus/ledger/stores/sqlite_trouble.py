"""What SQLite complains of, in words."""

import sqlite3

_TOLD = {
    "SQLITE_FULL": "cannot be written: the disk is full; nothing of this batch was kept, make room and repeat it",
    "SQLITE_IOERR": "cannot be written or read: the disk fails or is full ({}); "
    "nothing of this batch was kept, check the disk and repeat it",
    "SQLITE_READONLY": "cannot be written: file, folder or disk is read-only; check the rights or use another --ledger",
    "SQLITE_CANTOPEN": "cannot be opened ({}); check the rights on file and folder or use another --ledger",
    "SQLITE_BUSY": "is being written by another process; wait for it to end or use another --ledger",
    "SQLITE_LOCKED": "is being written by another process; wait for it to end or use another --ledger",
    "SQLITE_CORRUPT": "is damaged ({}); restore it from a backup",
    "SQLITE_NOTADB": "is no ledger: it is not an SQLite file; use another --ledger",
}
"""By the primary name of SQLite's result code; {} is SQLite's own message."""


def sqlite_line(error: sqlite3.Error) -> str:
    """What happened and what to do, to follow the ledger's name."""
    message = str(error).splitlines()[0] if str(error) else type(error).__name__
    name = str(getattr(error, "sqlite_errorname", None) or "")
    for code, line in _TOLD.items():
        if name == code or name.startswith(f"{code}_"):
            return line.format(message)
    return f"refuses: {message}"
