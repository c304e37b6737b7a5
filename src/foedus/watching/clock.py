"""Time as watching needs it: what it is, and waiting that an end interrupts."""

import time
from threading import Event
from typing import Protocol


class Clock(Protocol):
    """Seconds since 1970, and waiting for some of them."""

    @property
    def is_ended(self) -> bool:
        """Whether watching is to end."""

    def now(self) -> float:
        """The time."""

    def wait(self, seconds: float) -> None:
        """Let time pass; shorter where watching is to end."""


class SystemClock:
    """The computer's clock; `end` may be called by a signal's handler or another thread."""

    def __init__(self) -> None:
        self._end = Event()

    @property
    def is_ended(self) -> bool:
        """Whether `end` was called."""
        return self._end.is_set()

    def now(self) -> float:
        """The time."""
        return time.time()

    def wait(self, seconds: float) -> None:
        """Let time pass until the end is called for."""
        if seconds > 0:
            self._end.wait(seconds)

    def end(self) -> None:
        """Let watching end after what is under way."""
        self._end.set()
