"""What was written, batch by batch: who, when, what kind of thing, how many rows, which judgements, and its link."""

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
from msgspec import Struct
from sqlalchemy import ColumnElement, Connection, Select, Table, func, select

from foedus.ledger.address import Address
from foedus.ledger.asking.moments import batch_before
from foedus.ledger.filters import Moment
from foedus.ledger.proof.covered import COVERED, Row
from foedus.ledger.proof.ordered_rows import Ordered, answers
from foedus.ledger.tables import REVIEW_ACTIONS, audit, batches, documents, reviews, tombstones
from foedus.model.logged import Judged, Logged

_COUNTED = tuple(table for table in COVERED if "batch" in table.c)


class _Detail(Struct):
    """What is told of a judgement that is of no claim."""

    name: str | None = None
    entity: str | None = None
    source: str | None = None
    on: str | None = None


def logged(
    connection: Connection, *, since: Moment = None, actor: str | None = None, actions: Sequence[str] = ()
) -> Iterator[Logged]:
    """Batches in their order, narrowed: since a moment, of an actor, of these actions.

    An action is what a batch is (`tables.ACTIONS`), or what one of its judgements does (`tables.REVIEW_ACTIONS`).
    """
    asked = select(batches.c.number).where(*_conditions(connection, since, actor, actions))
    wrote = {table.name: _counts(connection, table, table.c.batch, asked) for table in _COUNTED}
    ended = {table.name: _counts(connection, table, table.c.ended, asked) for table in _COUNTED if "ended" in table.c}
    judged = _of(connection, _judged(), reviews, asked)
    gone = _of(
        connection, select(tombstones.c.batch, documents.c.id, tombstones.c.reason).join(documents), tombstones, asked
    )
    sealed = select(*batches.columns, audit.c.hash).outerjoin(audit, audit.c.batch == batches.c.number)
    rows = sealed.where(batches.c.number.in_(asked)).order_by(batches.c.number)
    for number, at, action, by, command, reader, link in answers(connection, rows, batches.name):
        withdrawn = list(gone.up_to(number))
        yield Logged(
            number,
            at,
            action,
            by,
            command,
            reader,
            wrote=_now(wrote, number),
            ended=_now(ended, number),
            judged=tuple(_judgement(one) for one in judged.up_to(number)),
            withdrawn=tuple(one[1] for one in withdrawn),
            why=withdrawn[0][2] if withdrawn else None,
            hash=link,
        )


def _conditions(
    connection: Connection, since: Moment, actor: str | None, actions: Sequence[str]
) -> Iterator[ColumnElement[bool]]:
    if since is not None:
        yield batches.c.number > batch_before(connection, since)
    if actor is not None:
        yield batches.c.actor == actor
    if actions:
        judging = select(reviews.c.batch).where(reviews.c.action.in_([one for one in actions if one in REVIEW_ACTIONS]))
        yield batches.c.action.in_(actions) | batches.c.number.in_(judging)


def _judged() -> Select[Any]:
    own = reviews.c
    told = (own.number, own.action, own.claim, own.twin, own.detail, own.reason, own.undoes)
    return select(own.batch, *told)


def _judgement(row: Row) -> Judged:
    _, number, action, claim, twin, detail, reason, undoes = row
    named = None if claim else _named(detail)
    return Judged(number, action, None if claim is None else str(Address(claim, twin)), named, reason, undoes)


def _named(detail: str) -> str | None:
    """`name (ENTITY)`, or `source on other`; nothing where it was changed past the guards into what cannot be read."""
    try:
        told = msgspec.json.decode(detail, type=_Detail)
    except msgspec.DecodeError:
        return None
    if told.name is not None:
        return f"{told.name} ({told.entity})" if told.entity else told.name
    return f"{told.source} on {told.on}" if told.source is not None else None


def _of(connection: Connection, rows: Select[Any], table: Table, asked: Select[int]) -> Ordered:
    """Rows of the batches that are asked for, in their order; a row's first value is its batch."""
    ordered = rows.where(table.c.batch.in_(asked)).order_by(table.c.batch, table.columns[0])
    return Ordered(answers(connection, ordered, table.name), 0)


def _counts(connection: Connection, table: Table, batch: ColumnElement[int], asked: Select[int]) -> Ordered:
    counted = select(batch, func.count()).where(batch.in_(asked)).group_by(batch).order_by(batch)
    return Ordered(answers(connection, counted, table.name), 0)


def _now(counts: dict[str, Ordered], batch: int) -> dict[str, int]:
    return {name: count for name, rows in counts.items() for _, count in rows.up_to(batch)}
