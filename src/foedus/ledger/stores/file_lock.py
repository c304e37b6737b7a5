"""One writer at a time: a lock file beside the ledger, held round every write and every checkpoint.

SQLite before 3.51.3 can corrupt a write-ahead log that several processes write and checkpoint at once; its own
locks do not prevent that, this one does.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import filelock

from foedus.model.errors import LedgerError


class FileLock:
    """The lock of one ledger file; every process that names the same file, by whatever link, shares it."""

    def __init__(self, file: Path, seconds: float) -> None:
        """`seconds` is how long to wait where `held` does not say."""
        self._file = file
        resolved = file.resolve()
        self._lock = filelock.FileLock(resolved.with_name(resolved.name + ".lock"), timeout=seconds)

    @contextmanager
    def held(self, seconds: float | None = None) -> Iterator[None]:
        """Wait for the lock and hold it; LedgerError where another process keeps it or no lock can be made."""
        try:
            self._lock.acquire(timeout=seconds)
        except filelock.Timeout as error:
            raise LedgerError(
                f"{self._file} is being written by another process; wait for it to end or use another --ledger"
            ) from error
        except OSError as error:
            raise LedgerError(
                f"{self._file} cannot be written: no lock file can be made beside it ({error.strerror}); "
                "check the rights on its folder or use another --ledger"
            ) from error
        try:
            yield
        finally:
            self._lock.release()
