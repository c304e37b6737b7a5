"""What the database itself tells of its file, its indexes and constraints, and whether the guards stand."""

from collections.abc import Iterator

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from foedus.ledger import guards

_TRIGGERS = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
_INDEXES = """
    SELECT indexrelid::regclass::text, indrelid::regclass::text FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
    WHERE relnamespace = current_schema()::regnamespace AND NOT (indisvalid AND indisready AND indislive)"""
_CONSTRAINTS = """
    SELECT conname, conrelid::regclass::text FROM pg_constraint
    WHERE connamespace = current_schema()::regnamespace AND NOT convalidated"""
_GUARDS = """
    SELECT tgname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
    WHERE relnamespace = current_schema()::regnamespace AND tgenabled IN ('O', 'A')"""
_TREES = """
    SELECT indexrelid::regclass::text, indexrelid::bigint FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
    JOIN pg_am ON pg_am.oid = relam AND amname = 'btree'
    WHERE relnamespace = current_schema()::regnamespace AND indisvalid"""
_AMCHECK = "SELECT extnamespace::regnamespace::text FROM pg_extension WHERE extname = 'amcheck'"


def database_faults(connection: Connection) -> Iterator[str]:
    """What is wrong, a line each."""
    if connection.dialect.name == "sqlite":
        yield from _sqlite(connection)
    else:
        yield from _postgresql(connection)
    for guard in sorted(set(guards.names(connection.dialect.name)) - _standing(connection)):
        yield f"{guard} is not there: what the ledger has learned could be changed"


def _sqlite(connection: Connection) -> Iterator[str]:
    for (line,) in connection.exec_driver_sql("PRAGMA integrity_check"):
        if line != "ok":
            yield f"the file is damaged: {line}"


def _postgresql(connection: Connection) -> Iterator[str]:
    """The server looks at its files only as it reads them; its extension amcheck, if there, goes through indexes."""
    for index, table in connection.exec_driver_sql(_INDEXES).all():
        yield f"the index {index} of {table} is not valid"
    for constraint, table in connection.exec_driver_sql(_CONSTRAINTS).all():
        yield f"{constraint} of {table} is not enforced for all rows"
    schema = connection.exec_driver_sql(_AMCHECK).scalar()
    for index, number in connection.exec_driver_sql(_TREES).all() if schema else ():
        asked = f"SELECT {schema}.bt_index_check({number}::oid::regclass)"
        yield from _asked(connection, index, asked)


def _asked(connection: Connection, index: str, check: str) -> Iterator[str]:
    try:
        with connection.begin_nested():
            connection.exec_driver_sql(check)
    except DBAPIError as error:
        yield f"the index {index} is damaged: {str(error.orig).splitlines()[0]}"


def _standing(connection: Connection) -> set[str]:
    listed = _TRIGGERS if connection.dialect.name == "sqlite" else _GUARDS
    return {str(name) for (name,) in connection.exec_driver_sql(listed)}
