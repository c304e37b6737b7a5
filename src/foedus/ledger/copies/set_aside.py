"""A ledger in PostgreSQL put into another schema of its database, to go on there."""

from sqlalchemy import Connection, func, inspect, select

from foedus.ledger.create_search import TABLES as WORDS
from foedus.ledger.guards import names
from foedus.ledger.tables import metadata

_LONGEST = 63
"""Bytes of a name; PostgreSQL cuts longer ones short."""


def set_aside(connection: Connection, mark: str) -> str:
    """Move tables and guards of the ledger into the new schema `SCHEMA-MARK`, and give its name."""
    quoted = connection.dialect.identifier_preparer.quote_identifier
    schema = str(connection.scalar(select(func.current_schema()))).encode()
    kept = f"{schema[: _LONGEST - len(mark) - 1].decode(errors='ignore')}-{mark}"
    there = set(inspect(connection).get_table_names())
    run = connection.exec_driver_sql
    run(f"CREATE SCHEMA {quoted(kept)}")
    for table in (*metadata.sorted_tables, *WORDS):
        if table.name in there:
            run(f"ALTER TABLE {quoted(table.name)} SET SCHEMA {quoted(kept)}")
    for guard in names(connection.dialect.name):
        run(f"ALTER FUNCTION {quoted(guard)}() SET SCHEMA {quoted(kept)}")
        # a guard asks the tables of the schema that it was made in
        run(f"ALTER FUNCTION {quoted(kept)}.{quoted(guard)}() SET search_path = {quoted(kept)}")
    return kept
