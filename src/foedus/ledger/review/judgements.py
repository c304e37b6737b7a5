"""Rows of `reviews` from what was judged, and judgements back from the rows."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import ColumnElement, Connection, Select, select

from foedus.ledger.address import Address
from foedus.ledger.review.statements import Held
from foedus.ledger.tables import batches, reviews
from foedus.ledger.writing.transaction import Writing
from foedus.model.errors import UsageError
from foedus.model.review import Judgement

_undo = reviews.alias("undo")


class By(NamedTuple):
    """Whose judgement it is, and why."""

    reviewer: str
    reason: str | None = None


def note(
    writing: Writing,
    action: str,
    by: By,
    *,
    address: Address | None = None,
    document: int | None = None,
    before: int | None = None,
    after: int | None = None,
    undoes: int | None = None,
    detail: Mapping[str, Any] | None = None,
) -> int:
    """Remember a judgement; its number. Any because each action has details of its own."""
    row = {
        "action": action,
        "document": document,
        "claim": address.id if address else None,
        "twin": address.twin if address else None,
        "before": before,
        "after": after,
        "reviewer": by.reviewer,
        "reason": by.reason,
        "detail": msgspec.json.encode(detail or {}).decode(),
        "undoes": undoes,
    }
    (number,) = writing.add(reviews, [row])
    return number


def note_on(
    writing: Writing, action: str, by: By, held: Held, *, after: int | None, detail: Mapping[str, Any] | None = None
) -> int:
    """Remember a judgement of a version."""
    address, document = held.address, held.document
    return note(
        writing, action, by, address=address, document=document, before=held.reading, after=after, detail=detail
    )


def select_judgements(*conditions: ColumnElement[bool]) -> Select[Any]:
    """Judgements in their order, with time and what took them back; Any because a row mixes types."""
    return (
        select(reviews, batches.c.at, _undo.c.number.label("undone"))
        .join(batches, batches.c.number == reviews.c.batch)
        .outerjoin(_undo, _undo.c.undoes == reviews.c.number)
        .where(*conditions)
        .order_by(reviews.c.number)
    )


def judgements(connection: Connection, *conditions: ColumnElement[bool]) -> Iterator[Judgement]:
    """The judgements that meet the conditions (on `reviews`), in their order."""
    for row in connection.execute(select_judgements(*conditions)):
        address = None if row.claim is None else str(Address(row.claim, row.twin))
        yield Judgement(
            number=row.number,
            action=row.action,
            claim=address,
            before=row.before,
            after=row.after,
            reviewer=row.reviewer,
            reason=row.reason,
            detail=msgspec.json.decode(row.detail),
            undoes=row.undoes,
            batch=row.batch,
            at=row.at,
            undone=row.undone,
        )


def in_force() -> tuple[ColumnElement[bool], ...]:
    """Conditions of `select_judgements`: neither an undo nor undone."""
    return reviews.c.action != "undo", _undo.c.number.is_(None)


def judgement(connection: Connection, number: int) -> Judgement:
    """A judgement by its number; UsageError where there is none."""
    found = next(judgements(connection, reviews.c.number == number), None)
    if found is None:
        raise UsageError(f"there is no judgement {number}: `foedus review history CLAIM` lists those of a claim")
    return found
