"""Claims that wait for a person: the sure and the doubtful ones apart, in an order that does not move."""

from typing import NamedTuple

import msgspec
from sqlalchemy import ColumnElement, Connection, and_, exists, not_, or_, select, tuple_

from foedus.ledger.asking.claims import ORDER
from foedus.ledger.asking.conditions import conditions, shown
from foedus.ledger.asking.moments import batch_as_of
from foedus.ledger.filters import ClaimFilter
from foedus.ledger.records import claim_of
from foedus.ledger.review.statements import Address
from foedus.ledger.tables import claims, documents, reviews
from foedus.model.claim import Claim
from foedus.model.errors import UsageError

_places = msgspec.json.Decoder(tuple[str, str, int, str, int])


class Waiting(NamedTuple):
    """A claim that waits, with the reading to give as `expected`."""

    address: str
    reading: int
    review: str | None
    claim: Claim


class Page(NamedTuple):
    """Some of those that wait; `following` is the cursor of the next page, none behind the last."""

    waiting: list[Waiting]
    following: str | None


def queue(
    connection: Connection,
    which: ClaimFilter,
    *,
    level: float,
    doubtful: bool = False,
    second: str | None = None,
    cursor: str | None = None,
    limit: int = 20,
) -> Page:
    """Claims that nobody has judged; the sure ones (confidence from `level` on, or uncalibrated), or the doubtful.

    `second` names a reviewer, for whom those wait instead that others have judged and that reviewer has not. They come
    by the document's day and id, then their place in the text: what is judged meanwhile moves no other.
    """
    if limit < 1:
        raise UsageError(f"a page holds one claim or more, not {limit}")
    batch = batch_as_of(connection, which.as_of)
    asked = (
        select(*ORDER, claims.c.reading, claims.c.review, claims.c.record)
        .join(documents, documents.c.number == claims.c.document)
        .where(and_(shown(which, batch), *conditions(connection, which, batch)), _surety(level, doubtful=doubtful))
        .where(claims.c.review.is_(None) if second is None else _judged_by_others(second))
        .order_by(*ORDER)
    )
    if cursor is not None:
        asked = asked.where(tuple_(*ORDER) > tuple_(*_place(cursor)))
    rows = connection.execute(asked.limit(limit + 1)).all()
    found = [
        Waiting(str(Address(row.id_1, row.twin)), row.reading, row.review, claim_of(row.record)) for row in rows[:limit]
    ]
    return Page(found, _cursor(tuple(rows[limit - 1][: len(ORDER)])) if len(rows) > limit else None)


def _surety(level: float, *, doubtful: bool) -> ColumnElement[bool]:
    if doubtful:
        return claims.c.confidence < level
    return or_(claims.c.confidence.is_(None), claims.c.confidence >= level)


def _judged_by_others(reviewer: str) -> ColumnElement[bool]:
    undo = reviews.alias("undo")
    of_this = and_(reviews.c.claim == claims.c.id, reviews.c.twin == claims.c.twin, reviews.c.action != "undo")
    in_force = and_(of_this, not_(exists().where(undo.c.undoes == reviews.c.number)))
    return and_(
        exists().where(in_force, reviews.c.reviewer != reviewer),
        not_(exists().where(in_force, reviews.c.reviewer == reviewer)),
    )


def _cursor(place: tuple[object, ...]) -> str:
    return msgspec.json.encode(place).hex()


def _place(cursor: str) -> tuple[str, str, int, str, int]:
    try:
        return _places.decode(bytes.fromhex(cursor))
    except ValueError as error:  # hex, JSON and its shape
        raise UsageError(f"{cursor!r} is no cursor: give the one of the page before") from error
