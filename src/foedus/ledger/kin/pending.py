"""Which documents are still to be compared: those that were never, or not since something of them changed."""

from typing import NamedTuple

from sqlalchemy import Connection, Select, and_, delete, func, insert, or_, select, tuple_, update

from foedus.ledger.reading.texts import in_parts
from foedus.ledger.tables import batches, documents, entries
from foedus.ledger.tables.candidates import kin_pages

_TOUCHING = ("read", "reread", "review", "forget", "migrate")
"""Batches that can change what is compared: texts, pages and claims."""
_LEDGER = 0
"""Stands for all documents together."""


class Turn(NamedTuple):
    """A document that is to be compared, by number and id, because of what a batch (0: an earlier one) wrote of it."""

    batch: int
    number: int
    id: str


def turns(connection: Connection, finders: int, most: int, behind: Turn | None = None) -> list[Turn]:
    """The next documents, at most so many, in the order in which they came or changed; `behind` an earlier one."""
    stale = _stale().order_by(documents.c.number).limit(most)
    found = [Turn(0, *row) for row in connection.execute(stale)]
    if len(found) == most:
        return found
    asked = _changed(connection, finders)
    if behind is not None:
        asked = asked.where(tuple_(entries.c.batch, entries.c.document) > tuple_(behind.batch, behind.number))
    seen = {one.number for one in found}
    with connection.execute(asked.execution_options(yield_per=most)) as rows:
        for turn in map(Turn._make, rows):
            if turn.number not in seen:
                found.append(turn)
                seen.add(turn.number)
                if len(found) == most:
                    break
    return found


def waiting(connection: Connection, finders: int) -> int:
    """How many documents are still to be compared."""
    changed = _changed(connection, finders).order_by(None).subquery()
    stale = _stale().with_only_columns(documents.c.number)
    both = select(changed.c.number).union(stale).subquery()
    return connection.scalar(select(func.count()).select_from(both)) or 0


def compared(connection: Connection, some: list[Turn], finders: int, *, all_of_them: bool) -> None:
    """Documents were compared with all that the ledger knows now; `all_of_them`: no other is still to be."""
    last = connection.scalar(select(func.max(batches.c.number))) or 0
    for part in in_parts([turn.number for turn in some]):
        here = kin_pages.c.document.in_(part)
        connection.execute(update(kin_pages).where(here).values(batch=last))
    came = [turn.batch for turn in some if turn.batch]
    if all_of_them or came:
        # what was written before the last of them has all been looked at, for they come in that order
        _mark(connection, last if all_of_them else came[-1] - 1, finders)


def stale(connection: Connection, numbers: list[int]) -> None:
    """Let documents be compared again."""
    for part in in_parts(numbers):
        connection.execute(update(kin_pages).where(kin_pages.c.document.in_(part)).values(batch=None))


def _mark(connection: Connection, batch: int, finders: int) -> None:
    connection.execute(delete(kin_pages).where(kin_pages.c.document == _LEDGER))
    row = {"document": _LEDGER, "at": 0, "page": 0, "finders": finders, "batch": batch, "held_keys": b""}
    connection.execute(insert(kin_pages), row)


def _stale() -> Select[int, str]:
    joined = select(documents.c.number, documents.c.id).join(kin_pages, kin_pages.c.document == documents.c.number)
    return joined.where(kin_pages.c.batch.is_(None), documents.c.text.is_not(None))


def _changed(connection: Connection, finders: int) -> Select[int, int, str]:
    """By the batches that wrote about them; several batches name a document several times."""
    done = select(kin_pages.c.batch).where(kin_pages.c.document == _LEDGER, kin_pages.c.finders == finders)
    mark = connection.scalar(done) or 0
    told = kin_pages.c.document == entries.c.document
    return (
        select(entries.c.batch, documents.c.number, documents.c.id)
        .join(batches, batches.c.number == entries.c.batch)
        .join(documents, documents.c.number == entries.c.document)
        .outerjoin(kin_pages, told)
        .where(
            entries.c.batch > mark,
            batches.c.action.in_(_TOUCHING),
            documents.c.text.is_not(None),
            or_(
                kin_pages.c.document.is_(None),
                kin_pages.c.finders != finders,
                and_(kin_pages.c.batch.is_not(None), kin_pages.c.batch < entries.c.batch),
            ),
        )
        .order_by(entries.c.batch, entries.c.document)
    )
