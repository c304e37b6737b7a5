"""A new ledger's tables, and whether an old file is a ledger that this version can read."""

from datetime import datetime
from importlib.metadata import version

from sqlalchemy import Connection, inspect, select

from foedus.ledger.rows import instant
from foedus.ledger.schema import SCHEMA_VERSION, meta, metadata
from foedus.ledger.stores.store import Store
from foedus.model.errors import LedgerError


def is_empty(store: Store) -> bool:
    """Whether the store holds no table at all: never used, or its creation was cut off."""
    with store.reading() as connection:
        return not inspect(connection).get_table_names()


def create_tables(store: Store, now: datetime) -> None:
    """All tables in one transaction; a ledger that another process made meanwhile is left as it is."""
    with store.writing() as connection:
        if inspect(connection).get_table_names():
            return
        metadata.create_all(connection)
        facts = {
            "schema_version": str(SCHEMA_VERSION),
            "created_by": _program(),
            "created_at": instant(now),
        }
        connection.execute(meta.insert(), [{"key": key, "value": value} for key, value in facts.items()])


def verify(store: Store) -> None:
    """LedgerError where the tables are not a ledger's, or of a version that this one does not know."""
    with store.reading() as connection:
        facts = _facts(connection)
    if "schema_version" not in facts:
        raise LedgerError(f"{store.where} is a database, but no ledger of Foedus; use another --ledger")
    found = facts["schema_version"]
    if not found.isdecimal() or int(found) > SCHEMA_VERSION:
        raise LedgerError(
            f"{store.where} has ledger schema {found} (made by {facts.get('created_by', 'an unknown program')}), "
            f"and {_program()} reads up to schema {SCHEMA_VERSION}; "
            "install a newer Foedus or use another --ledger"
        )


def _facts(connection: Connection) -> dict[str, str]:
    found = inspect(connection)
    if not found.has_table("meta") or {"key", "value"} - {c["name"] for c in found.get_columns("meta")}:
        return {}
    return {str(row.key): str(row.value) for row in connection.execute(select(meta))}


def _program() -> str:
    return f"foedus {version('foedus')}"
