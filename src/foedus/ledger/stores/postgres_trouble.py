"""What PostgreSQL or the way to it complains of, in words. The server's own messages hold no password."""

import re

import psycopg

_LOST = (
    "was lost in the middle of the work ({}); the last batch is there whole or not at all: "
    "repeat the command when the server can be reached"
)
_TOLD = {
    "08": _LOST,
    "22021": "cannot hold such a text ({}); leave it out and repeat the batch",
    "25006": "cannot be written: server or user may only read; ask for the right to write or use another --ledger",
    "25P": _LOST,
    "28P01": "lets nobody in so ({}); check user and password",
    "28": "lets nobody in so ({}); check the user, and the server's rules for it",
    "3D000": "is not there ({}); make it with createdb, or check the name",
    "40": "was busy with other work at that moment ({}); nothing of this batch was kept, repeat it",
    "42501": "does not let this user do that ({}); ask its owner for the right or use another --ledger",
    "53100": "cannot be written: the server's disk is full; nothing of this batch was kept, make room and repeat it",
    "53300": "takes no more connections ({}); end others, or raise the server's max_connections",
    "53": "has not what it needs ({}); nothing of this batch was kept, repeat it when the server has room",
    "55P03": "is being written by another process; wait for it to end or use another --ledger",
    "57014": "stopped the work ({}); nothing of this batch was kept, raise the server's time limit and repeat it",
    "57P03": "is not ready ({}); repeat the command in a moment",
    "57P": _LOST,
    "58": "cannot be written or read: the server's disk fails ({}); check it and repeat the batch",
    "XX001": "is damaged ({}); restore it from a backup",
    "XX002": "is damaged ({}); restore it from a backup",
}
"""By SQLSTATE or its beginning, the longest first that fits; {} is the server's own message."""

_CONNECTING = (
    ("28P01", r"password authentication failed|no password supplied"),
    ("28", r"no pg_hba\.conf entry|role .+ does not exist|is not permitted to log in"),
    ("3D000", r"database .+ does not exist"),
    ("53300", r"too many (clients|connections)|remaining connection slots"),
    ("57P03", r"database system is (starting up|shutting down|in recovery mode)|not yet accepting connections"),
)
"""A connection that was never made has no SQLSTATE, only the server's English words."""
_NOT_MADE = re.compile(r"connection (failed|is bad)|connection timeout|failed to resolve|connection attempts failed")


def postgres_line(error: BaseException) -> str:
    """What happened and what to do, to follow the ledger's name; `error` is one of psycopg's."""
    if not isinstance(error, psycopg.Error):
        return f"refuses: {error}"
    message = _message(error)
    if error.sqlstate is None:
        return _unnumbered(error, message)
    return _by_state(error.sqlstate, message)


def _unnumbered(error: psycopg.Error, message: str) -> str:
    for state, words in _CONNECTING:
        if re.search(words, message):
            return _by_state(state, message)
    if _NOT_MADE.search(str(error)):
        return f"cannot be reached ({message}); check the address, and that the server runs"
    if isinstance(error, psycopg.OperationalError | psycopg.InterfaceError):
        return _LOST.format(message)
    return f"refuses: {message}"


def _by_state(state: str, message: str) -> str:
    for length in range(len(state), 1, -1):
        if line := _TOLD.get(state[:length]):
            return line.format(message)
    return f"refuses: {message}"


def _message(error: psycopg.Error) -> str:
    """The server's sentence alone, without what libpq puts round it."""
    if error.diag.message_primary:
        return error.diag.message_primary
    lines = [line.strip() for line in str(error).splitlines()] or [type(error).__name__]
    first = next((line for line in lines if "failed: " in line), lines[0])
    return re.split(r"failed: |FATAL: +", first)[-1].strip() or first
