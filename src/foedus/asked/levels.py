"""Levels of confidence by number or name."""

import contextlib
from collections.abc import Callable, Mapping

from foedus.model.errors import UsageError

WORDS = "from 0 to 1, or sure (about 85 of 100 right), default (best balance of found and right) or all"
"""What a level may be, for help."""


def level(given: str | None, option: str = "--min-confidence") -> float | None:
    """The probability that is named; UsageError where it is neither a probability nor a level."""
    if given is None:
        return None
    if named := _NAMED.get(given.strip().casefold()):
        return named()
    with contextlib.suppress(ValueError):
        if 0 <= (number := float(given)) <= 1:
            return number
    raise UsageError(f"{option} {given!r} is no level: give a number from 0 to 1, or sure, default or all")


def default_level() -> float:
    """The confidence from which on the reader's claims are kept."""
    from foedus.reader.confidence import load_confidence  # noqa: PLC0415 - the reader is slow to import

    return load_confidence().default


def sure_level() -> float:
    """The confidence from which on a claim needs no check."""
    from foedus.reader.confidence import load_confidence  # noqa: PLC0415 - the reader is slow to import

    return load_confidence().sure


_NAMED: Mapping[str, Callable[[], float]] = {"sure": sure_level, "default": default_level, "all": lambda: 0.0}
