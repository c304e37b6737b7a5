"""The same sentence of one language with other words for what is told: "may be near" became "has been signed"."""

from collections.abc import Iterator, Sequence

from foedus.lineage.changes.aligned import Pair
from foedus.lineage.changes.change import Change, ChangeKind, Words
from foedus.lineage.changes.doubt import doubt, surety
from foedus.lineage.changes.predicates import Predicate
from foedus.lineage.changes.touched import Hunk, Touched

LEAST_KEPT = 0.6
"""Share of the longer sentence's words that stay, so that what differs must stand for the same."""


def reworded(pair: Pair, touched: Touched, first: Sequence[Predicate], second: Sequence[Predicate]) -> Iterator[Change]:
    """Actions that stand in one place of a sentence whose other words stay, one more sure than the other."""
    if not pair.in_one_language or touched.kept < LEAST_KEPT:
        return
    for hunk in touched.hunks:
        was, now = _within(hunk, 0, first), _within(hunk, 1, second)
        if len(was) != 1 or len(now) != 1:
            continue
        one, other = doubt(was[0]), doubt(now[0])
        if one is not None and other is not None and one != other:
            kind: ChangeKind = "hardened" if one > other else "softened"
            reason = f"{surety(one)} became {surety(other)} in the same place"
            yield Change(kind, _words(hunk, 0), _words(hunk, 1), reason)


def _within(hunk: Hunk, side: int, said: Sequence[Predicate]) -> list[Predicate]:
    words = hunk[side]
    return [one for one in said if words and one.start < words[-1].end and words[0].start < one.end]


def _words(hunk: Hunk, side: int) -> Words:
    return Words(hunk[side][0].start, hunk[side][-1].end)
