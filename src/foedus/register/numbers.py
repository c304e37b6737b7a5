"""How many were ordered or delivered, from the quantities of the claims of that stage alone.

As the SIPRI register does, an uncertain number stands in parentheses; here the reason stands with it.
"""

from collections.abc import Sequence
from typing import NamedTuple

from foedus.model.claim import Quantity
from foedus.model.row import Count
from foedus.register.cell import Cell, best, ids
from foedus.register.groups import several
from foedus.register.standing import Weighed

_Number = float | int


class _Told(NamedTuple):
    """What one claim says: bounds (None is open), and every reason to doubt it."""

    low: _Number | None
    high: _Number | None
    doubts: tuple[str, ...]

    def __str__(self) -> str:
        return str(Count(self.low, self.high, None, uncertain=False))


def numbers(weighed: Sequence[Weighed], stages: Sequence[str]) -> Cell[tuple[Count, ...]]:
    """A count for each unit that claims of these stages give; hedged claims count where no plain one does."""
    saying = best([one for one in weighed if one.claim.stage in stages and _bounds(one.claim.quantity)])
    if not saying:
        return Cell((), (), f"no claim of what was {' or '.join(stages)} gives a number")
    units: dict[str | None, list[_Told]] = {}
    for one in saying:
        units.setdefault(_unit(one.claim.quantity), []).append(_told(one))
    counted = [_count(unit, told) for unit, told in units.items()]
    reasons = "; ".join(dict.fromkeys(reason for _, reason in counted))
    counts = tuple(count for count, _ in counted)
    return Cell(counts, ids(saying), reasons, notable=any(count.uncertain for count in counts))


def _count(unit: str | None, told: Sequence[_Told]) -> tuple[Count, str]:
    """What all agree on; where they do not, the widest range."""
    lows = [one.low for one in told if one.low is not None]
    highs = [one.high for one in told if one.high is not None]
    low, high = max(lows, default=None), min(highs, default=None)
    if low is not None and high is not None and low > high:
        said = ", ".join(dict.fromkeys(map(str, told)))
        reason = f"claims differ ({said}): one lot told differently, or several lots"
        ends = lows + highs
        return Count(min(ends), max(ends), unit, uncertain=True), reason
    exact = low is not None and low == high
    if exact and any(one.low == one.high == low and not one.doubts for one in told):
        return Count(low, high, unit, uncertain=False), "claims agree" if len(told) > 1 else "one claim says so"
    doubts = dict.fromkeys(doubt for one in told for doubt in one.doubts)
    reason = "uncertain: " + ", ".join(doubts or ("only bounds are given",))
    return Count(low, high, unit, uncertain=True), reason


def _told(one: Weighed) -> _Told:
    quantity = one.claim.quantity
    low, high = _bounds(quantity) or (None, None)
    doubts = [] if one.sure else [one.reason]
    if quantity is not None and quantity.approximate:
        doubts.append("approximate")
    doubts += [f"one number for several of role {role}" for role in several(one.claim)]
    return _Told(low, high, tuple(doubts))


def _bounds(quantity: Quantity | None) -> tuple[_Number | None, _Number | None] | None:
    """Least and most, both the value where one is given; None where nothing is told in figures."""
    if quantity is None:
        return None
    if quantity.value is not None:
        return _whole(quantity.value), _whole(quantity.value)
    if quantity.min is None and quantity.max is None:
        return None
    return _whole(quantity.min), _whole(quantity.max)


def _unit(quantity: Quantity | None) -> str | None:
    """A piece is what is counted where no unit is said."""
    return None if quantity is None or quantity.unit == "piece" else quantity.unit


def _whole(number: _Number | None) -> _Number | None:
    return int(number) if isinstance(number, float) and number.is_integer() else number
