"""What was withdrawn, from the disk as well: a database only marks the place of what is deleted as free.

An SQLite file is written anew without its free places, and its log emptied. PostgreSQL's own vacuum is run; when the
freed places are written over is the server's business, as are its log, its replicas and its backups.
"""

import shutil
from contextlib import closing

from sqlalchemy import Table

from foedus.ledger.columns.place import folder_of
from foedus.ledger.create import ledger_facts
from foedus.ledger.create_search import TABLES
from foedus.ledger.guards import BLANKED, LOOKED_UP
from foedus.ledger.stores.sqlite import SqliteStore
from foedus.ledger.stores.store import Store
from foedus.ledger.stores.trouble import told
from foedus.ledger.tables import candidates
from foedus.model.errors import LedgerError

_TOUCHED: tuple[Table, ...] = (*BLANKED, *LOOKED_UP, *TABLES, *candidates.TABLES)


def erase(store: Store) -> None:
    """Give no deleted byte back; LedgerError, with what to do, where something stands in the way."""
    with store.reading() as connection:
        columns = folder_of(store, ledger_facts(connection)["id"])
    with store.lock.held():
        # they repeat numbers and names of claims, and are made anew by whoever asks next
        shutil.rmtree(columns, ignore_errors=True)
        if isinstance(store, SqliteStore):
            _rewrite(store)
        else:
            _vacuum(store)


def _rewrite(store: SqliteStore) -> None:
    try:
        with told(store.where), closing(store.engine.raw_connection()) as connection:
            cursor = connection.cursor()
            cursor.execute("VACUUM")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            busy = cursor.fetchone() != (0, 0, 0)
    except LedgerError as error:
        raise LedgerError(
            f"withdrawn, but its bytes are still in the file: {error}; then run the same command"
        ) from error
    if busy:
        raise LedgerError(
            f"withdrawn, but its bytes are still in the log of {store.where}, which another program is reading: "
            "close that, then run the same command"
        )


def _vacuum(store: Store) -> None:
    with told(store.where), store.engine.connect() as connection:
        outside = connection.execution_options(isolation_level="AUTOCOMMIT")
        outside.exec_driver_sql(f"VACUUM {', '.join(table.name for table in _TOUCHED)}")
