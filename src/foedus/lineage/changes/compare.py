"""All changes between two pages of one text."""

from collections.abc import Callable, Iterator, Sequence

from foedus.lineage.changes.aligned import Pair, aligned
from foedus.lineage.changes.change import Change
from foedus.lineage.changes.figures import dates_changed, figures_changed
from foedus.lineage.changes.lines import Lines, lines_of
from foedus.lineage.changes.opposites import opposed
from foedus.lineage.changes.roles import roles_flipped
from foedus.lineage.changes.surety import surety_changed
from foedus.lineage.changes.things import things_changed
from foedus.lineage.changes.touched import Touched
from foedus.lineage.pages import Page

_Way = Callable[[Pair, Touched, Lines, Lines], Iterator[Change]]

WAYS: tuple[_Way, ...] = (figures_changed, dates_changed, things_changed, roles_flipped, surety_changed, opposed)


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
            found += [change for i, change in enumerate(told) if not _repeats(change, told[:i])]
    return sorted(found, key=lambda change: (change.now, change.was, change.kind))


def _repeats(change: Change, told: Sequence[Change]) -> bool:
    """Whether the same kind of change was found in the same sentences by a surer way, where there can be one alone."""
    return change.kind == "polarity_flipped" and any(one.kind == change.kind for one in told)
