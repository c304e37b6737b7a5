"""A hand that changes a ledger past guards and constraints, and takes it back."""

import random
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import (
    CheckConstraint,
    Column,
    Connection,
    ForeignKeyConstraint,
    LargeBinary,
    Table,
    Text,
    and_,
    cast,
    literal,
    select,
    update,
)
from sqlalchemy.exc import DBAPIError

from foedus.ledger import guards
from foedus.ledger.store import Ledger
from foedus.ledger.tables import metadata


def disarm(ledger: Ledger) -> None:
    """Take guards, checks, foreign keys and unique indexes out of the database, as one could who owns it."""
    with ledger._store.writing() as connection:
        dialect = connection.dialect.name
        for statement in guards.removals(dialect):
            connection.exec_driver_sql(statement)
        for table in metadata.sorted_tables:
            for index in table.indexes:
                if index.unique:
                    index.drop(connection)
            for constraint in table.constraints:
                if isinstance(constraint, CheckConstraint | ForeignKeyConstraint) and dialect == "postgresql":
                    connection.exec_driver_sql(f"ALTER TABLE {table.name} DROP CONSTRAINT {constraint.name}")


@contextmanager
def tampering(ledger: Ledger) -> Iterator[Connection]:
    """A connection whose changes are gone at the end of the block."""
    if ledger._store.engine.dialect.name == "sqlite":
        with ledger._store.engine.connect() as connection:
            for setting in ("foreign_keys = OFF", "ignore_check_constraints = ON"):
                connection.connection.execute(f"PRAGMA {setting}")
            with connection.begin() as transaction:
                yield connection
                transaction.rollback()
        ledger._store.engine.dispose()
    else:
        with ledger._store.writing() as connection:
            yield connection
            connection.rollback()


class Edit:
    """One byte of one value, changed at random."""

    def __init__(self, connection: Connection, chance: random.Random) -> None:
        """Choose a table, a row, a column that is not null and another byte."""
        self.table = chance.choice([table for table in metadata.sorted_tables if _rows(connection, table)])
        self.row = chance.choice(_rows(connection, self.table))
        values = dict(zip(self.table.columns, self.row, strict=True))
        self.column: Column[Any] = chance.choice([one for one, value in values.items() if value not in (None, "")])
        self.old = values[self.column]
        self.new = _changed(self.old, chance)

    def __str__(self) -> str:
        return f"{self.table.name}.{self.column.name} of {self.row[:2]}: {self.old!r} -> {self.new!r}"

    def make(self, connection: Connection) -> bool:
        """Whether the database let it be made."""
        this = and_(*(one.is_not_distinct_from(value) for one, value in zip(self.table.columns, self.row, strict=True)))
        try:
            with connection.begin_nested():
                new = self.new
                if isinstance(new, bytes):  # SQLite takes bytes that are no text
                    sqlite = connection.dialect.name == "sqlite"
                    new = cast(literal(new, LargeBinary()), Text()) if sqlite else new.decode()
                return connection.execute(update(self.table).where(this).values({self.column: new})).rowcount == 1
        except (DBAPIError, UnicodeDecodeError):
            return False


def _rows(connection: Connection, table: Table) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in connection.execute(select(table).order_by(*table.columns))]


def _changed(value: object, chance: random.Random) -> object:
    match value:
        case str():
            return _other_byte(value.encode(), chance)
        case int():
            return int.from_bytes(_other_byte(value.to_bytes(8, signed=True), chance), signed=True)
        case float():
            return struct.unpack("d", _other_byte(struct.pack("d", value), chance))[0]
        case _:
            raise AssertionError(f"what is {value!r}?")


def _other_byte(data: bytes, chance: random.Random) -> bytes:
    place, change = chance.randrange(len(data)), chance.randrange(1, 256)
    return data[:place] + bytes([data[place] ^ change]) + data[place + 1 :]
