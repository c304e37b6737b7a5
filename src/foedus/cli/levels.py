"""Levels of confidence by number or name, for `--min-confidence`, and the mark of what is not sure."""

import contextlib
from collections.abc import Callable, Mapping

from foedus.model.claim import Claim
from foedus.model.errors import UsageError
from foedus.register.surety import to_check

METAVAR = "LEVEL"
WORDS = "from 0 to 1, or sure (about 85 of 100 right), default (best balance of found and right) or all"
"""What a level may be, for the options' help."""

TO_CHECK = "to check"


def level(given: str | None, option: str = "--min-confidence") -> float | None:
    """The probability that the option names; UsageError where it is neither a probability nor a level."""
    if given is None:
        return None
    if named := _NAMED.get(given.strip().casefold()):
        return named()
    with contextlib.suppress(ValueError):
        if 0 <= (number := float(given)) <= 1:
            return number
    raise UsageError(f"{option} {given!r} is no level: give a number from 0 to 1, or sure, default or all")


def default_level() -> float:
    """The confidence from which on `read` keeps claims."""
    from foedus.reader.confidence import load_confidence  # noqa: PLC0415 - with the reader

    return load_confidence().default


def sure_level() -> float:
    """The confidence from which on a claim needs no check."""
    from foedus.reader.confidence import load_confidence  # noqa: PLC0415 - with the reader

    return load_confidence().sure


def mark(claim: Claim, judged: str | None = None) -> str:
    """What people judged of it, which no longer is to be checked; else `to check`, or nothing."""
    return judged or (TO_CHECK if to_check(claim, sure_level()) else "")


_NAMED: Mapping[str, Callable[[], float]] = {"sure": sure_level, "default": default_level, "all": lambda: 0.0}
