"""Where a desk's tables lie: in a schema of their own beside the ledger's, made on first use."""

import psycopg
from sqlalchemy import Connection, Engine, create_engine, select, text

from foedus.ledger.stores.location import PostgresDatabase, located
from foedus.ledger.stores.postgres_session import arguments, in_schema, opened
from foedus.ledger.stores.trouble import mark_errors, told
from foedus.model.errors import LedgerError, UsageError
from foedus.serve.desk.tables import VERSION, metadata, versions

_LONGEST = 58
"""Bytes of the name of a ledger's schema; PostgreSQL cuts names after 63."""
_MAKING = 0x666F_6564_7573
"""Key of the lock under which the tables are made."""


def open_desk(ledger: str) -> tuple[Engine, str]:
    """The desk beside a ledger, and its name for messages; UsageError where the ledger is no PostgreSQL database."""
    place = located(ledger)
    if not isinstance(place, PostgresDatabase):
        raise UsageError("a desk takes a ledger on PostgreSQL: give --ledger postgresql://user@host/name")
    given = arguments(place.url)
    schema, _ = opened(given, place, create=False)
    if len(schema.encode()) > _LONGEST:
        raise LedgerError(f"{place.shown}: the name of its schema is too long for a desk beside it")
    beside = PostgresDatabase(place.url, f"{schema}_desk")
    _, read_only = opened(given, beside, create=True)
    if read_only:
        raise LedgerError(f"{beside.shown} cannot be written, and a desk keeps sessions: {read_only}")
    pinned = in_schema(given, f"{schema}_desk")
    engine = create_engine("postgresql+psycopg://", creator=lambda: psycopg.connect(**pinned), pool_pre_ping=True)
    mark_errors(engine, beside.shown)
    with told(beside.shown), engine.begin() as connection:
        _make(connection, beside.shown)
    return engine, beside.shown


def _make(connection: Connection, where: str) -> None:
    connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _MAKING})
    metadata.create_all(connection)
    version = connection.scalar(select(versions.c.version))
    if version is None:
        connection.execute(versions.insert().values(version=VERSION))
    elif version != VERSION:
        raise LedgerError(f"{where} is of version {version}, this Foedus knows {VERSION}: use the Foedus that made it")
