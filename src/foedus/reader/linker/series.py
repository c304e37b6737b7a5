"""What the first pass says of a referent over the events of a document, asked without the event at hand.

Of a few events each is looked at; of many, running maxima and sums from both ends answer without a walk over all.
"""

from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import NamedTuple

NONE = -1.0
FEW = 12


class Rest(NamedTuple):
    """The other events' shares: the most before and after the one at hand, the most in its sentence, their sum.

    NONE where there are no such events.
    """

    before: float
    after: float
    here: float
    total: float


NOTHING = Rest(NONE, NONE, NONE, 0.0)


class _Ends(NamedTuple):
    """By place: the event's number, the most of those before and of those from there on, and the sums alike."""

    numbers: list[int]
    most: list[float]
    most_after: list[float]
    total: list[float]
    total_after: list[float]


class Series:
    """Shares by event, added in the order of the events, which is that of their sentences."""

    __slots__ = ("_ends", "_told")

    def __init__(self) -> None:
        self._told: list[tuple[int, int, float]] = []
        self._ends: _Ends | None = None

    def add(self, number: int, view: int, share: float) -> None:
        """One more share of an event in the sentence `view`; none is added once the series has been asked."""
        self._told.append((number, view, share))

    def without(self, number: int, view: int) -> Rest:
        """What the other events say; the one at hand stands in the sentence `view`."""
        told = self._told
        if len(told) > FEW:
            return self._looked_up(number, view)
        if len(told) == 1 and told[0][0] == number:
            return NOTHING
        before = after = here = NONE
        total = 0.0
        for other, place, share in told:
            if other == number:
                continue
            total += share
            if other < number:
                before = max(before, share)
            else:
                after = max(after, share)
            if place == view:
                here = max(here, share)
        return Rest(before, after, here, total)

    def _looked_up(self, number: int, view: int) -> Rest:
        ends, told = self._ends, self._told
        if ends is None:
            ends = self._ends = _ends(told)
        first, last = bisect_left(ends.numbers, number), bisect_right(ends.numbers, number)
        here = NONE
        for places in (range(first - 1, -1, -1), range(last, len(told))):
            for k in places:
                if told[k][1] != view:
                    break
                here = max(here, told[k][2])
        return Rest(ends.most[first], ends.most_after[last], here, ends.total[first] + ends.total_after[last])


def _ends(told: list[tuple[int, int, float]]) -> _Ends:
    shares = [share for _, _, share in told]
    behind = shares[::-1]
    return _Ends(
        [number for number, _, _ in told],
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

    __slots__ = ("_all", "_told", "_without")

    def __init__(self) -> None:
        self._told: list[tuple[str, int, int, float]] = []
        self._all: Series | None = None
        self._without: dict[str, Series] | None = None

    def add(self, name: str, number: int, view: int, share: float) -> None:
        """One more share, in the order of the events."""
        self._told.append((name, number, view, share))

    def without(self, name: str, number: int, view: int) -> Other:
        """What other events say, of other roles than `name` and of any."""
        if len(self._told) > FEW:
            return self._looked_up(name, number, view)
        here = best = total = 0.0
        for role, other, place, share in self._told:
            if other == number:
                continue
            best = max(best, share)
            if role != name:
                total += share
                if place == view:
                    here = max(here, share)
        return Other(here, best, total)

    def _looked_up(self, name: str, number: int, view: int) -> Other:
        if self._all is None or self._without is None:
            self._all, self._without = self._series(None), {}
        if name not in self._without:
            self._without[name] = self._series(name)
        anywhere, others = self._all.without(number, view), self._without[name].without(number, view)
        return Other(max(others.here, 0.0), max(anywhere.before, anywhere.after, 0.0), others.total)

    def _series(self, without: str | None) -> Series:
        series = Series()
        for name, number, view, share in self._told:
            if name != without:
                series.add(number, view, share)
        return series
