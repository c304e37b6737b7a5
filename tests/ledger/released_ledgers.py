"""Ledgers as released versions made them: `released/N.sql` is the dump of one of schema N."""

import sqlite3
from contextlib import closing
from pathlib import Path

_FOLDER = Path(__file__).with_name("released")
RELEASED = sorted(int(file.stem) for file in _FOLDER.glob("*.sql"))


def made(schema: int, file: Path) -> Path:
    """A ledger of a released schema, in a file that is not there yet."""
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.executescript(_FOLDER.joinpath(f"{schema}.sql").read_text(encoding="utf-8"))
    return file
