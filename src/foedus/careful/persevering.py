"""An endpoint asked until it answers or is given up: at its pace, again where that can help, no more once it is gone.

The first question goes alone, so that a wrong key or address costs one. What fails for good ends the asking: whoever
asks then gets LeftError, and `ended` says why.
"""

from collections.abc import Callable
from threading import Event, Lock
from typing import Any

from foedus.careful.completion import Reply
from foedus.careful.endpoint import Endpoint
from foedus.careful.errors import AnswerError, EndpointError, LeftError, TryAgainError
from foedus.careful.pace import Pace
from foedus.careful.retries import Retries, persistently
from foedus.model.errors import FoedusError

IN_A_ROW = 3
"""Questions that an endpoint fails to answer, one after the other, until it is taken to be gone."""
_TOLD_FROM = 5.0
"""Seconds of a wait that the endpoint asks for, from which on the user is told."""


class Persevering:
    """For several threads. `sent` are attempts, `retried` those of them that were not the first of their question."""

    def __init__(self, endpoint: Endpoint, pace: Pace, retries: Retries, tell: Callable[[str], None]) -> None:
        """`tell` takes a line when the endpoint asks to wait long."""
        self.sent = 0
        self.retried = 0
        self.ended: FoedusError | None = None
        self._endpoint = endpoint
        self._pace = pace
        self._retries = retries
        self._tell = tell
        self._closing = Event()
        self._first = Lock()
        self._lock = Lock()
        self._failed = 0

    @property
    def shown(self) -> str:
        """The endpoint's address as messages may show it."""
        return self._endpoint.shown

    def ask(self, body: dict[str, Any]) -> Reply:
        """The answer to the body of a chat completion.

        AnswerError where this body has none, LeftError where nothing more is asked.
        """
        self.go_on()
        if not self._endpoint.met:
            with self._first:
                if not self._endpoint.met:
                    self.go_on()
                    return self._asked(body)
        return self._asked(body)

    def go_on(self) -> None:
        """LeftError where nothing more is asked."""
        if self._closing.is_set():
            raise LeftError("interrupted")
        if self.ended is not None:
            raise LeftError(str(self.ended))

    def end(self, error: FoedusError) -> None:
        """Ask no more; the first reason counts."""
        with self._lock:
            self.ended = self.ended or error

    def close(self) -> None:
        """Ask no more, and wait for nothing."""
        self._closing.set()
        self._endpoint.close()

    def _asked(self, body: dict[str, Any]) -> Reply:
        def attempt() -> Reply:
            self._wait(self._pace.turn())
            with self._lock:
                self.sent += 1
            return self._endpoint.ask(body)

        try:
            reply = persistently(attempt, self._retries, met=self._endpoint.met, pause=self._pause)
        except TryAgainError as failure:
            raise self._given_up(failure) from failure
        except EndpointError as error:
            self.end(error)
            raise LeftError(str(error)) from error
        with self._lock:
            self._failed = 0
        return reply

    def _given_up(self, failure: TryAgainError) -> FoedusError:
        with self._lock:
            self._failed += 1
            failed = self._failed
        is_gone = not self._endpoint.met or failed >= IN_A_ROW or (failure.seconds or 0) > self._retries.patience
        if not is_gone:
            return AnswerError(f"{failure}; run the same command again to go on")
        self.end(EndpointError(f"{failure}; {failure.remedy or 'run the same command again later to go on'}"))
        return LeftError(str(self.ended))

    def _pause(self, seconds: float, failure: TryAgainError) -> None:
        """Wait; where the endpoint asks for it, all wait."""
        with self._lock:
            self.retried += 1
        if failure.seconds:
            self._pace.pause(seconds)
        if failure.seconds and seconds >= _TOLD_FROM:
            self._tell(f"{failure}: waiting {seconds:.0f} s")
        self._wait(seconds)

    def _wait(self, seconds: float) -> None:
        if seconds > 0:
            self._closing.wait(seconds)
        self.go_on()
