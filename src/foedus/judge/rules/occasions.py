"""Rows of one rule about the same occasion are one: the same duty, beneficiary and adversary, days that meet."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

APART: Final = 30
"""Days that may lie between two rows of one occasion."""


class Duty(NamedTuple):
    """What an occasion is of."""

    obligation: str
    version: str
    beneficiary: str | None
    against: str | None


class Hit(NamedTuple):
    """A row of an occasion: days are whole numbers, claims numbers of the bench with commas between."""

    duty: Duty
    since: int
    until: int
    claims: str


def merged(hits: Iterable[Hit]) -> Iterator[Hit]:
    """Occasions, whatever the order of the rows."""
    of: dict[Duty, list[Hit]] = defaultdict(list)
    for hit in hits:
        of[hit.duty].append(hit)
    for some in of.values():
        some.sort(key=lambda hit: (hit.since, hit.until))
        first, until, claims = some[0], some[0].until, [some[0].claims]
        for hit in some[1:]:
            if hit.since > until + APART:
                yield Hit(first.duty, first.since, until, ",".join(claims))
                first, until, claims = hit, hit.until, []
            until = max(until, hit.until)
            claims.append(hit.claims)
        yield Hit(first.duty, first.since, until, ",".join(claims))
