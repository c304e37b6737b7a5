"""How many were ordered or delivered, from the quantities of the claims of that stage alone.

As the SIPRI register does, an uncertain number stands in parentheses; here the reason stands with it. Reports of one
lot are never added up; lots of different dates are, where it is said that they are different lots.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from foedus.model.row import Count, Lot, Years
from foedus.register.cell import Cell, best, denials, ids
from foedus.register.lots import Lots, lots
from foedus.register.standing import Weighed
from foedus.register.told import Agreed, Number, Told, agreed, told, unit


class Amount(NamedTuple):
    """A count for each unit, and the dated lots behind them."""

    counts: tuple[Count, ...] = ()
    lots: tuple[Lot, ...] = ()


class _Lot(NamedTuple):
    """A dated lot, with what its claims agree on."""

    years: Years
    agreed: Agreed
    claims: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.agreed.as_count(None)} in {self.years}"


def numbers(weighed: Sequence[Weighed], stages: Sequence[str]) -> Cell[Amount]:
    """A count for each unit that claims of these stages give; hedged claims count where no plain one does."""
    giving = [one for one in weighed if one.claim.stage in stages and told(one)]
    denied = denials(weighed, stages)
    saying = best(giving)
    if not saying:
        nothing = f"no claim of what was {' or '.join(stages)} gives a number"
        return Cell(Amount(), (), nothing, against=ids(denied))
    units: dict[str | None, list[Told]] = {}
    for one in saying:
        if (number := told(one)) is not None:
            units.setdefault(unit(one.claim.quantity), []).append(number)
    totals = {of: _total(some) for of, some in units.items()}
    counts = tuple(total.as_count(of) for of, (total, _) in totals.items())
    found = tuple(
        Lot(lot.years, lot.agreed.as_count(of), lot.claims) for of, (_, parts) in totals.items() for lot in parts
    )
    left_out = [one for one in giving if one not in saying and one not in denied and not _fits(one, counts)]
    return Cell(
        Amount(counts, found),
        ids(saying),
        "; ".join(dict.fromkeys(total.reason for total, _ in totals.values())),
        notable=any(total.uncertain or len(parts) > 1 for total, parts in totals.values()),
        against=ids([*denied, *left_out]),
    )


def _total(some: Sequence[Told]) -> tuple[Agreed, list[_Lot]]:
    """What is known of the whole number, and its dated lots."""
    parted = lots(some)
    dated = [_lot(lot) for lot in parted.dated]
    if len(dated) < 2:
        return agreed(some), dated
    said = ", ".join(map(str, dated))
    total = _of_several(dated, parted, said)
    return total, dated


def _of_several(dated: Sequence[_Lot], parted: Lots, said: str) -> Agreed:
    """Lots add up where one text or the words for batches tell them apart, or another claim gives their sum."""
    low, high = _sum(lot.agreed.low for lot in dated), _sum(lot.agreed.high for lot in dated)
    doubts = tuple(dict.fromkeys(doubt for lot in dated for doubt in lot.agreed.doubts))
    others = [one for one in parted.rest if not _repeats(one, dated)]
    given = [one for one in others if one.exact is not None and low == one.exact == high]
    if given == others and any(not one.doubts for one in given):
        return Agreed(low, high, (), f"lots of different dates ({said}) add up to what another claim gives")
    if parted.told_apart() and not others:
        same = f"; an undated {', '.join(map(str, parted.rest))} taken for one of them" if parted.rest else ""
        return Agreed(low, high, doubts, f"sum of lots told apart: {said}{same}{_because(doubts)}")
    highs = [high, *(one.high for one in others)]
    most = None if None in highs else _largest(highs)
    if parted.told_apart():
        reason = f"lots told apart ({said}) do not add up to what others give ({', '.join(map(str, others))})"
        return Agreed(_smallest([low, *(one.low for one in others)]), most, (reason,), reason)
    single = _largest([lot.agreed.low for lot in dated])
    reason = f"dated apart ({said}), yet nobody says whether the later number holds the earlier: not added up"
    return Agreed(_largest([single, *(one.low for one in others)]), most, (reason,), f"{reason}{_because(doubts)}")


def _lot(some: Sequence[Told]) -> _Lot:
    firsts = [one.when.earliest for one in some if one.when and one.when.earliest]
    lasts = [one.when.latest for one in some if one.when and one.when.latest]
    first, last = min(firsts).year, max(lasts).year
    doubtful = first != last or all(one.when is None or one.when.qualified for one in some)
    claims = tuple(dict.fromkeys(one.claim for one in some))
    return _Lot(Years(first, last, uncertain=doubtful), agreed(some), claims)


def _repeats(one: Told, dated: Sequence[_Lot]) -> bool:
    """Whether an undated number is that of one of the lots, and so most likely tells of it."""
    return one.exact is not None and any(one.exact == lot.agreed.low == lot.agreed.high for lot in dated)


def _fits(one: Weighed, counts: Sequence[Count]) -> bool:
    """Whether what a hedged claim says can be so as well."""
    number = told(one)
    same = [count for count in counts if count.unit == unit(one.claim.quantity)]
    return number is None or not same or any(_overlap(number, count) for count in same)


def _overlap(number: Told, count: Count) -> bool:
    above = number.low is not None and count.high is not None and number.low > count.high
    below = number.high is not None and count.low is not None and number.high < count.low
    return not (above or below)


def _because(doubts: Sequence[str]) -> str:
    return f"; uncertain: {', '.join(doubts)}" if doubts else ""


def _sum(numbers: Iterable[Number | None]) -> Number | None:
    """None where one of them is open."""
    known = list(numbers)
    return None if None in known else sum(number for number in known if number is not None)


def _largest(numbers: Sequence[Number | None]) -> Number | None:
    return max((number for number in numbers if number is not None), default=None)


def _smallest(numbers: Sequence[Number | None]) -> Number | None:
    return min((number for number in numbers if number is not None), default=None)
