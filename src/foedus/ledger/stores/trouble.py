"""What a database or the disk complains of, told in one line with its remedy."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine, ExceptionContext, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from foedus.ledger.stores.sqlite_trouble import sqlite_line
from foedus.model.errors import LedgerError

_MARK = "foedus_ledger"


def mark_errors(engine: Engine, where: str) -> None:
    """Let errors of an engine bear the name of their ledger, for a block may work with two."""

    def mark(context: ExceptionContext) -> None:
        setattr(context.original_exception, _MARK, where)

    event.listen(engine, "handle_error", mark)


@contextmanager
def told(where: str) -> Iterator[None]:
    """Turn every error of a database inside into a LedgerError about `where`."""
    try:
        yield
    except PoolTimeoutError as error:
        raise LedgerError(f"{where} is asked too much at once by this program; repeat it with less") from error
    except UnicodeEncodeError as error:
        part = error.object[max(0, error.start - 20) : error.end].encode("utf-8", "backslashreplace").decode()
        raise LedgerError(f"{where} cannot hold a text with half a character: {part}") from error
    except Exception as error:
        driver = error.orig if isinstance(error, DBAPIError) else error
        if driver is None or not (line := _line(driver)):
            raise
        raise LedgerError(f"{getattr(driver, _MARK, where)} {line}") from error


@contextmanager
def told_of_disk(where: object) -> Iterator[None]:
    """Turn every error of the file system inside into a LedgerError about `where`."""
    try:
        yield
    except OSError as error:
        raise LedgerError(f"{where} cannot be used: {error.strerror or error}; check disk and rights") from error


def _line(error: BaseException) -> str | None:
    """What happened and what to do; nothing where it is no error of a driver."""
    if isinstance(error, sqlite3.Error):
        return sqlite_line(error)
    if type(error).__module__.startswith("psycopg"):
        from foedus.ledger.stores.postgres_trouble import postgres_line  # noqa: PLC0415 - its driver is slow to import

        return postgres_line(error)
    return None
