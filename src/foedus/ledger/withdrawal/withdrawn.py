"""What was withdrawn: by whom, when and why. What it was is gone."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, select

from foedus.ledger.stores.store import STREAM
from foedus.ledger.tables import batches, documents, tombstones


class Withdrawal(NamedTuple):
    """One withdrawn document; `at` is the time of the batch that withdrew it, UTC in ISO 8601."""

    document: str
    sha256: str
    batch: int
    at: str
    actor: str | None
    reason: str

    def __str__(self) -> str:
        by = f" by {self.actor}" if self.actor else ""
        return f"document {self.document} was withdrawn on {self.at[:10]}{by}: {self.reason}"


def withdrawals(connection: Connection, batch: int | None = None) -> Iterator[Withdrawal]:
    """All withdrawals, or those of one batch, in their order."""
    asked = _asked().order_by(tombstones.c.batch, tombstones.c.document)
    if batch is not None:
        asked = asked.where(tombstones.c.batch == batch)
    for row in connection.execute(asked.execution_options(yield_per=STREAM)):
        yield Withdrawal(*row)


def withdrawal_of(connection: Connection, document: int) -> Withdrawal | None:
    """How a document, by its number, was withdrawn; None where it was not."""
    row = connection.execute(_asked().where(tombstones.c.document == document)).one_or_none()
    return Withdrawal(*row) if row else None


def _asked() -> Select[Any]:
    columns = (documents.c.id, documents.c.sha256, tombstones.c.batch, batches.c.at, tombstones.c.actor)
    joined = tombstones.join(documents, documents.c.number == tombstones.c.document)
    return select(*columns, tombstones.c.reason).select_from(
        joined.join(batches, batches.c.number == tombstones.c.batch)
    )
