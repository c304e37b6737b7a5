"""A ledger's file made beside its place, and put there whole or not at all.

What is under way is called `.NAME.partial`. A killed process leaves it behind; the next one begins it anew.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, nullcontext
from pathlib import Path

import filelock

from foedus.ledger.stores.file_lock import FileLock
from foedus.ledger.stores.trouble import told, told_of_disk
from foedus.model.errors import LedgerError

_LOGS = ("-wal", "-journal")
_COMPANIONS = (*_LOGS, "-shm", ".lock")
_State = list[tuple[int, int, int]]
_OTHERS_SECONDS = 2.0
"""How long to wait for others who have a file open that is to be replaced."""


@contextmanager
def made_beside(target: Path, *, mode: int | None = None, keep: Path | None = None) -> Iterator[Path]:
    """An empty file to fill; it takes the target's name at the end of the block, and is gone where that fails.

    `mode` is the file's rights where they are not the usual ones. A file that has the name already is replaced; it
    stays under the name `keep`, if one is given. LedgerError where somebody has it open, where another process makes
    the same file, and where disk or rights stand in the way.
    """
    if not target.parent.is_dir():
        raise LedgerError(f"the folder {target.parent} does not exist; make it, or choose another place")
    _assert_no_stray_log(target)
    partial = target.with_name(f".{target.name}.partial")
    with told_of_disk(target), _one_maker(target):
        before = _state(target)
        _remove(partial)
        try:
            partial.touch()
            if mode is not None:
                partial.chmod(mode | 0o600)  # whoever makes it must write it
            yield partial
            stand_alone(partial)
            _sync(partial)
            _put(partial, target, before, keep)
        finally:
            _remove(partial)


def stand_alone(file: Path) -> None:
    """Bring a file's log into it and end write-ahead mode; LedgerError where somebody else has the file open.

    A log belongs to a name: it must never be found beside another file that takes this one's name.
    """
    with told(str(file)), closing(sqlite3.connect(file, timeout=_OTHERS_SECONDS, isolation_level=None)) as connection:
        try:
            (mode,) = connection.execute("PRAGMA journal_mode = DELETE").fetchone()
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode not in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                raise
            mode = "wal"
    if mode != "delete":
        raise LedgerError(f"{file} is open in another program; close that and repeat the command")


def free_name(file: Path, mark: str) -> Path:
    """A name beside a file that nothing has yet: `case.MARK.db`, else `case.MARK-2.db` …"""
    name, number = file.with_name(f"{file.stem}.{mark}{file.suffix}"), 1
    while name.exists():
        number += 1
        name = file.with_name(f"{file.stem}.{mark}-{number}{file.suffix}")
    return name


@contextmanager
def _one_maker(target: Path) -> Iterator[None]:
    lock = filelock.FileLock(target.with_name(f".{target.name}.making"), timeout=0)
    try:
        lock.acquire()
    except filelock.Timeout as error:
        raise LedgerError(
            f"{target} is being made by another process; wait for it to end, or choose another place"
        ) from error
    try:
        yield
    finally:
        Path(lock.lock_file).unlink(missing_ok=True)
        lock.release()


def _assert_no_stray_log(target: Path) -> None:
    """A log without its file would be taken for that of the new one, and written into it."""
    for log in (target.with_name(target.name + log) for log in _LOGS):
        if log.exists() and not target.exists():
            raise LedgerError(
                f"{log} is there without the file that it belongs to; move it away or choose another place"
            )


def _state(target: Path) -> _State:
    """What changes when somebody writes to a file or makes it: node, size and time, of its log too."""
    found = (target, *(target.with_name(target.name + log) for log in _LOGS))
    told = [file.stat() for file in found if file.exists()]
    return [(one.st_ino, one.st_size, one.st_mtime_ns) for one in told]


def _put(partial: Path, target: Path, before: _State, keep: Path | None) -> None:
    """What was there before goes, or takes the name `keep`; what came there meanwhile is never written over."""
    with FileLock(target, _OTHERS_SECONDS).held() if before else nullcontext():
        if keep is None and _state(target) != before:
            raise LedgerError(f"{target} was written by another process meanwhile; repeat the command")
        if before:
            stand_alone(target)
        if keep is not None:
            _second_name(target, keep)
        partial.replace(target)
    _sync(target.parent)


def _second_name(target: Path, keep: Path) -> None:
    """Both names for one file, so that the first is never without; where the disk knows no links, the second alone."""
    try:
        os.link(target, keep)
    except OSError:
        target.rename(keep)


def _sync(place: Path) -> None:
    descriptor = os.open(place, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _remove(file: Path) -> None:
    for companion in ("", *_COMPANIONS):
        file.with_name(file.name + companion).unlink(missing_ok=True)
