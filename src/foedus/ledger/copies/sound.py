"""Whether a copy is to be relied upon: asked before it takes the place where it will be looked for."""

from collections.abc import Iterator

from sqlalchemy import Connection

from foedus.ledger.checking.check_database import database_faults
from foedus.ledger.checking.check_records import record_faults
from foedus.ledger.proof.ordered_rows import UnreadableError
from foedus.ledger.proof.verify import faults
from foedus.model.errors import LedgerError


def assert_sound(connection: Connection, what: str, *, rewritten: bool = False) -> None:
    """LedgerError, saying what is wrong first, where a ledger is damaged or not as its hash chain tells.

    Where that holds its rows are those that were written once, and were looked at then. Rows that were `rewritten`
    are held against their texts and records as well.
    """
    for fault in _faults(connection, rewritten=rewritten):
        raise LedgerError(f"{what} is not whole: {fault}; `foedus doctor` and `foedus audit verify` tell all")


def _faults(connection: Connection, *, rewritten: bool) -> Iterator[str]:
    try:
        yield from database_faults(connection)
        yield from faults(connection)
        if rewritten:
            yield from record_faults(connection)
    except UnreadableError as error:
        yield str(error)
