"""Claims that wait for a person: the sure and the doubtful ones apart, in an order that does not move."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from sqlalchemy import Connection, and_, exists, not_, or_, select

from foedus.ledger.address import Address
from foedus.ledger.asking.condition import Condition, plain
from foedus.ledger.asking.conditions import conditions, shown
from foedus.ledger.asking.cursor import Place, cursor, place_of
from foedus.ledger.asking.moments import pinned
from foedus.ledger.asking.places import Answer, ClaimPlace
from foedus.ledger.filters import REVIEWED, ClaimFilter
from foedus.ledger.records import claim_of
from foedus.ledger.tables import claims, reviews
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
    batch = pinned(connection, which.as_of)
    wait = _unjudged() if second is None else _judged_by_others(second)
    asked = (*conditions(connection, which, batch), wait, _surety(level, doubtful=doubtful))
    start = None if after is None else place_of(after, which, newest_first=False)
    rows = Answer.of(connection, asked, shown(which, batch), batch).places(start, limit + 1)
    found = _waiting(connection, rows[:limit])
    if len(rows) <= limit:
        return QueuePage(found, None)
    last = rows[limit - 1]
    place = Place(0, last.published_on, last.document, last.trigger_start, last.id, last.twin)
    return QueuePage(found, cursor(place, which, newest_first=False))


def _waiting(connection: Connection, rows: Sequence[ClaimPlace]) -> list[Waiting]:
    asked = select(claims.c.reading, claims.c.review, claims.c.record)
    asked = asked.where(claims.c.reading.in_([row.reading for row in rows]))
    held = {row.reading: row for row in connection.execute(asked)}
    found = ((Address(row.id, row.twin), held[row.reading]) for row in rows)
    return [Waiting(str(address), row.reading, row.review, claim_of(row.record)) for address, row in found]


def _surety(level: float, *, doubtful: bool) -> Condition:
    if doubtful:
        return plain(claims.c.confidence < level)
    return plain(or_(claims.c.confidence.is_(None), claims.c.confidence >= level))


def _unjudged() -> Condition:
    return plain(claims.c.review.is_(None))


def _judged_by_others(reviewer: str) -> Condition:
    """Of what people have judged, which is few."""
    undo = reviews.alias("undo")
    of_this = and_(reviews.c.claim == claims.c.id, reviews.c.twin == claims.c.twin, reviews.c.action != "undo")
    in_force = and_(of_this, not_(exists().where(undo.c.undoes == reviews.c.number)))
    others = (reviews.c.claim.is_not(None), reviews.c.reviewer != reviewer)
    test = and_(
        claims.c.document.in_(select(reviews.c.document).where(*others)),
        claims.c.id.in_(select(reviews.c.claim).where(*others)),
        exists().where(in_force, reviews.c.reviewer != reviewer),
        not_(exists().where(in_force, reviews.c.reviewer == reviewer)),
    )
    return plain(test, select(claims.c.reading).where(test))
