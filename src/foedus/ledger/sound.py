"""Whether a copy is to be relied upon: asked before it takes the place where it will be looked for."""

from collections.abc import Iterator

from sqlalchemy import Connection

from foedus.ledger.check_database import database_faults
from foedus.ledger.check_records import record_faults
from foedus.ledger.ordered_rows import UnreadableError
from foedus.ledger.stores.store import Store
from foedus.ledger.verify import faults
from foedus.model.errors import LedgerError


def assert_sound(store: Store, what: str) -> None:
    """LedgerError, saying what is wrong first, where a ledger is not as its hash chain tells, or damaged."""
    with store.reading() as connection:
        assert_sound_rows(connection, what)


def assert_sound_rows(connection: Connection, what: str) -> None:
    """The same within a transaction that is under way."""
    for fault in _all(connection):
        raise LedgerError(f"{what} is not whole: {fault}; `foedus doctor` and `foedus audit verify` tell all")


def _all(connection: Connection) -> Iterator[str]:
    try:
        yield from database_faults(connection)
        yield from faults(connection)
        yield from record_faults(connection)
    except UnreadableError as error:
        yield str(error)
