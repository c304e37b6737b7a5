"""A store from where it lies."""

from pathlib import Path

from foedus.ledger.stores.location import located
from foedus.ledger.stores.sqlite import SqliteStore
from foedus.ledger.stores.sqlite_file import existing_file
from foedus.ledger.stores.store import Store
from foedus.ledger.stores.trouble import told_of_disk


def open_store(where: str | Path, *, create: bool, lock_seconds: float) -> Store:
    """The store at a path or URL, its tables not looked at; file or schema is made only with `create`.

    NoLedgerError where there is none, LedgerError where it cannot be reached or is none of the forms that there are.
    """
    place = located(where)
    if isinstance(place, Path):
        with told_of_disk(place):
            return SqliteStore(existing_file(place, create=create), lock_seconds)
    from foedus.ledger.stores.postgres import PostgresStore  # noqa: PLC0415 - its driver is slow to import

    return PostgresStore.open(place, create=create, lock_seconds=lock_seconds)
