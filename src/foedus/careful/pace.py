"""How fast an endpoint is asked: so many requests a minute, and none while it asks everybody to wait."""

import time
from collections.abc import Callable
from threading import Lock


class Pace:
    """Gives each request its moment. For several threads; `clock` counts seconds."""

    def __init__(self, a_minute: float | None, clock: Callable[[], float] = time.monotonic) -> None:
        """`a_minute` requests, None for as many as come."""
        self._apart = 60.0 / a_minute if a_minute else 0.0
        self._clock = clock
        self._next = 0.0
        self._lock = Lock()

    def turn(self) -> float:
        """Take the next moment; how many seconds to wait for it."""
        with self._lock:
            now = self._clock()
            at = max(now, self._next)
            self._next = at + self._apart
            return at - now

    def pause(self, seconds: float) -> None:
        """Nobody's turn comes before so many seconds from now."""
        with self._lock:
            self._next = max(self._next, self._clock() + seconds)
