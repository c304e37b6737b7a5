"""Whether a copy is to be relied upon: asked before it takes the place where it will be looked for."""

from itertools import chain, islice

from sqlalchemy import Connection

from foedus.ledger.check import findings
from foedus.ledger.stores.store import Store
from foedus.ledger.verify import faults
from foedus.model.errors import LedgerError


def assert_sound(store: Store, what: str) -> None:
    """LedgerError, saying what is wrong first, where a ledger does not pass check and verification."""
    with store.reading() as connection:
        assert_sound_rows(connection, what)


def assert_sound_rows(connection: Connection, what: str) -> None:
    """The same within a transaction that is under way."""
    for fault in islice(chain(findings(connection), faults(connection)), 1):
        raise LedgerError(f"{what} is not whole: {fault}; `foedus doctor` and `foedus audit verify` tell all")
