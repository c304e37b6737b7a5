"""Statements from a file, in the dialect of the store."""

import sqlite3
from collections.abc import Iterator
from importlib.resources import files

from sqlalchemy import Connection


def run_file(connection: Connection, step: str, name: str) -> None:
    """Run `NAME.DIALECT.sql` of a step's folder, in the transaction that is under way."""
    text = files(__package__).joinpath(step, f"{name}.{connection.dialect.name}.sql").read_text(encoding="utf-8")
    for statement in _statements(text) if connection.dialect.name == "sqlite" else [text]:
        connection.exec_driver_sql(statement)


def _statements(text: str) -> Iterator[str]:
    """One by one, as SQLite takes them: a trigger has semicolons inside."""
    begun = ""
    for line in text.splitlines(keepends=True):
        begun += line
        if line.rstrip().endswith(";") and sqlite3.complete_statement(begun):
            yield begun
            begun = ""
