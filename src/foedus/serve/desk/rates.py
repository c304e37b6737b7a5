"""How often somebody may ask: so many at once, then so many a second (the generic cell rate algorithm)."""

from collections.abc import Callable
from threading import Lock
from time import monotonic

_MOST_KEYS = 10_000


class Rate:
    """Counts each key by itself, in this process."""

    def __init__(self, per_second: float, burst: int, clock: Callable[[], float] = monotonic) -> None:
        """`burst` requests may come at once."""
        self._interval = 1 / per_second
        self._tolerance = self._interval * (burst - 1)
        self._clock = clock
        self._due: dict[str, float] = {}
        self._lock = Lock()

    def wait(self, key: str) -> float:
        """Seconds until the next is welcome; nothing where this one is, which is then counted."""
        with self._lock:
            now = self._clock()
            due = max(self._due.get(key, now), now)
            if due - now > self._tolerance:
                return due - now - self._tolerance
            if len(self._due) >= _MOST_KEYS:
                self._due = {one: at for one, at in self._due.items() if at > now}
            self._due[key] = due + self._interval
            return 0.0
