"""What the columns are made from: new versions of claims, what has ended, what was withdrawn."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, func, select

from foedus.ledger.columns.scheme import TYPE
from foedus.ledger.create import ledger_facts
from foedus.ledger.tables import audit, claims, tombstones

_AT_ONCE = 20_000
"""Versions looked at by one question."""


class Moment(NamedTuple):
    """A ledger by its id, with its last batch, that batch's link, and its last version."""

    ledger: str
    batch: int
    link: str
    reading: int


def moment(connection: Connection) -> Moment:
    """The ledger as this connection sees it."""
    last = connection.execute(select(audit.c.batch, audit.c.hash).order_by(audit.c.batch.desc()).limit(1)).one_or_none()
    reading = connection.scalar(select(func.max(claims.c.reading))) or 0
    batch, link = (last.batch, last.hash) if last else (0, "")
    return Moment(ledger_facts(connection)["id"], batch, link, reading)


def link_of(connection: Connection, batch: int) -> str:
    """The hash of a batch's link; empty before the first one, and where there is no such batch."""
    return connection.scalar(select(audit.c.hash).where(audit.c.batch == batch)) or ""


class Version(NamedTuple):
    """A version of a transfer, as its row has it."""

    reading: int
    document: int
    batch: int
    ended: int | None
    published_on: str
    record: str


def versions(connection: Connection, after: int, last: int) -> Iterator[Version]:
    """Versions of transfers that count, by their numbers: neither withdrawn nor rejected."""
    found = select(*(claims.c[name] for name in Version._fields)).where(
        # no plain comparison, for an index on the type would be taken for each question anew
        func.coalesce(claims.c.type, "") == TYPE,
        claims.c.record.is_not(None),
        func.coalesce(claims.c.review, "") != "rejected",
    )
    for first in range(after + 1, last + 1, _AT_ONCE):
        some = found.where(claims.c.reading >= first, claims.c.reading < first + _AT_ONCE)
        yield from (Version(*row) for row in connection.execute(some.order_by(claims.c.reading)))


def endings(connection: Connection, after: int, reading: int) -> dict[int, int]:
    """Versions up to a reading that stopped to hold after a batch, with the batch as of which they count as ended.

    Those of withdrawn documents count as if they had never held.
    """
    ended = select(claims.c.reading, claims.c.ended).where(claims.c.ended > after, claims.c.reading <= reading)
    gone = select(claims.c.reading, claims.c.batch).join(tombstones, tombstones.c.document == claims.c.document)
    gone = gone.where(tombstones.c.batch > after, claims.c.reading <= reading)
    return {row[0]: row[1] for asked in (ended, gone) for row in connection.execute(asked)}


def ordinal(day: str) -> int:
    """A day as a number."""
    return date.fromisoformat(day).toordinal()
