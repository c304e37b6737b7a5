"""What changed in the ledger between two moments: claims new, changed, gone and rejected, metadata, withdrawals.

Two states are compared, not the writes between them: what came and went in between is not told.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Row, Table, and_, case, select, true

from foedus.ledger.asking.claims import ORDER
from foedus.ledger.asking.conditions import conditions
from foedus.ledger.asking.moments import batch_as_of, batch_before, holds, last_batch
from foedus.ledger.asking.who import Who, who_wrote
from foedus.ledger.filters import ClaimFilter, Moment
from foedus.ledger.records import claim_of
from foedus.ledger.review.fields import differences
from foedus.ledger.tables import claims, documents, pages, redirects, tombstones
from foedus.model.change import Change, ChangeKind, FieldChange

_EVERYTHING = ClaimFilter()
_PAGE_FIELDS = ("url", "outlet", "published", "title", "lang", "source")


class Span(NamedTuple):
    """From after one batch until after another."""

    first: int
    last: int

    def begun(self, table: Table) -> ColumnElement[bool]:
        """Rows that came in it and hold at its end."""
        return and_(table.c.batch > self.first, table.c.batch <= self.last, holds(table, self.last))

    def ended(self, table: Table) -> ColumnElement[bool]:
        """Rows that held at its beginning and no longer do at its end."""
        return and_(holds(table, self.first), table.c.ended > self.first, table.c.ended <= self.last)


def span(connection: Connection, since: Moment, until: Moment = None) -> Span:
    """From before a moment (a day: its beginning) until a moment (a day: its end; None: now)."""
    last = batch_as_of(connection, until)
    return Span(batch_before(connection, since), last_batch(connection) if last is None else last)


def changes(connection: Connection, over: Span, which: ClaimFilter = _EVERYTHING) -> Iterator[Change]:
    """What changed: withdrawn documents, metadata, then claims by document and place.

    Told is of claims that the filter lets through before or after; its own moments are not looked at. What was
    withdrawn is told of whatever the filter, for nothing is known of it any more.
    """
    which = replace(which, as_of=None, learned_since=None, review=())
    yield from _withdrawn(connection, over)
    yield from _metadata(connection, over, which)
    yield from _claims(connection, over, which)


def _claims(connection: Connection, over: Span, which: ClaimFilter) -> Iterator[Change]:
    passes = _passes(connection, which, over.last)
    before = {
        (row.id, row.twin): row
        for row in connection.execute(_versions(passes).where(over.ended(claims)))
        if row.record is not None
    }
    for row in connection.execute(_versions(passes).where(over.begun(claims))).all():
        if row.record is None:
            continue
        old = before.pop((row.id, row.twin), None)
        if row.passes or (old and old.passes):
            yield from _became(connection, old, row)
    for old in before.values():
        if old.passes and old.review != "rejected":
            yield _gone(connection, old)


def _became(connection: Connection, old: Row[Any] | None, new: Row[Any]) -> Iterator[Change]:
    held = old is not None and old.review != "rejected"
    if new.review == "rejected":
        if old is None or held:
            yield _change(connection, "rejected", new, ())
        return
    if old is None:
        yield _change(connection, "new", new, ())
        return
    after = claim_of(new.record)
    found = [FieldChange(one.field, one.machine, one.person) for one in differences(claim_of(old.record), after)]
    if old.review != new.review:
        found.append(FieldChange("review", old.review or "unreviewed", new.review or "unreviewed"))
    if found:
        yield _change(connection, "changed", new, tuple(found))


def _change(connection: Connection, kind: ChangeKind, row: Row[Any], fields: tuple[FieldChange, ...]) -> Change:
    claim = claim_of(row.record)
    who = who_wrote(connection, row.batch, row.id, row.twin)
    by = who.by if who.judged else f"{claim.reader.name}/{claim.reader.version}"
    return Change(kind, claim.document.id, claim, fields, who.at, row.batch, by, who.reason)


def _gone(connection: Connection, row: Row[Any]) -> Change:
    claim = claim_of(row.record)
    who = who_wrote(connection, row.ended, row.id, row.twin)
    went = select(redirects).where(
        redirects.c.claim == row.id, redirects.c.twin == row.twin, redirects.c.batch == row.ended
    )
    to = connection.execute(went).one_or_none()
    address = None if to is None else f"{to.to_claim}.{to.to_twin}" if to.to_twin else str(to.to_claim)
    return Change("gone", claim.document.id, claim, (), who.at, row.ended, who.by, who.reason, address)


def _metadata(connection: Connection, over: Span, which: ClaimFilter) -> Iterator[Change]:
    """Pages whose metadata are others than they were; with a filter, of texts with a claim that passes."""
    columns = [pages.c[name] for name in _PAGE_FIELDS]
    asked = select(pages.c.document, pages.c.page, pages.c.batch, documents.c.id, *columns).join(documents)
    asked = asked.order_by(documents.c.id, pages.c.page)
    if which != _EVERYTHING:
        found = select(claims.c.document).where(_conditions(connection, which, over.last))
        asked = asked.where(pages.c.document.in_(found))
    before = {(row.document, row.page): row for row in connection.execute(asked.where(over.ended(pages)))}
    for row in connection.execute(asked.where(over.begun(pages))).all():
        old = before.get((row.document, row.page))
        if old is None:
            continue
        values = ((name, getattr(old, name), getattr(row, name)) for name in _PAGE_FIELDS)
        fields = tuple(FieldChange(*one) for one in values if one[1] != one[2])
        if fields:
            who = who_wrote(connection, row.batch)
            yield Change("metadata", row.id, None, fields, who.at, row.batch, who.by, who.reason)


def _withdrawn(connection: Connection, over: Span) -> Iterator[Change]:
    asked = select(tombstones, documents.c.id).join(documents, documents.c.number == tombstones.c.document)
    inside = and_(tombstones.c.batch > over.first, tombstones.c.batch <= over.last)
    for row in connection.execute(asked.where(inside).order_by(documents.c.id)).all():
        who: Who = who_wrote(connection, row.batch)
        yield Change("withdrawn", row.id, None, (), who.at, row.batch, row.actor, row.reason)


def _versions(passes: ColumnElement[bool]) -> Any:  # noqa: ANN401 - a row of many types
    own = (claims.c.id, claims.c.twin, claims.c.record, claims.c.review, claims.c.batch, claims.c.ended)
    asked = select(*own, case((passes, 1), else_=0).label("passes"))
    return asked.join(documents, documents.c.number == claims.c.document).order_by(*ORDER)


def _passes(connection: Connection, which: ClaimFilter, batch: int) -> ColumnElement[bool]:
    return true() if which == _EVERYTHING else _conditions(connection, which, batch)


def _conditions(connection: Connection, which: ClaimFilter, batch: int) -> ColumnElement[bool]:
    return and_(*(one.whole for one in conditions(connection, which, batch)))
