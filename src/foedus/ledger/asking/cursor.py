"""Where a page of an answer ended, as an opaque word that a later question can begin from."""

import hashlib
from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import NamedTuple

import msgspec

from foedus.ledger.filters import ClaimFilter
from foedus.model.errors import UsageError

_CHECKED = 6
"""Bytes that tell a cursor from other words, and one question's from another's."""


class Place(NamedTuple):
    """The last row of a page in the order of the answer, and the batch as of which the answer is given."""

    batch: int
    published_on: str
    document: str
    trigger_start: int
    id: str
    twin: int


def cursor(place: Place, which: ClaimFilter, *, newest_first: bool) -> str:
    """The word for a place in the answer to a question."""
    given = msgspec.json.encode(place)
    return urlsafe_b64encode(_check(given, which, newest_first) + given).decode().rstrip("=")


def place_of(word: str, which: ClaimFilter, *, newest_first: bool) -> Place:
    """The place; UsageError where the word is none that this question has given."""
    try:
        given = urlsafe_b64decode(word.encode("ascii") + b"=" * (-len(word) % 4))
        check, row = given[:_CHECKED], given[_CHECKED:]
        if check == _check(row, which, newest_first):
            return msgspec.json.decode(row, type=Place)
    except (ValueError, msgspec.DecodeError):
        pass
    raise UsageError(f"{word[:40]!r} is no cursor of this question: ask for the first page again")


def _check(row: bytes, which: ClaimFilter, newest_first: bool) -> bytes:
    asked = repr((which, newest_first)).encode()
    return hashlib.sha256(asked + b"|" + row).digest()[:_CHECKED]
