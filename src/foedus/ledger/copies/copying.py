"""A ledger from one place to another: a file as it is at one moment, or row by row from any store to any other."""

from collections.abc import Iterator
from contextlib import closing
from operator import itemgetter
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, select

from foedus.ledger.copies.reindex import index_records, index_texts
from foedus.ledger.create import create_schema
from foedus.ledger.proof.sealed_texts import TEXTS
from foedus.ledger.stores.sqlite import SqliteStore
from foedus.ledger.stores.store import STREAM, Store, stored_columns
from foedus.ledger.tables import candidates, claims, documents, facts, metadata

Row = tuple[Any, ...]
"""Values in the order of a table's columns; Any because a row mixes text, numbers and nulls."""

_TEXTS_AT_ONCE = 20


def copy_file(store: SqliteStore, target: Path) -> None:
    """An SQLite ledger as it stands at one moment, whoever writes to it meanwhile, without what was deleted from it.

    `target` is an empty file. Errors are those of sqlite3: they can be of either file.
    """
    with closing(store.engine.raw_connection()) as pooled, closing(pooled.cursor()) as cursor:
        cursor.execute("VACUUM INTO ?", (str(target),))


def copy_rows(source: Connection, store: Store, target: Connection, *, texts: bool = True) -> None:
    """All tables of a ledger into an empty database, a few rows in memory at once.

    Without texts the documents keep their hashes, so that all that the hash chain seals stays as it is; the keys made
    from the texts, by which others could be found in them, are left out as well.
    """
    create_schema(target)
    for table in metadata.sorted_tables:
        for rows in _rows(source, table):
            kept = rows if texts or table is not documents else _without_text(rows)
            store.bulk_insert(target, table, kept)
            _index(store, target, table, kept)
    for table in candidates.TABLES if texts else ():
        for rows in _rows(source, table):
            store.bulk_insert(target, table, rows)
    if not texts and target.scalar(select(facts.c.value).where(facts.c.key == TEXTS[0])) is None:
        store.bulk_insert(target, facts, [TEXTS])


def _rows(source: Connection, table: Table) -> Iterator[list[Row]]:
    """A table's rows in the order of its key, so that what a row points to is there before it."""
    names = stored_columns(table)
    keys = list(table.primary_key.columns) or [table.c.batch, table.c.document]
    statement = select(*(table.c[name] for name in names)).order_by(*keys)
    at_once = _TEXTS_AT_ONCE if table is documents else STREAM
    for part in source.execution_options(yield_per=at_once).execute(statement).partitions():
        yield [tuple(row) for row in part]


def _without_text(rows: list[Row]) -> list[Row]:
    place = stored_columns(documents).index("text")
    return [(*row[:place], None, *row[place + 1 :]) for row in rows]


def _index(store: Store, target: Connection, table: Table, rows: list[Row]) -> None:
    if table is claims:
        index_records(store, target, map(_picked(claims, "reading", "record"), rows))
    elif table is documents:
        index_texts(store, target, map(_picked(documents, "number", "text"), rows))


def _picked(table: Table, *columns: str) -> "itemgetter[Any]":
    return itemgetter(*map(stored_columns(table).index, columns))
