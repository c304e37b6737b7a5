"""Many keys at once, as one value to the database."""

import json
from collections.abc import Sequence
from typing import Any, TypeVar

from sqlalchemy import (
    BigInteger,
    Column,
    ColumnElement,
    Connection,
    FromClause,
    Join,
    String,
    TableValuedAlias,
    cast,
    func,
    literal_column,
    select,
)
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler

from foedus.ledger.asking.condition import Test
from foedus.ledger.create_search import is_postgres

_Value = TypeVar("_Value", int, str)


def among(connection: Connection, numbers: Sequence[int], key: Column[int]) -> Test:
    """Rows by their keys, however many."""
    return key.in_(select(_listed(connection, numbers).c.value))


def each_of(connection: Connection, numbers: Sequence[int], table: FromClause, key: ColumnElement[int]) -> Join:
    """The rows of a table by their keys, which are different: one after the other, whatever else is asked of them."""
    listed = _listed(connection, numbers)
    return InTurn(listed, table, key == listed.c.value)


def unsought(connection: Connection, column: Column[_Value]) -> ColumnElement[_Value]:
    """A column that rows are tested by, but not sought: what SQLite meets along the days it might seek by it instead,
    for it knows no statistics. PostgreSQL does, and would take what is added to a column for a test that few pass."""
    if is_postgres(connection):
        return column
    return column + literal_column("''" if isinstance(column.type, String) else "0")


class InTurn(Join):
    """For each row of the one those of the other. SQLite knows no statistics and might go through all of the other."""

    inherit_cache = True


def _listed(connection: Connection, numbers: Sequence[int]) -> TableValuedAlias:
    if is_postgres(connection):
        return func.unnest(cast(list(numbers), ARRAY(BigInteger))).table_valued("value").render_derived()
    return func.json_each(json.dumps(list(numbers))).table_valued("value")


@compiles(InTurn, "sqlite")
def _crossed(join: Join, compiler: SQLCompiler, **options: Any) -> str:  # noqa: ANN401 - SQLAlchemy's own options
    written: str = compiler.visit_join(join, **options)  # type: ignore[no-untyped-call]  # SQLAlchemy's own
    return written.replace(" JOIN ", " CROSS JOIN ", 1)
