"""The step from schema 1 to schema 2."""

import sqlite3
from uuid import uuid4

from sqlalchemy import Connection, select

from foedus.ledger.copies.reindex import index_records, index_texts
from foedus.ledger.migrate.sql_file import run_file
from foedus.ledger.proof.chain import content_digest, entry_digest, link
from foedus.ledger.proof.covered import start
from foedus.ledger.proof.covered_rows import CoveredRows, Findings
from foedus.ledger.stores.store import STREAM, Store
from foedus.ledger.tables import audit, batches, claims, documents, entries, facts
from foedus.model.errors import LedgerError

_FOLDER = "from_1"
_TEXTS_AT_ONCE = 20


def step(store: Store, connection: Connection) -> str:
    """Bring the tables up, and say what the batch that tells of it is to be remembered by."""
    run_file(connection, _FOLDER, "away")
    run_file(connection, _FOLDER, "tables")
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)  # noqa: S101 - schema 1 was kept in SQLite only
    # SQLite's own length stops at a null character
    driver.create_function("characters", 1, len, deterministic=True)
    run_file(connection, _FOLDER, "rows")
    store.bulk_insert(connection, facts, [("id", str(uuid4()))])
    _index(store, connection)
    run_file(connection, _FOLDER, "drop")
    last = _chain(store, connection)
    run_file(connection, _FOLDER, "guards")
    return f"batches up to {last} were put on the hash chain now" if last else "there was no batch"


def _index(store: Store, connection: Connection) -> None:
    records = select(claims.c.reading, claims.c.record).execution_options(yield_per=STREAM)
    for part in connection.execute(records).partitions():
        index_records(store, connection, map(tuple, part))
    texts = select(documents.c.number, documents.c.text).execution_options(yield_per=_TEXTS_AT_ONCE)
    for part in connection.execute(texts).partitions():
        index_texts(store, connection, map(tuple, part))


def _chain(store: Store, connection: Connection) -> int:
    """Entries and links of all batches, as if they had been written with the chain; the number of the last one."""
    previous = start({str(row.key): str(row.value) for row in connection.execute(select(facts))})
    rows = CoveredRows(connection, {})
    last = 0
    for batch in connection.execute(select(batches).order_by(batches.c.number)).all():
        found = Findings()
        for fault in rows.take(batch.number, found):
            raise LedgerError(f"{store.where} cannot be brought up: {fault}; restore it from a backup")
        written = [(document, entry_digest(one.digests)) for document, one in found.items()]
        store.bulk_insert(connection, entries, [(batch.number, *entry) for entry in written])
        made = link(tuple(batch), content_digest(written), previous)
        store.bulk_insert(connection, audit, [tuple(made)])
        previous, last = made.hash, made.batch
    return last
