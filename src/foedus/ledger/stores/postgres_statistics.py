"""What PostgreSQL's planner knows of the tables: counted anew where much came at once.

The server does so itself some minutes later; till then it plans for tables that it has never seen. Asking for the sizes
of a ledger's tables takes a few milliseconds, so it is done after every write, whether that was a batch, a restore or
a migration.
"""

from sqlalchemy import Connection, text

_SHORT = 64
"""Pages of a table below which every plan is fast."""
_FINENESS = 20
"""Of the 100 of the server's own counts, which come later: a fifth of the rows are looked at, for a writer waits."""

_GROWN = text(
    """
    SELECT quote_ident(relname) FROM pg_class
     WHERE relnamespace = to_regnamespace(quote_ident(current_schema())) AND relkind = 'r'
       AND pg_relation_size(oid) / current_setting('block_size')::int >= 2 * greatest(relpages, :short)
     ORDER BY relname
    """
)
"""Tables at least twice as long as when they were counted last."""


def count_anew(connection: Connection) -> None:
    """Count the tables that have doubled; one that somebody else is looking after is left to him."""
    grown = list(connection.scalars(_GROWN, {"short": _SHORT // 2}))
    if grown:
        connection.exec_driver_sql(f"SET LOCAL default_statistics_target = {_FINENESS}")
        connection.exec_driver_sql(f"ANALYZE (SKIP_LOCKED) {', '.join(grown)}")
