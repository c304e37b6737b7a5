"""How a session with a PostgreSQL server is begun: with limits on waiting, and in one schema that fits a ledger."""

from typing import Any

import psycopg
from psycopg import sql
from sqlalchemy import URL

from foedus.ledger.stores.location import PostgresDatabase
from foedus.ledger.stores.missing import NoLedgerError
from foedus.ledger.stores.trouble import told
from foedus.model.errors import LedgerError

OLDEST = 15
Arguments = dict[str, Any]
"""libpq's connection options; Any because they are text or numbers."""
_DEFAULTS: Arguments = {
    "application_name": "foedus",
    "client_encoding": "utf8",
    "connect_timeout": 10,
    "keepalives_idle": 30,
    "keepalives_interval": 10,
    "keepalives_count": 3,
    "tcp_user_timeout": 60_000,  # milliseconds
}
"""Without them, a line that was cut is noticed after hours; what the URL says of them counts instead."""

_PLANNED = "-c plan_cache_mode=force_custom_plan"
"""Each question is planned for its own words, entities and days: after five of a kind the server would otherwise plan
for all of them at once, as if a rare word and a common one took the same way."""

_FACTS = """
SELECT current_setting('server_encoding'), current_schema(), current_setting('search_path'),
       current_setting('transaction_read_only') = 'on'
"""
_MAY_INSERT = """
SELECT coalesce(bool_and(has_table_privilege(pg_class.oid, 'INSERT')), true)
  FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
 WHERE nspname = current_schema() AND relkind IN ('r', 'p')
"""


def arguments(url: URL) -> Arguments:
    """What psycopg connects with."""
    dialect = url.set(drivername="postgresql+psycopg").get_dialect()()
    return _DEFAULTS | dict(dialect.create_connect_args(url)[1])


def in_schema(given: Arguments, schema: str) -> Arguments:
    """The same, with nothing but one schema in sight."""
    quoted = '"' + schema.replace('"', '""') + '"'
    escaped = "".join(f"\\{sign}" if sign.isspace() or sign == "\\" else sign for sign in quoted)
    return given | {"options": f"{given.get('options', '')} {_PLANNED} -c search_path={escaped}".strip()}


def opened(given: Arguments, place: PostgresDatabase, *, create: bool) -> tuple[str, str | None]:
    """The ledger's schema, made where it may be, and why nothing can be written there, if so.

    LedgerError where nothing answers or where the database cannot hold a ledger.
    """
    where = place.shown
    with told(where), psycopg.connect(**in_schema(given, place.schema) if place.schema else given) as connection:
        encoding, schema, path, read_only = _row(connection, _FACTS)
        assert_fit(where, connection.info.server_version, encoding)
        if schema is None:
            schema = place.schema or str(path).strip('"')
            _make_schema(connection, schema, where, create=create and not read_only)
        if read_only:
            return str(schema), "server or user may only read; ask for the right to write"
        if not _row(connection, _MAY_INSERT)[0]:
            return str(schema), "this user may only read; ask its owner for the right to write"
        return str(schema), None


def assert_fit(where: str, version: int, encoding: str) -> None:
    """LedgerError where the server (its version as 150004) is too old, or the database keeps no Unicode."""
    if version < OLDEST * 10_000:
        raise LedgerError(f"{where} is on PostgreSQL {version // 10_000}; a ledger needs {OLDEST} or later")
    if encoding != "UTF8":
        raise LedgerError(
            f"{where} keeps text as {encoding}; a ledger needs UTF8: make the database with "
            "createdb --encoding=UTF8 --template=template0"
        )


def _make_schema(connection: "psycopg.Connection[Any]", schema: str, where: str, *, create: bool) -> None:
    if not create:
        raise NoLedgerError(
            f"there is no ledger {where}: it has no schema {schema} that this user may see; "
            "`foedus read` makes one, or use another --ledger"
        )
    try:
        connection.execute(sql.SQL("CREATE SCHEMA IF NOT EXISTS {}").format(sql.Identifier(schema)))
        connection.commit()
    except (psycopg.errors.UniqueViolation, psycopg.errors.DuplicateSchema):
        connection.rollback()  # another process made it at the same moment
    if _row(connection, "SELECT current_schema()")[0] is None:
        raise LedgerError(f"{where} does not let this user see schema {schema}; ask its owner for the right")


def _row(connection: "psycopg.Connection[Any]", question: str) -> tuple[Any, ...]:
    row = connection.execute(question.encode()).fetchone()
    assert row is not None  # noqa: S101 - each question has one row as its answer
    return tuple(row)
