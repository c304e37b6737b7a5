"""Waiting for one's turn to write: told where it takes long, so that nobody thinks that nothing happens."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Timer

LONGEST = 60.0
"""Seconds that a reading waits for other processes that write into the same ledger."""
TOLD_AFTER = 5.0


@contextmanager
def told_when_slow(where: str, tell: Callable[[str], None], seconds: float = TOLD_AFTER) -> Iterator[None]:
    """One line to `tell` once writing to the ledger has taken so long."""
    line = f"{where} is busy, most likely another process writes into it: waiting up to {LONGEST:.0f} s for a turn"
    timer = Timer(seconds, tell, [line])
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
