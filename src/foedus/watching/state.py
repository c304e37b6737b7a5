"""What watching remembers between two looks, in one SQLite file beside the ledger.

SQLite and not JSON: thousands of entries are met with every look, and only what changed is written, whole or not at
all, whenever the process is killed. It is no part of the ledger, which is a record of what was claimed: this file
only spares work. Lost, everything that feeds still hold is read once more, and the ledger knows it already.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple, Self

import filelock

from foedus.model.errors import LedgerError
from foedus.watching.schema import SCHEMA, VERSION

_WAIT = 1.0
_FORGOTTEN = 90 * 86_400.0
"""Seconds after which an entry that is in its feed no more is forgotten."""


class FeedState(NamedTuple):
    """A feed: where it is by now, what its server said last, when it was asked, and from when on it may be again.

    `failures` are those in a row; `ended` says since when it is gone for good.
    """

    url: str
    address: str
    etag: str | None = None
    modified: str | None = None
    polled: float = 0.0
    not_before: float = 0.0
    failures: int = 0
    ended: str | None = None


class FileState(NamedTuple):
    """A file as it was read: its size in bytes, its time of change in nanoseconds, its number on the disk."""

    path: str
    size: int
    changed: int
    number: int


class HostState(NamedTuple):
    """A host: from when on it may be asked, and how often in a row it failed."""

    not_before: float = 0.0
    failures: int = 0


class WatchState:
    """The file, open for one process at a time; use it as a context manager."""

    def __init__(self, path: Path) -> None:
        """Opens the file, or makes it. LedgerError where it is in use, or no such file."""
        self.path = path
        self._lock = filelock.FileLock(f"{path}.lock")
        try:
            self._lock.acquire(timeout=_WAIT)
        except (filelock.Timeout, OSError) as error:
            self._refuse(error)
        try:
            self._store = sqlite3.connect(path, isolation_level=None)
            self._store.executescript(SCHEMA)
            self._check()
        except sqlite3.Error as error:
            self._lock.release()
            raise LedgerError(f"{path} cannot be used: {error}; move it away, and feeds are read anew") from error
        except LedgerError:
            self.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let others use it."""
        self._store.close()
        self._lock.release()

    def bind(self, first: str) -> bool:
        """To a ledger, by the first link of its chain, empty where nothing was written; whether it was begun anew.

        Then everything counts as unread. LedgerError where the file says what was read into another ledger.
        """
        before = self._about("ledger")
        if before and first and before != first:
            raise LedgerError(f"{self.path} says what was read into another ledger: name another file with --state")
        is_anew = bool(before) and not first
        if is_anew:
            self._forget_read()
        self._store.execute("UPDATE about SET value = ? WHERE name = 'ledger'", [first])
        return is_anew

    def feed(self, url: str) -> FeedState:
        """What is known of a feed."""
        row = self._store.execute("SELECT * FROM feeds WHERE url = ?", [url]).fetchone()
        return FeedState(*row) if row else FeedState(url, url)

    def keep_feed(self, feed: FeedState) -> None:
        """Remember a feed."""
        self._store.execute("INSERT OR REPLACE INTO feeds VALUES (?, ?, ?, ?, ?, ?, ?, ?)", feed)

    def new(self, url: str, marks: Iterable[str]) -> set[str]:
        """Those of a feed's marks whose entries were not read."""
        known = {row[0] for row in self._store.execute("SELECT mark FROM entries WHERE feed = ?", [url])}
        return set(marks) - known

    def keep_entries(self, url: str, marks: Iterable[str], now: float) -> None:
        """Remember entries as read, or met again; forget those that were not met for long."""
        with self._whole():
            self._store.executemany(
                "INSERT OR REPLACE INTO entries VALUES (?, ?, ?)", ((url, mark, now) for mark in marks)
            )
            self._store.execute("DELETE FROM entries WHERE feed = ? AND met < ?", [url, now - _FORGOTTEN])
            self._store.execute(
                "DELETE FROM tries WHERE feed = ?1 AND mark IN (SELECT mark FROM entries WHERE feed = ?1)", [url]
            )

    def count_try(self, url: str, mark: str) -> int:
        """How often the page of an entry has been asked for, with this time."""
        found = self._store.execute(
            "INSERT INTO tries VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET times = times + 1 RETURNING times",
            [url, mark],
        ).fetchone()
        return int(found[0])

    def host(self, host: str) -> HostState:
        """What is known of a host."""
        row = self._store.execute("SELECT not_before, failures FROM hosts WHERE host = ?", [host]).fetchone()
        return HostState(*row) if row else HostState()

    def keep_host(self, host: str, known: HostState) -> None:
        """Remember a host."""
        self._store.execute("INSERT OR REPLACE INTO hosts VALUES (?, ?, ?)", [host, *known])

    def robots(self, origin: str) -> tuple[str, float] | None:
        """The robots.txt of a place and when it was fetched."""
        row = self._store.execute("SELECT text, fetched FROM robots WHERE origin = ?", [origin]).fetchone()
        return (row[0], row[1]) if row else None

    def keep_robots(self, origin: str, text: str, now: float) -> None:
        """Remember a robots.txt."""
        self._store.execute("INSERT OR REPLACE INTO robots VALUES (?, ?, ?)", [origin, text, now])

    def files(self) -> dict[str, FileState]:
        """The files that were read, by their paths."""
        return {row[0]: FileState(*row) for row in self._store.execute("SELECT * FROM files")}

    def keep_files(self, files: Iterable[FileState]) -> None:
        """Remember files as read."""
        with self._whole():
            self._store.executemany("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?)", files)

    def _forget_read(self) -> None:
        """What is known of addresses and hosts stays."""
        unread = ("DELETE FROM entries", "DELETE FROM tries", "DELETE FROM files")
        with self._whole():
            for command in (*unread, "UPDATE feeds SET etag = NULL, modified = NULL, polled = 0"):
                self._store.execute(command)

    @contextmanager
    def _whole(self) -> Iterator[None]:
        """All that is written inside, or nothing."""
        self._store.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._store.execute("ROLLBACK")
            raise
        self._store.execute("COMMIT")

    def _check(self) -> None:
        self._store.execute("INSERT OR IGNORE INTO about VALUES ('version', ?), ('ledger', '')", [VERSION])
        if self._about("version") != VERSION:
            raise LedgerError(f"{self.path} is of another version of Foedus: move it away, and feeds are read anew")

    def _about(self, name: str) -> str:
        found = self._store.execute("SELECT value FROM about WHERE name = ?", [name]).fetchone()
        return str(found[0])

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, filelock.Timeout):
            raise LedgerError(f"{self.path} is in use: another `foedus watch` fills this ledger") from error
        why = getattr(error, "strerror", None) or error
        raise LedgerError(f"{self.path} cannot be used: {why}; name another place with --state") from error
