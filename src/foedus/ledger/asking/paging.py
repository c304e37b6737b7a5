"""An answer in pages that others' writing does not disturb: the ledger is looked at as of the first page's moment.

A page begins behind the last row of the one before, never at a count of rows.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, Row, or_, select, tuple_

from foedus.ledger.asking.condition import Test
from foedus.ledger.asking.conditions import conditions, shown
from foedus.ledger.asking.cursor import Place, cursor, place_of
from foedus.ledger.asking.moments import batch_as_of, last_batch
from foedus.ledger.asking.narrowing import claims_with_documents, narrowed
from foedus.ledger.filters import ClaimFilter
from foedus.ledger.records import claim_of
from foedus.ledger.tables import UNDATED, claims, documents
from foedus.model.claim import Claim
from foedus.model.errors import UsageError

MOST = 1_000
"""Claims on a page."""

_TIES = (documents.c.id, claims.c.trigger_start, claims.c.id, claims.c.twin)

_ROW = select(
    claims.c.reading,
    claims.c.published_on,
    documents.c.id.label("document"),
    claims.c.trigger_start,
    claims.c.id,
    claims.c.twin,
)


class Page(NamedTuple):
    """Some claims of an answer, the cursor to go on with (None: nothing follows), and the batch it is given as of."""

    claims: tuple[Claim, ...]
    next: str | None
    as_of: int


def page_of_claims(
    connection: Connection,
    which: ClaimFilter,
    after: str | None = None,
    limit: int = 50,
    *,
    newest_first: bool = False,
) -> Page:
    """The claims of a filter behind a cursor (None: the first ones), in the order of `claims`.

    `newest_first` begins with what was published last; what has no date comes last in both orders. UsageError where
    the cursor belongs to another question.
    """
    if not 0 < limit <= MOST:
        raise UsageError(f"a page holds from 1 to {MOST:,} claims, not {limit}")
    start = None if after is None else place_of(after, which, newest_first=newest_first)
    batch = start.batch if start else _pinned(connection, which)
    narrow = narrowed(connection, list(conditions(connection, which, batch)))
    rows: list[Row[int, str, str, int, str, int]] = []
    for part in _parts(start, newest_first=newest_first):
        if len(rows) <= limit:
            tests = (shown(which, batch), *part.tests, *narrow.tests)
            ordered = _ROW.select_from(claims_with_documents(narrow)).where(*tests).order_by(part.day, *_TIES)
            rows += connection.execute(ordered.limit(limit + 1 - len(rows))).all()
    found = _claims(connection, [row.reading for row in rows[:limit]])
    if len(rows) <= limit:
        return Page(found, None, batch)
    last = rows[limit - 1]
    place = Place(batch, last.published_on, last.document, last.trigger_start, last.id, last.twin)
    return Page(found, cursor(place, which, newest_first=newest_first), batch)


def _claims(connection: Connection, readings: Sequence[int]) -> tuple[Claim, ...]:
    """The records come last, and only those of the page: they are long, and the rest is sorted without them."""
    asked = select(claims.c.reading, claims.c.record).where(claims.c.reading.in_(readings))
    records = {row.reading: row.record for row in connection.execute(asked)}
    return tuple(claim_of(records[reading]) for reading in readings)


class _Part(NamedTuple):
    """Days of publication in one order, which an index can be walked along."""

    tests: tuple[Test, ...]
    day: ColumnElement[str]


def _pinned(connection: Connection, which: ClaimFilter) -> int:
    batch = batch_as_of(connection, which.as_of)
    return last_batch(connection) if batch is None else batch


def _parts(start: Place | None, *, newest_first: bool) -> Iterator[_Part]:
    """What is still to come: newest first, the dated claims and then the others."""
    day = claims.c.published_on
    if not newest_first:
        yield _Part((day >= "", *_behind(start)), day.asc())
        return
    if start is None or start.published_on != UNDATED:
        yield _Part((day < UNDATED, *_behind(start, newest_first=True)), day.desc())
        start = None
    yield _Part((day == UNDATED, *_behind(start, newest_first=True)), day.asc())


def _behind(start: Place | None, *, newest_first: bool = False) -> tuple[Test, ...]:
    if start is None:
        return ()
    day = claims.c.published_on
    ties = tuple_(*_TIES) > tuple_(start.document, start.trigger_start, start.id, start.twin)
    if newest_first:
        return day <= start.published_on, or_(day < start.published_on, ties)
    return day >= start.published_on, or_(day > start.published_on, ties)
