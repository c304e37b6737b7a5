"""The ledger's own time: which batch was its last at a moment, and what held then."""

from datetime import UTC, date, datetime

from sqlalchemy import ColumnElement, Connection, FromClause, Table, and_, func, or_, select, true

from foedus.ledger.filters import Moment
from foedus.ledger.records import instant
from foedus.ledger.tables import batches, claims

_AFTER_ALL_TIMES = "U"
"""Behind a day this sorts after every time of it, which begins with T."""


def batch_as_of(connection: Connection, moment: Moment) -> int | None:
    """The last batch at a moment: 0 before the first one, None for now."""
    if moment is None or isinstance(moment, int):
        return moment
    if isinstance(moment, datetime):
        return _last(connection, batches.c.at <= _instant(moment))
    return _last(connection, batches.c.at < moment.isoformat() + _AFTER_ALL_TIMES)


def pinned(connection: Connection, moment: Moment) -> int:
    """The last batch at a moment, of now too: what is asked page by page is asked as of it."""
    batch = batch_as_of(connection, moment)
    return last_batch(connection) if batch is None else batch


def batch_before(connection: Connection, moment: Moment) -> int:
    """The last batch that is older than what came since a moment: since a day is from its beginning."""
    if isinstance(moment, date) and not isinstance(moment, datetime):
        return _last(connection, batches.c.at < moment.isoformat())
    return pinned(connection, moment)


def last_batch(connection: Connection) -> int:
    """The newest batch; 0 where there is none."""
    return connection.scalar(select(func.max(batches.c.number))) or 0


def last_reading(connection: Connection, batch: int) -> int:
    """The newest version of a claim after a batch: readings are numbered in the order of their batches."""
    by_then = select(claims.c.reading).where(claims.c.batch <= batch)
    return connection.scalar(by_then.order_by(claims.c.batch.desc(), claims.c.reading.desc()).limit(1)) or 0


def holds(table: FromClause, batch: int | None) -> ColumnElement[bool]:
    """Rows that hold after a batch (None: now), of a table whose rows can end."""
    if batch is None:
        return table.c.ended.is_(None)
    return and_(table.c.batch <= batch, or_(table.c.ended.is_(None), table.c.ended > batch))


def known(table: Table, batch: int | None) -> ColumnElement[bool]:
    """Rows that were there after a batch (None: now), of a table whose rows stay."""
    return true() if batch is None else table.c.batch <= batch


def _last(connection: Connection, condition: ColumnElement[bool]) -> int:
    """Batches are numbered in the order of their times."""
    newest = select(batches.c.number).where(condition).order_by(batches.c.at.desc(), batches.c.number.desc())
    return connection.scalar(newest.limit(1)) or 0


def _instant(moment: datetime) -> str:
    return instant(moment if moment.tzinfo else moment.replace(tzinfo=UTC))
