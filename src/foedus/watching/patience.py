"""How long is waited after a failure: doubling, somewhere in the upper half, and never less than a server asks for."""

import random
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

FIRST = 300.0
LONGEST = 86_400.0
MOST_ASKED = 7 * 86_400.0
"""Seconds that a server may ask for; what asks for more is a mistake."""

Chance = Callable[[], float]


def after_failures(failures: int, asked: float | None, chance: Chance = random.random) -> float:
    """Seconds to wait after so many failures in a row; `asked` are those that the server asks for."""
    doubled = min(FIRST * 2.0 ** min(failures - 1, 20), LONGEST)
    return max(doubled * (0.5 + 0.5 * chance()), min(asked or 0.0, MOST_ASKED))


def asked_for(retry_after: str | None, now: float) -> float | None:
    """What a Retry-After header asks for, seconds or a date; None where it says neither."""
    text = (retry_after or "").strip()
    if text.isascii() and text.isdigit():
        return float(text[:12])
    try:
        until = parsedate_to_datetime(text)
    except ValueError:
        return None
    return max(0.0, (until if until.tzinfo else until.replace(tzinfo=UTC)).timestamp() - now)


def moment(seconds: float) -> str:
    """A time as it is told: UTC, to the minute."""
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%d %H:%M UTC")
