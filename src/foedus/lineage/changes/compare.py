"""All changes between two pages of one text."""

from collections.abc import Callable, Iterator, Sequence

from foedus.lineage.changes.aligned import Pair, aligned, likeness
from foedus.lineage.changes.change import Change, ChangeKind
from foedus.lineage.changes.figures import dates_changed, figures_changed
from foedus.lineage.changes.lines import Lines, lines_of
from foedus.lineage.changes.roles import roles_flipped
from foedus.lineage.changes.stances import opposed
from foedus.lineage.changes.surety import surety_changed
from foedus.lineage.changes.things import things_changed
from foedus.lineage.changes.touched import Touched
from foedus.lineage.pages import Page

_Way = Callable[[Pair, Touched, Lines, Lines], Iterator[Change]]

WAYS: tuple[_Way, ...] = (figures_changed, dates_changed, things_changed, roles_flipped, surety_changed, opposed)


LEAST_ALIKE = 0.5
"""Share of what the shorter side says that the other must say too, where a change is told by what is not there."""
_BY_ABSENCE: frozenset[ChangeKind] = frozenset({"hardened", "softened", "source_lost", "item"})


def changes(first: Page, second: Page) -> list[Change]:
    """What the second page says otherwise than the first, from which its text comes; in the second's order.

    What is only left out or added is no change. Both pages are parsed, some tens of milliseconds each.
    """
    before, after = lines_of(first), lines_of(second)
    found: list[Change] = []
    for pair in aligned(before.all, after.all):
        touched = Touched(pair)
        if touched.any:
            told = [change for way in WAYS for change in way(pair, touched, before, after)]
            close = likeness(pair) >= LEAST_ALIKE
            found += [
                one
                for i, one in enumerate(told)
                if not _repeats(one, i, told) and (close or one.kind not in _BY_ABSENCE)
            ]
    return sorted(found, key=lambda change: (change.now, change.was, change.kind))


def _repeats(change: Change, at: int, told: Sequence[Change]) -> bool:
    """Whether a surer way told of the same: a reversal, or one of which a step forward or back is only a part."""
    turns = [one for one in told if one.kind == "polarity_flipped"]
    if change.kind == "polarity_flipped":
        return any(one.kind == change.kind for one in told[:at])
    return change.kind in ("hardened", "softened") and any(
        one.now.start < change.now.end and change.now.start < one.now.end for one in turns
    )
