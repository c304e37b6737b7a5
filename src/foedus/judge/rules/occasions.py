"""Rows of one rule about the same matter are one: the same duty and parties, or the same entities, days that meet."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

APART: Final = 30
"""Days that may lie between two rows of one matter."""


class Hit(NamedTuple):
    """A row: days are whole numbers, claims numbers of the bench with commas between."""

    about: tuple[str | None, ...]
    """Obligation, version, beneficiary and against; or the entities of a statement."""
    since: int
    until: int
    claims: str


def merged(hits: Iterable[Hit]) -> Iterator[Hit]:
    """What the rows are together, whatever their order."""
    of: dict[tuple[str | None, ...], list[Hit]] = defaultdict(list)
    for hit in hits:
        of[hit.about].append(hit)
    for some in of.values():
        some.sort(key=lambda hit: (hit.since, hit.until))
        first, until, claims = some[0], some[0].until, [some[0].claims]
        for hit in some[1:]:
            if hit.since > until + APART:
                yield Hit(first.about, first.since, until, ",".join(claims))
                first, until, claims = hit, hit.until, []
            until = max(until, hit.until)
            claims.append(hit.claims)
        yield Hit(first.about, first.since, until, ",".join(claims))
