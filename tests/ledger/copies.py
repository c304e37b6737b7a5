"""What a copy of a ledger must have in common with it."""

from pathlib import Path
from typing import Any

from sqlalchemy import select

from foedus.ledger.checking.check import findings
from foedus.ledger.proof.verify import faults, head
from foedus.ledger.store import Ledger
from foedus.ledger.tables import metadata
from foedus.model.claim_json import to_json

Rows = dict[str, list[tuple[Any, ...]]]


def rows(where: str | Path) -> Rows:
    """Every row of every table, each in the order of its values."""
    with Ledger.open(where, create=False) as ledger, ledger._store.reading() as connection:
        return {
            table.name: sorted(map(tuple, connection.execute(select(table))), key=repr)
            for table in metadata.sorted_tables
        }


def exported(where: str | Path) -> bytes:
    """The claims as they are exported."""
    with Ledger.open(where, create=False) as ledger:
        return b"".join(to_json(claim) + b"\n" for claim in ledger.claims())


def last_link(where: str | Path) -> str:
    """The hash of the last link of a ledger that is whole."""
    with Ledger.open(where, create=False) as ledger, ledger._store.reading() as connection:
        assert list(findings(connection)) == []
        assert list(faults(connection)) == []
        last = head(connection)
    assert last is not None
    return last.hash
