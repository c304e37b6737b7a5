"""One difference between a page and the page that its text comes from."""

from typing import Literal, NamedTuple

from msgspec import Struct

ChangeKind = Literal[
    "hardened", "softened", "roles_flipped", "polarity_flipped", "number", "date", "source_lost", "item"
]
"""More or less sure than it was; who does it to whom is turned; what is denied is affirmed or the reverse; another
figure or sum; another date; said in the page's own voice where it had a source; another thing."""


class Words(NamedTuple):
    """Words of a page: offsets in code points of the stored text, end exclusive."""

    start: int
    end: int


class Change(Struct, frozen=True):
    """One change: the words before (in the first page) and now (in the second), and why they are held to differ."""

    kind: ChangeKind
    was: Words
    now: Words
    reason: str
