"""What was written, batch by batch: who, when, what kind of thing, how many rows, which judgements, and its link."""

from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct
from sqlalchemy import ColumnElement, Connection, Select, Table, func, select

from foedus.ledger.asking.moments import batch_before
from foedus.ledger.covered import COVERED, Row
from foedus.ledger.filters import Moment
from foedus.ledger.ordered_rows import Ordered, answers
from foedus.ledger.review.statements import Address
from foedus.ledger.tables import REVIEW_ACTIONS, audit, batches, documents, reviews, tombstones

_COUNTED = tuple(table for table in COVERED if "batch" in table.c)


class Judged(Struct, frozen=True):
    """A judgement of a batch: its number, what was done to which claim, and the reason; null where withdrawn."""

    number: int
    action: str
    claim: str | None
    reason: str | None
    undoes: int | None


class Logged(Struct, frozen=True):
    """A batch.

    `at` is UTC; `actor` whose judgement it is; `reader` the readers of its claims. `wrote` counts the rows that it
    added, by table, `ended` those that stopped to hold with it. `withdrawn` are ids of documents. `hash` is its link
    of the chain.
    """

    batch: int
    at: str
    action: str
    actor: str | None
    command: str | None
    reader: str | None
    wrote: dict[str, int]
    ended: dict[str, int]
    judged: tuple[Judged, ...]
    withdrawn: tuple[str, ...]
    hash: str | None


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
    withdrawn = _of(connection, select(tombstones.c.batch, documents.c.id).join(documents), tombstones, asked)
    sealed = select(*batches.columns, audit.c.hash).outerjoin(audit, audit.c.batch == batches.c.number)
    rows = sealed.where(batches.c.number.in_(asked)).order_by(batches.c.number)
    for number, at, action, by, command, reader, link in answers(connection, rows, batches.name):
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
            withdrawn=tuple(one[1] for one in withdrawn.up_to(number)),
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
    told = (reviews.c.number, reviews.c.action, reviews.c.claim, reviews.c.twin, reviews.c.reason, reviews.c.undoes)
    return select(reviews.c.batch, *told)


def _judgement(row: Row) -> Judged:
    _, number, action, claim, twin, reason, undoes = row
    return Judged(number, action, None if claim is None else str(Address(claim, twin)), reason, undoes)


def _of(connection: Connection, rows: Select[Any], table: Table, asked: Select[int]) -> Ordered:
    """Rows of the batches that are asked for, in their order; a row's first value is its batch."""
    ordered = rows.where(table.c.batch.in_(asked)).order_by(table.c.batch, table.columns[0])
    return Ordered(answers(connection, ordered, table.name), 0)


def _counts(connection: Connection, table: Table, batch: ColumnElement[int], asked: Select[int]) -> Ordered:
    counted = select(batch, func.count()).where(batch.in_(asked)).group_by(batch).order_by(batch)
    return Ordered(answers(connection, counted, table.name), 0)


def _now(counts: dict[str, Ordered], batch: int) -> dict[str, int]:
    return {name: count for name, rows in counts.items() for _, count in rows.up_to(batch)}
