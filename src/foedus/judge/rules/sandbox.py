"""What SQL may do that somebody else wrote: look at the views, count, and end in time."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic
from typing import Final

from foedus.judge.views.scheme import views

_STEPS: Final = 20_000
"""Steps of SQLite's machine between two looks at the clock: about a millisecond."""
_LIMITS: Final = {
    sqlite3.SQLITE_LIMIT_LENGTH: 4_000_000,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 100_000,
    sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH: 200,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
}
FUNCTIONS: Final = frozenset(
    "abs avg coalesce count dense_rank first_value glob group_concat ifnull iif instr json_array json_array_length "
    "json_extract json_group_array lag last_value lead length like lower ltrim max min nullif rank "
    "replace round row_number rtrim sign substr substring sum total trim upper".split()
)
"""Functions that a rule may call. None tells the time or draws lots, none reaches outside."""
_LOOKS: Final = frozenset({sqlite3.SQLITE_SELECT, sqlite3.SQLITE_RECURSIVE})
_DOES: Final = {
    getattr(sqlite3, f"SQLITE_{name}"): name.replace("_", " ")
    for name in (
        "INSERT UPDATE DELETE ATTACH DETACH PRAGMA TRANSACTION SAVEPOINT ANALYZE REINDEX ALTER_TABLE CREATE_INDEX "
        "CREATE_TABLE CREATE_TEMP_TABLE CREATE_TRIGGER CREATE_VIEW CREATE_VTABLE DROP_INDEX DROP_TABLE DROP_VIEW"
    ).split()
}


class Guard:
    """What was refused, and whether time ran out."""

    def __init__(self, seconds: float) -> None:
        self.refused: tuple[str, str] | None = None
        """The word to look for, and the reason."""
        self.late = False
        self.reads: set[str] = set()
        """The views that were looked at."""
        self._end = monotonic() + seconds

    def allows(self, action: int, first: str | None, second: str | None, _base: str | None, _by: str | None) -> int:
        """SQLite's question whether a statement may do something."""
        if action in _LOOKS:
            return sqlite3.SQLITE_OK
        if action == sqlite3.SQLITE_READ and first in views():
            self.reads.add(str(first))
            return sqlite3.SQLITE_OK
        if action == sqlite3.SQLITE_FUNCTION and (second or "").lower() in FUNCTIONS:
            return sqlite3.SQLITE_OK
        if self.refused is None:
            self.refused = _refusal(action, first, second)
        return sqlite3.SQLITE_DENY

    def interrupts(self) -> int:
        """SQLite's question whether to stop."""
        self.late = self.late or monotonic() > self._end
        return int(self.late)


@contextmanager
def guarded(connection: sqlite3.Connection, seconds: float) -> Iterator[Guard]:
    """While it lasts, the connection can only look, and no longer than that."""
    guard = Guard(seconds)
    before = {which: connection.setlimit(which, limit) for which, limit in _LIMITS.items()}
    connection.set_authorizer(guard.allows)
    connection.set_progress_handler(guard.interrupts, _STEPS)
    try:
        yield guard
    finally:
        connection.set_progress_handler(None, _STEPS)
        connection.set_authorizer(None)
        for which, limit in before.items():
            connection.setlimit(which, limit)


def _refusal(action: int, first: str | None, second: str | None) -> tuple[str, str]:
    if action == sqlite3.SQLITE_READ:
        return first or "", f"there is no view {first}: docs/rules.md lists them"
    if action == sqlite3.SQLITE_FUNCTION:
        return second or "", f"the function {second} is none that a rule may call: docs/rules.md lists them"
    if action == sqlite3.SQLITE_UPDATE and first == "sqlite_master":  # SQLite's own tables are made when first named
        return "", "only the views can be read: docs/rules.md lists them"
    does = _DOES.get(action, "this")
    return does.split()[0], f"a rule only looks, {does} is not allowed"
