"""The number that one claim tells, as bounds, with every reason to doubt it."""

from collections.abc import Sequence
from typing import NamedTuple

from foedus.model.claim import Claim, Quantity
from foedus.model.edtf import Edtf
from foedus.model.row import Count
from foedus.register.dates import happened
from foedus.register.groups import several
from foedus.register.standing import Weighed

Number = float | int


class Told(NamedTuple):
    """Bounds (None is open), when it happened, the text and voice that say so, and whether it is called a batch."""

    claim: str
    low: Number | None
    high: Number | None
    doubts: tuple[str, ...]
    when: Edtf | None
    said_in: tuple[str, str]
    batch: bool

    def __str__(self) -> str:
        return str(Count(self.low, self.high, None, uncertain=False))

    @property
    def exact(self) -> Number | None:
        """The number where it is one number."""
        return self.low if self.low == self.high else None


def told(one: Weighed) -> Told | None:
    """None where the claim tells nothing in figures."""
    quantity = one.claim.quantity
    ends = bounds(quantity)
    if quantity is None or ends is None:
        return None
    low, high = ends
    doubts = [] if one.sure else [one.reason]
    if quantity.approximate:
        doubts.append("approximate")
    batch = any(cue.kind == "batch" for cue in one.claim.cues)
    if one.claim.stage == "delivering" and not batch:
        doubts.append("delivery is under way, and the number may be of all that is to come")
    doubts += [f"one number for several of role {role}" for role in several(one.claim)]
    return Told(one.claim.id, low, high, tuple(doubts), happened(one.claim), _said_in(one.claim), batch)


def _said_in(claim: Claim) -> tuple[str, str]:
    """Document and nearest voice: what two voices say in one text, nobody says side by side."""
    nearest = claim.attribution[0] if claim.attribution else None
    return claim.document.id, (nearest.entity or nearest.name or nearest.text) if nearest else ""


def bounds(quantity: Quantity | None) -> tuple[Number | None, Number | None] | None:
    """Least and most, both the value where one is given; None where nothing is told in figures."""
    if quantity is None:
        return None
    if quantity.value is not None:
        return _whole(quantity.value), _whole(quantity.value)
    if quantity.min is None and quantity.max is None:
        return None
    return _whole(quantity.min), _whole(quantity.max)


def unit(quantity: Quantity | None) -> str | None:
    """A piece is what is counted where no unit is said."""
    return None if quantity is None or quantity.unit == "piece" else quantity.unit


class Agreed(NamedTuple):
    """What several claims say of one number, and every reason to doubt it, none where it is sure."""

    low: Number | None
    high: Number | None
    doubts: tuple[str, ...]
    reason: str

    @property
    def uncertain(self) -> bool:
        return bool(self.doubts)

    def as_count(self, of: str | None) -> Count:
        """As a cell shows it."""
        return Count(self.low, self.high, of, uncertain=self.uncertain)


def agreed(some: Sequence[Told]) -> Agreed:
    """What all agree on; where they do not, the widest range."""
    lows = [one.low for one in some if one.low is not None]
    highs = [one.high for one in some if one.high is not None]
    low, high = max(lows, default=None), min(highs, default=None)
    if low is not None and high is not None and low > high:
        said = ", ".join(sorted(dict.fromkeys(map(str, some)), key=_figures))
        reason = f"claims differ ({said}): one lot told differently, or several lots"
        ends = lows + highs
        return Agreed(min(ends), max(ends), (reason,), reason)
    exact = low is not None and low == high
    if exact and any(one.exact == low and not one.doubts for one in some):
        return Agreed(low, high, (), "claims agree" if len(some) > 1 else "one claim says so")
    doubts = tuple(dict.fromkeys(doubt for one in some for doubt in one.doubts)) or ("only bounds are given",)
    return Agreed(low, high, doubts, f"uncertain: {', '.join(doubts)}")


def _figures(said: str) -> tuple[int, str]:
    return len(said), said


def _whole(number: Number | None) -> Number | None:
    return int(number) if isinstance(number, float) and number.is_integer() else number
