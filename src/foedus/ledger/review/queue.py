"""Claims that wait for a person: the sure and the doubtful ones apart, in an order that does not move."""

from dataclasses import replace
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, and_, exists, not_, or_, select, tuple_

from foedus.ledger.asking.claims import ORDER
from foedus.ledger.asking.conditions import conditions, shown
from foedus.ledger.asking.cursor import Place, cursor, place_of
from foedus.ledger.asking.moments import batch_as_of
from foedus.ledger.asking.narrowing import claims_with_documents, narrowed
from foedus.ledger.filters import REVIEWED, ClaimFilter
from foedus.ledger.records import claim_of
from foedus.ledger.review.statements import Address
from foedus.ledger.tables import claims, documents, reviews
from foedus.model.claim import Claim
from foedus.model.errors import UsageError


class Waiting(NamedTuple):
    """A claim that waits, with the reading to give as `expected`."""

    address: str
    reading: int
    review: str | None
    claim: Claim


class QueuePage(NamedTuple):
    """Some of those that wait; `next` is the cursor of the next page, none behind the last."""

    waiting: list[Waiting]
    next: str | None


def queue(
    connection: Connection,
    which: ClaimFilter,
    *,
    level: float,
    doubtful: bool = False,
    second: str | None = None,
    after: str | None = None,
    limit: int = 20,
) -> QueuePage:
    """Claims that nobody has judged; the sure ones (confidence from `level` on, or uncalibrated), or the doubtful.

    `second` names a reviewer, for whom those wait instead that others have judged and that reviewer has not. They come
    by the document's day and id, then their place in the text: what is judged meanwhile moves no other. `after` is the
    cursor of the page before.
    """
    if limit < 1:
        raise UsageError(f"a page holds one claim or more, not {limit}")
    if second is not None and not which.review:
        which = replace(which, review=REVIEWED)  # what others rejected waits too
    batch = batch_as_of(connection, which.as_of)
    narrow = narrowed(connection, list(conditions(connection, which, batch)))
    if second is not None:
        narrow = narrow._replace(few=True)  # what people have judged is few
    asked = (
        select(
            claims.c.published_on,
            documents.c.id.label("document"),
            claims.c.trigger_start,
            claims.c.id,
            claims.c.twin,
            claims.c.reading,
            claims.c.review,
            claims.c.record,
        )
        .select_from(claims_with_documents(narrow))
        .where(and_(shown(which, batch), *narrow.tests))
        .where(_surety(level, doubtful=doubtful))
        .where(claims.c.review.is_(None) if second is None else _judged_by_others(second))
        .order_by(*ORDER)
    )
    if after is not None:
        place = place_of(after, which, newest_first=False)
        # the day by itself too: an index can be walked along it
        asked = asked.where(claims.c.published_on >= place.published_on, tuple_(*ORDER) > tuple_(*place[1:]))
    rows = connection.execute(asked.limit(limit + 1)).all()
    found = [
        Waiting(str(Address(row.id, row.twin)), row.reading, row.review, claim_of(row.record)) for row in rows[:limit]
    ]
    if len(rows) <= limit:
        return QueuePage(found, None)
    last = rows[limit - 1]
    place = Place(0, last.published_on, last.document, last.trigger_start, last.id, last.twin)
    return QueuePage(found, cursor(place, which, newest_first=False))


def _surety(level: float, *, doubtful: bool) -> ColumnElement[bool]:
    if doubtful:
        return claims.c.confidence < level
    return or_(claims.c.confidence.is_(None), claims.c.confidence >= level)


def _judged_by_others(reviewer: str) -> ColumnElement[bool]:
    undo = reviews.alias("undo")
    of_this = and_(reviews.c.claim == claims.c.id, reviews.c.twin == claims.c.twin, reviews.c.action != "undo")
    in_force = and_(of_this, not_(exists().where(undo.c.undoes == reviews.c.number)))
    return and_(
        claims.c.id.in_(select(reviews.c.claim).where(reviews.c.claim.is_not(None), reviews.c.reviewer != reviewer)),
        exists().where(in_force, reviews.c.reviewer != reviewer),
        not_(exists().where(in_force, reviews.c.reviewer == reviewer)),
    )
