"""What stands in the columns: one row for each version of a claim and each supplier, recipient and item it names."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from msgspec import Struct

from foedus.model.claim import Claim
from foedus.model.vocabulary import TYPES, ClaimType, Kind

FORMAT = 1
"""To be raised where the columns below change their meaning."""

TYPE: ClaimType = "transfer"
STAGES = TYPES[TYPE].stages
"""Stages by their code."""

COLUMNS = {
    "supplier": "i4",
    "recipient": "i4",
    "item": "i4",
    "stage": "u1",
    "weight": "u1",
    "reading": "u4",
    "document": "u4",
    "batch": "i4",
    "published": "i4",
    "low": "f4",
    "high": "f4",
    "first": "i2",
    "last": "i2",
    "due_first": "i2",
    "due_last": "i2",
}
"""Names and types. Parties are places in the list of heads; `published` counts days as `date.toordinal` does;
numbers of pieces that nobody says are not-a-number, such years 0. `ended` lies apart, for it changes."""

ENDED = "i4"
"""The batch that ended the version, 0 while it holds; where the document was withdrawn, the batch that brought it."""


class Head(Struct, frozen=True, array_like=True):
    """Somebody or something by an identity to compare by, empty where unknown, and as it is shown."""

    identity: str
    entity: str | None
    name: str
    kind: Kind | None


class Fact(NamedTuple):
    """What a claim says of one supplier, recipient and item; years are of what the stage tells, and of what is due."""

    supplier: Head
    recipient: Head
    item: Head
    weight: str
    low: float | None = None
    high: float | None = None
    first: int | None = None
    last: int | None = None
    due_first: int | None = None
    due_last: int | None = None


class Scheme(NamedTuple):
    """How claims become rows. `version` changes whenever `facts` may give otherwise: the columns are then made anew."""

    version: str
    weights: tuple[str, ...]
    facts: Callable[[Claim], Iterable[Fact]]
