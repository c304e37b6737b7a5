"""What the first pass says of a referent over the events of a document, asked without the event at hand.

Running maxima and sums from both ends answer each question without a walk over all events.
"""

from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import NamedTuple

NONE = -1.0


class Rest(NamedTuple):
    """The other events' shares: the most before and after the one at hand, the most in its sentence, their sum.

    NONE where there are no such events.
    """

    before: float
    after: float
    here: float
    total: float


NOTHING = Rest(NONE, NONE, NONE, 0.0)


class Series:
    """Shares by event, added in the order of the events, which is that of their sentences."""

    def __init__(self) -> None:
        self._numbers: list[int] = []
        self._views: list[int] = []
        self._shares: list[float] = []
        self._ends: tuple[list[float], list[float], list[float], list[float]] | None = None

    def add(self, number: int, view: int, share: float) -> None:
        """One more share; none is added once the series has been asked."""
        self._numbers.append(number)
        self._views.append(view)
        self._shares.append(share)

    def without(self, number: int, view: int) -> Rest:
        """What the other events say; the one at hand stands in the sentence `view`."""
        numbers = self._numbers
        if len(numbers) == 1 and numbers[0] == number:
            return NOTHING
        first, last = bisect_left(numbers, number), bisect_right(numbers, number)
        if self._ends is None:
            self._ends = _ends(self._shares)
        most, most_after, total, total_after = self._ends
        here = NONE
        for k in range(first - 1, -1, -1):
            if self._views[k] != view:
                break
            here = max(here, self._shares[k])
        for k in range(last, len(numbers)):
            if self._views[k] != view:
                break
            here = max(here, self._shares[k])
        return Rest(most[first], most_after[last], here, total[first] + total_after[last])


def _ends(shares: list[float]) -> tuple[list[float], list[float], list[float], list[float]]:
    """For each place the most of those before it and of those from it on, and the sums alike."""
    behind = shares[::-1]
    return (
        [NONE, *accumulate(shares, max)],
        [NONE, *accumulate(behind, max)][::-1],
        [0.0, *accumulate(shares)],
        [0.0, *accumulate(behind)][::-1],
    )


class Other(NamedTuple):
    """Where a referent is likely in other events: the most in another role in the sentence, the most anywhere, the sum
    over other roles."""

    here: float
    best: float
    total: float


NOWHERE = Other(0.0, 0.0, 0.0)


class Elsewhere:
    """The shares of a referent in all roles, by type and role."""

    def __init__(self) -> None:
        self._added: list[tuple[str, int, int, float]] = []
        self._all = Series()
        self._names: set[str] = set()
        self._others: dict[str, Series] = {}

    def add(self, name: str, number: int, view: int, share: float) -> None:
        """One more share, in the order of the events."""
        self._added.append((name, number, view, share))
        self._all.add(number, view, share)
        self._names.add(name)

    def without(self, name: str, number: int, view: int) -> Other:
        """What other events say, of other roles than `name` and of any."""
        anywhere = self._all.without(number, view)
        others = self._without_role(name).without(number, view)
        return Other(max(others.here, 0.0), max(anywhere.before, anywhere.after, 0.0), others.total)

    def _without_role(self, name: str) -> Series:
        if name not in self._names:
            return self._all
        if name not in self._others:
            series = self._others[name] = Series()
            for role, number, view, share in self._added:
                if role != name:
                    series.add(number, view, share)
        return self._others[name]
