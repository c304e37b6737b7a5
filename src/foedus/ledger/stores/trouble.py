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
        if line := _line(error, where):
            raise LedgerError(line) from error
        raise


@contextmanager
def told_of_disk(where: object) -> Iterator[None]:
    """Turn every error of the file system inside into a LedgerError about `where`."""
    try:
        yield
    except OSError as error:
        raise LedgerError(f"{where} cannot be used: {error.strerror or error}; check disk and rights") from error


def _line(error: BaseException, where: str) -> str | None:
    """What happened to which ledger and what to do; nothing where it is no error of a driver."""
    driver = error.orig if isinstance(error, DBAPIError) else error
    named = getattr(driver, _MARK, where)
    if isinstance(driver, sqlite3.Error):
        return f"{named} {sqlite_line(driver)}"
    if driver is not None and type(driver).__module__.startswith("psycopg"):
        from foedus.ledger.stores.postgres_trouble import postgres_line  # noqa: PLC0415 - its driver is slow to import

        return f"{named} {postgres_line(driver)}"
    return None
