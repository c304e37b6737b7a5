"""Which failures are tried again, when, and how often: exponential back-off with jitter, and what Retry-After says."""

import random
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import NamedTuple, TypeVar

from foedus.careful.errors import TryAgainError

T = TypeVar("T")


class Retries(NamedTuple):
    """So many attempts; waits double from `first` seconds up to `longest`, each somewhere in its upper half.

    An endpoint that has never answered is given up after a `few` attempts, for most likely it is not there, and so is
    one that lets its time pass, which is long. One that asks to wait longer than `patience` seconds is not waited for.
    """

    attempts: int = 6
    few: int = 2
    first: float = 1.0
    longest: float = 60.0
    patience: float = 300.0

    def waits(self, chance: Callable[[], float] = random.random) -> Iterator[float]:
        """The seconds before each further attempt, without end."""
        wait = self.first
        while True:
            yield wait * (0.5 + 0.5 * chance())
            wait = min(2 * wait, self.longest)


def persistently(
    attempt: Callable[[], T], retries: Retries, *, met: bool, pause: Callable[[float, TryAgainError], None]
) -> T:
    """What an attempt gives, tried again where it fails in a way that may pass; else its last TryAgainError.

    `met`: whether the endpoint has answered before. `pause` waits, told for how long and why.
    """
    waits = retries.waits()
    done = 0
    while True:
        try:
            return attempt()
        except TryAgainError as failure:
            done += 1
            is_there = (met or failure.answered) and not failure.slow
            allowed = retries.attempts if is_there else retries.few
            asked_for = failure.seconds or 0.0
            if done >= allowed or asked_for > retries.patience:
                raise
            pause(max(next(waits), asked_for), failure)


def seconds_of(retry_after: str | None) -> float | None:
    """What a Retry-After header asks for: seconds, or a date; None where it says neither."""
    text = (retry_after or "").strip()
    if text.isascii() and text.replace(".", "", 1).isdigit():
        return float(text)
    try:
        until = parsedate_to_datetime(text)
    except ValueError:
        return None
    return max(0.0, (until if until.tzinfo else until.replace(tzinfo=UTC)).timestamp() - datetime.now(UTC).timestamp())
