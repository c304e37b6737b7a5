"""The documents before and behind one in the list of all: what was published last first, what has no date last."""

from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, exists, func, select

from foedus.ledger.asking.lookup import find_document
from foedus.ledger.asking.moments import batch_as_of, holds, known
from foedus.ledger.filters import Moment
from foedus.ledger.tables import documents, pages, tombstones

_NAMING = 1
FEW_UNDATED = 5_000
"""Documents without a date of which all are looked at; of more, none has a neighbour."""
_day = pages.c.published_earliest


class Beside(NamedTuple):
    """Ids of two documents; None where the list begins or ends."""

    before: str | None
    behind: str | None


def beside(connection: Connection, document: str, as_of: Moment = None) -> Beside:
    """The neighbours of a document; UnknownError where the ledger does not hold it."""
    id_: str = find_document(connection, document, as_of)["id"]
    listed = _Listed(connection, batch_as_of(connection, as_of))
    day: str | None = connection.scalar(listed.days().where(documents.c.id == id_))
    same = _day.is_(None) if day is None else _day == day
    if day is None and listed.has_more_than(FEW_UNDATED, same):
        return Beside(None, None)
    before = listed.last(same, documents.c.id < id_)
    behind = listed.first(same, documents.c.id > id_)
    if before is None:
        later = connection.scalar(listed.days().where(_day > (day or "")).order_by(_day).limit(1))
        before = None if later is None else listed.last(_day == later)
    if behind is None and day is not None:
        earlier = connection.scalar(listed.days().where(_day < day).order_by(_day.desc()).limit(1))
        undated = _day.is_(None)
        if earlier is not None:
            behind = listed.first(_day == earlier)
        elif not listed.has_more_than(FEW_UNDATED, undated):
            behind = listed.first(undated)
    return Beside(before, behind)


class _Listed:
    """The documents of the list at a batch."""

    def __init__(self, connection: Connection, batch: int | None) -> None:
        self._connection = connection
        withdrawn = exists().where(tombstones.c.document == documents.c.number)
        self._there = (pages.c.page == _NAMING, holds(pages, batch), known(documents, batch), ~withdrawn)

    def days(self) -> Select[str | None]:
        return self._of(_day)

    def first(self, *where: ColumnElement[bool]) -> str | None:
        found: str | None = self._connection.scalar(self._of(func.min(documents.c.id)).where(*where))
        return found

    def last(self, *where: ColumnElement[bool]) -> str | None:
        found: str | None = self._connection.scalar(self._of(func.max(documents.c.id)).where(*where))
        return found

    def has_more_than(self, most: int, where: ColumnElement[bool]) -> bool:
        some = select(pages.c.document).where(pages.c.page == _NAMING, where).limit(most + 1).subquery()
        return (self._connection.scalar(select(func.count()).select_from(some)) or 0) > most

    def _of(self, what: ColumnElement[str]) -> Select[str | None]:
        return select(what).join_from(pages, documents, documents.c.number == pages.c.document).where(*self._there)
