"""Passwords: how they are kept (Argon2id, RFC 9106), and what is asked of one (NIST SP 800-63B: its length)."""

from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from foedus.model.errors import UsageError

SHORTEST, LONGEST = 12, 1_000
_AT_ONCE = 2
"""Checks at a time: each takes 64 MiB."""
_LONGEST_WAIT = 10.0

_hasher = PasswordHasher()
_turns = BoundedSemaphore(_AT_ONCE)
_nobody: list[str] = []


class BusyError(Exception):
    """Too many sign in at once: to be tried again after some seconds."""

    seconds = 5


def hashed(password: str) -> str:
    """As it is kept; UsageError where it is too short or too long."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise UsageError(f"the password has {len(password)} characters: take from {SHORTEST} to {LONGEST}, any at all")
    return _hasher.hash(password)


def fits(password: str, kept: str | None) -> bool:
    """Whether it is the one that was kept; takes as long where nothing is, so that names cannot be tried out."""
    if not _turns.acquire(timeout=_LONGEST_WAIT):
        raise BusyError
    try:
        return _verified(password[:LONGEST], kept or _of_nobody()) and kept is not None
    finally:
        _turns.release()


def _verified(password: str, kept: str) -> bool:
    try:
        return _hasher.verify(kept, password)
    except (VerificationError, InvalidHashError, UnicodeEncodeError):
        return False


def _of_nobody() -> str:
    if not _nobody:
        _nobody.append(_hasher.hash("nobody has this password"))
    return _nobody[0]
