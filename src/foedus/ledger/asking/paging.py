"""An answer in pages that others' writing does not disturb: the ledger is looked at as of the first page's moment.

A page begins behind the last row of the one before, never at a count of rows.
"""

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import Connection, select

from foedus.ledger.address import Address
from foedus.ledger.asking.conditions import conditions, shown
from foedus.ledger.asking.cursor import Place, cursor, place_of
from foedus.ledger.asking.moments import pinned
from foedus.ledger.asking.places import Answer, ClaimPlace
from foedus.ledger.filters import ClaimFilter
from foedus.ledger.records import claim_of
from foedus.ledger.tables import claims
from foedus.model.claim import Claim
from foedus.model.errors import UsageError

MOST = 1_000
"""Claims on a page."""


class Kept(NamedTuple):
    """How the ledger holds a claim: its address, its version (the token of the optimistic check), what people judged.

    `review` is accepted, corrected, added or rejected; None where nobody judged it.
    """

    address: str
    reading: int
    review: str | None


class Page(NamedTuple):
    """Some claims of an answer, the cursor to go on with (None: nothing follows), and the batch it is given as of.

    `kept` says of each claim, in the same order, how it is held.
    """

    claims: tuple[Claim, ...]
    next: str | None
    as_of: int
    kept: tuple[Kept, ...]


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
    batch = start.batch if start else pinned(connection, which.as_of)
    asked = Answer.of(connection, list(conditions(connection, which, batch)), shown(which, batch), batch)
    rows = asked.places(start, limit + 1, newest_first=newest_first)
    found, kept = _claims(connection, rows[:limit])
    if len(rows) <= limit:
        return Page(found, None, batch, kept)
    last = rows[limit - 1]
    place = Place(batch, last.published_on, last.document, last.trigger_start, last.id, last.twin)
    return Page(found, cursor(place, which, newest_first=newest_first), batch, kept)


def _claims(connection: Connection, rows: Sequence[ClaimPlace]) -> tuple[tuple[Claim, ...], tuple[Kept, ...]]:
    """The records come last, and only those of the page: they are long, and the rest is sorted without them."""
    asked = select(claims.c.reading, claims.c.record, claims.c.review).where(
        claims.c.reading.in_([row.reading for row in rows])
    )
    held = {row.reading: row for row in connection.execute(asked)}
    kept = tuple(Kept(str(Address(row.id, row.twin)), row.reading, held[row.reading].review) for row in rows)
    return tuple(claim_of(held[row.reading].record) for row in rows), kept
