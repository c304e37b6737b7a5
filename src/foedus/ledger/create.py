"""A new ledger's tables, and whether an old database is a ledger that this version can read."""

from datetime import datetime
from importlib.metadata import version
from uuid import uuid4

from sqlalchemy import Connection, column, inspect, select, table

from foedus.ledger.create_search import create_search
from foedus.ledger.guards import statements
from foedus.ledger.records import instant
from foedus.ledger.stores.store import Store
from foedus.ledger.tables import SCHEMA_VERSION, candidates, facts, metadata
from foedus.model.errors import LedgerError

_FIRST = "meta"
"""The table of facts in schema 1."""


def make_ready(store: Store, now: datetime, *, create: bool) -> None:
    """Make the tables where there is none and `create` says so; LedgerError where this version cannot read what is."""
    if is_empty(store):
        if not (create and store.is_writable):
            raise LedgerError(f"{store.where} is empty; `foedus read` fills one, or use another --ledger")
        create_tables(store, now)
    assert_readable(store)


def is_empty(store: Store) -> bool:
    """Whether there is no table at all: never used, or its creation was cut off."""
    with store.reading() as connection:
        return not inspect(connection).get_table_names()


def create_tables(store: Store, now: datetime) -> None:
    """All tables in one transaction; a ledger that another process made meanwhile is left as it is."""
    with store.writing() as connection:
        if inspect(connection).get_table_names():
            return
        create_schema(connection)
        told = {
            "schema_version": str(SCHEMA_VERSION),
            "id": str(uuid4()),
            "created_by": program(),
            "created_at": instant(now),
        }
        connection.execute(facts.insert(), [{"key": key, "value": value} for key, value in told.items()])


def create_schema(connection: Connection) -> None:
    """Tables, indexes, words to search, keys to compare by and guards, all empty."""
    metadata.create_all(connection)
    candidates.metadata.create_all(connection)
    create_search(connection)
    for statement in statements(connection.dialect.name):
        connection.exec_driver_sql(statement)


def assert_readable(store: Store) -> None:
    """LedgerError where the tables are not a ledger's, or of a version that this one does not read."""
    with store.reading() as connection:
        told = ledger_facts(connection)
    if "schema_version" not in told:
        raise LedgerError(
            f"{store.where} is a database, but no ledger of Foedus; use another --ledger, "
            "or in PostgreSQL a schema of its own (?schema=NAME)"
        )
    found = told["schema_version"]
    if not found.isdecimal() or int(found) > SCHEMA_VERSION:
        raise LedgerError(
            f"{store.where} has ledger schema {found} (made by {told.get('created_by', 'an unknown program')}), "
            f"and {program()} reads up to schema {SCHEMA_VERSION}; "
            "install a newer Foedus or use another --ledger"
        )
    if int(found) < SCHEMA_VERSION:
        raise LedgerError(
            f"{store.where} has the older ledger schema {found}; bring it up with `foedus migrate`, "
            "which keeps a backup beside it"
        )


def ledger_facts(connection: Connection) -> dict[str, str]:
    """What a ledger tells of itself, under whatever name its schema keeps it; empty where there is none."""
    found = inspect(connection)
    for name in (facts.name, _FIRST):
        if found.has_table(name) and {"key", "value"} <= {one["name"] for one in found.get_columns(name)}:
            told = table(name, column("key"), column("value"))
            return {str(row.key): str(row.value) for row in connection.execute(select(told))}
    return {}


def program() -> str:
    """This program and its version, as ledgers remember who made them."""
    return f"foedus {version('foedus')}"
