"""Each host's turn: one request at a time, a gap between two, none while it asks to be left alone or keeps failing."""

import random

from foedus.watching.clock import Clock
from foedus.watching.errors import EndedError, RestingError
from foedus.watching.patience import Chance, after_failures, moment
from foedus.watching.state import HostState, WatchState

GAP = 2.0
"""Seconds between the end of a request and the next to the same host."""
LONGEST_GAP = 60.0
"""Seconds of a gap that a host may ask for in its robots.txt."""


class Hosts:
    """Requests are made one after the other by one thread: what is kept here are the pauses between them."""

    def __init__(self, state: WatchState, clock: Clock, chance: Chance = random.random) -> None:
        self._state = state
        self._clock = clock
        self._chance = chance
        self._free: dict[str, float] = {}
        self._gaps: dict[str, float] = {}

    def turn(self, host: str) -> None:
        """Wait for the host's gap. RestingError where it is not to be asked for longer, EndedError at the end."""
        rests = self._state.host(host).not_before
        if rests > self._clock.now():
            raise RestingError(f"{host} is left alone until {moment(rests)}", rests - self._clock.now())
        self._clock.wait(self._free.get(host, 0.0) - self._clock.now())
        if self._clock.is_ended:
            raise EndedError("watching is to end")

    def done(self, host: str) -> None:
        """A request has ended, however it went."""
        self._free[host] = self._clock.now() + self._gaps.get(host, GAP)

    def answered(self, host: str) -> None:
        """It gave an answer."""
        if self._state.host(host) != HostState():
            self._state.keep_host(host, HostState())

    def failed(self, host: str, asked: float | None) -> float:
        """It did not; the seconds for which it is left alone."""
        failures = self._state.host(host).failures + 1
        seconds = after_failures(failures, asked, self._chance)
        self._state.keep_host(host, HostState(self._clock.now() + seconds, failures))
        return seconds

    def slower(self, host: str, seconds: float) -> None:
        """The gap that the host asks for, where it is longer than the usual one."""
        self._gaps[host] = max(GAP, min(seconds, LONGEST_GAP))
