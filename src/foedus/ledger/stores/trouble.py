"""What a database or the disk complains of, told in one line with its remedy."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from sqlalchemy import Engine, ExceptionContext, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from foedus.ledger.stores.postgres_trouble import postgres_line
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
    except DBAPIError as error:
        raise LedgerError(f"{getattr(error.orig, _MARK, where)} {_line(error.orig)}") from error
    except UnicodeEncodeError as error:
        part = error.object[max(0, error.start - 20) : error.end].encode("utf-8", "backslashreplace").decode()
        raise LedgerError(f"{where} cannot hold a text with half a character: {part}") from error
    except (sqlite3.Error, psycopg.Error) as error:
        raise LedgerError(f"{where} {_line(error)}") from error
    except PoolTimeoutError as error:
        raise LedgerError(f"{where} is asked too much at once by this program; repeat it with less") from error


@contextmanager
def told_of_disk(where: object) -> Iterator[None]:
    """Turn every error of the file system inside into a LedgerError about `where`."""
    try:
        yield
    except OSError as error:
        raise LedgerError(f"{where} cannot be used: {error.strerror or error}; check disk and rights") from error


def _line(error: BaseException | None) -> str:
    match error:
        case sqlite3.Error():
            return sqlite_line(error)
        case psycopg.Error():
            return postgres_line(error)
        case _:
            return f"refuses: {error}"
