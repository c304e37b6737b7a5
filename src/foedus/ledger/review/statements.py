"""A statement by its address: the version that holds now, wherever the address has moved."""

import re
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, or_, select, true

from foedus.ledger.address import Address
from foedus.ledger.asking.lookup import find_claim
from foedus.ledger.asking.shelves import ids_from, with_id
from foedus.ledger.records import claim_of
from foedus.ledger.review.told import told_of
from foedus.ledger.tables import claims, redirects
from foedus.model.claim import Claim
from foedus.model.errors import ConflictError, UnknownError, UsageError

_ADDRESS = re.compile(r"([0-9a-fA-F]+)(?:\.(\d{1,9}))?")


@dataclass(frozen=True, slots=True)
class Held:
    """A version of a statement. `record` and `machine` are JSON; `machine` is null where it would be the same."""

    reading: int
    address: Address
    document: int
    record: str
    claim: Claim
    origin: str
    review: str | None
    machine: str | None
    batch: int

    @property
    def readers_record(self) -> str | None:
        """What the reader gave; null where no reader gave anything."""
        return self.machine or (self.record if self.origin == "reader" else None)


_COLUMNS = (
    claims.c.reading,
    claims.c.id,
    claims.c.twin,
    claims.c.document,
    claims.c.record,
    claims.c.origin,
    claims.c.review,
    claims.c.machine,
    claims.c.batch,
)


def held_of(row: Row[*tuple[Any, ...]]) -> Held:  # Any: a row mixes types
    """A version from its row; UnknownError where its words were withdrawn."""
    if row.record is None:
        raise UnknownError(f"claim {Address(row.id, row.twin)} was withdrawn: it can be judged no longer")
    address = Address(row.id, row.twin)
    claim = claim_of(row.record)
    return Held(row.reading, address, row.document, row.record, claim, row.origin, row.review, row.machine, row.batch)


def version(connection: Connection, reading: int) -> Held:
    """A version by its number, whether it holds or not."""
    return held_of(connection.execute(select(*_COLUMNS).where(claims.c.reading == reading)).one())


def current(connection: Connection, address: Address) -> Held | None:
    """The version of a statement that holds; None where none does."""
    asked = select(*_COLUMNS).where(at(connection, address), claims.c.ended.is_(None))
    row = connection.execute(asked).one_or_none()
    return None if row is None else held_of(row)


def versions(connection: Connection, address: Address) -> list[Held]:
    """All versions of a statement, in their order."""
    return versions_where(connection, at(connection, address))


def at(connection: Connection, *addresses: Address) -> ColumnElement[bool]:
    """Versions of any of these statements."""
    these = or_(*(and_(claims.c.id == one.id, claims.c.twin == one.twin) for one in addresses))
    return and_(with_id(connection, [one.id for one in addresses]), these)


def versions_where(connection: Connection, *conditions: ColumnElement[bool]) -> list[Held]:
    """The versions that meet conditions on `claims`, in their order."""
    return [held_of(row) for row in connection.execute(select(*_COLUMNS).where(*conditions).order_by(claims.c.reading))]


def find(connection: Connection, given: str, *, expected: int | None = None) -> Held:
    """The statement of an id, of the beginning of one, or of an address with a twin, as it holds now.

    Moved addresses are followed. `expected` is the reading that the caller saw: ConflictError says who has changed
    the claim since. UnknownError where there is no such claim, or several.
    """
    address = _followed(connection, locate(connection, given))
    held = current(connection, address)
    if held is None:
        raise ConflictError(f"claim {address} holds no more: {told_of(connection, _end(connection, address))}")
    if expected is not None and held.reading != expected:
        raise ConflictError(
            f"claim {given} has changed since reading {expected}: {told_of(connection, held.batch, address)}; now it "
            f"is reading {held.reading}: look at it with `foedus review history {address}`, then judge again"
        )
    return held


def locate(connection: Connection, given: str) -> Address:
    """The address that is meant, whether anything holds there or not; UnknownError where that is none, or several."""
    match = _ADDRESS.fullmatch(given.strip().lower())
    if not match:
        raise UsageError(f"{given!r} is no claim: give its id, or the beginning of it")
    prefix = match[1]
    find_claim(connection, prefix)  # one id begins so, or it says what is wrong
    (id,) = ids_from(connection, prefix, true(), 1)  # noqa: A001 - the field's own name
    asked = select(claims.c.twin, claims.c.ended).where(with_id(connection, (id,)))
    rows = connection.execute(asked.order_by(claims.c.ended.is_not(None), claims.c.twin)).all()
    if match[2]:
        return Address(id, int(match[2]))
    holding = [row.twin for row in rows if row.ended is None]
    if len(holding) > 1:
        said = ", ".join(f"{id}.{one}" for one in holding)
        raise UnknownError(f"several claims of one text have the id {id}: say which of {said}")
    return Address(id, rows[0].twin)


def moved(connection: Connection, address: Address) -> Address | None:
    """Where an address leads; None where it leads nowhere else."""
    asked = select(redirects.c.to_claim, redirects.c.to_twin).where(
        redirects.c.claim == address.id, redirects.c.twin == address.twin, redirects.c.ended.is_(None)
    )
    row = connection.execute(asked).one_or_none()
    return Address(row.to_claim, row.to_twin) if row else None


def _followed(connection: Connection, address: Address) -> Address:
    """Where an address leads now, through any number of moves."""
    seen = {address}
    while current(connection, address) is None:
        ahead = moved(connection, address)
        if ahead is None or ahead in seen:
            break
        seen.add(ahead)
        address = ahead
    return address


def _end(connection: Connection, address: Address) -> int:
    """The batch that ended a statement's last version."""
    asked = select(claims.c.ended).where(at(connection, address))
    ended = connection.scalar(asked.order_by(claims.c.reading.desc()).limit(1))
    if ended is None:
        raise UnknownError(f"the ledger holds no claim {address}")
    return int(ended)
