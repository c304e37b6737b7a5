"""Who stands how to which organisation on a day, as claims say by then."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import product
from typing import NamedTuple

from foedus.model.claim import Claim
from foedus.model.membership import Membership
from foedus.model.vocabulary import ClaimType
from foedus.register.cell import doubts, ids, outlets
from foedus.register.heads import Head, by_name, heads
from foedus.register.moments import Moment, moment, why_maybe
from foedus.register.order import in_order
from foedus.register.standing import Weighed, weigh

READS: tuple[ClaimType, ...] = ("membership",)
"""Types of claims that make a difference."""

_STATUS = {
    "sought": "sought",
    "denied": "denied",
    "joined": "member",
    "member": "member",
    "frozen": "frozen",
    "leaving": "leaving",
    "left": "left",
}
"""What a stage says of the status; in the order in which one follows the other on one day."""

_ORDER = tuple(_STATUS)
_INSIDE = ("member", "frozen", "leaving")
_STILL_MEMBER = ("frozen", "leaving")
"""What a member can be besides: that he is called a member does not end it."""


class _Step(NamedTuple):
    """What one claim says, and when it came about."""

    weighed: Weighed
    moment: Moment
    stage: str

    @property
    def status(self) -> str:
        return _STATUS[self.stage]

    @property
    def order(self) -> tuple[date, int]:
        return self.moment.order, _ORDER.index(self.stage)


def memberships(claims: Iterable[Claim], on: date) -> list[Membership]:
    """Every member and organisation of which claims tell by that day, by name; claims of other types are passed over.

    The latest step that a claim tells plainly gives the status. A claim without a date of its own counts from the day
    of its page on. What no claim tells is not listed, whatever else is known of the organisation.
    """
    told: dict[tuple[str, str], list[_Step]] = {}
    names: dict[tuple[str, str], tuple[Head, Head]] = {}
    for claim in in_order(one for one in claims if one.type == "membership"):
        step = _Step(weigh(claim), moment(claim, lasting=claim.stage in ("member", "frozen", "leaving")), claim.stage)
        if step.moment.reached(on) == "no":
            continue
        for member, organisation in product(heads(claim.fillers("member")), heads(claim.fillers("organisation"))):
            key = (member[0], organisation[0])
            names.setdefault(key, (member, organisation))
            told.setdefault(key, []).append(step)
    found = [
        _membership(names[key], steps, on) for key, steps in sorted(told.items(), key=lambda one: _place(names[one[0]]))
    ]
    return [one for one in found if one]


def _membership(named: tuple[Head, Head], steps: Sequence[_Step], on: date) -> Membership | None:
    """None where all that is told is that it is not so."""
    said = [step for step in steps if step.weighed.weight != "denied"]
    if not said:
        return None
    plain = [step for step in said if step.weighed.weight == "plain" and step.moment.reached(on) == "yes"]
    deciding = _deciding(plain or said)
    behind = _behind(plain or said, deciding)
    before = _left_before(plain, deciding)
    denials = [step for step in steps if step.weighed.weight == "denied" and step.status == deciding.status]
    hedged = [step for step in said if step not in plain and step.order > deciding.order and plain]
    late = ["a claim as late denies it"] if any(step.moment.order >= deciding.moment.order for step in denials) else []
    dubious = [*_unsure(behind, on), *map(_otherwise, before), *late]
    notes = [*map(_hedged, hedged), *(["another claim denies it"] if denials else [])]
    dates = sorted((step.moment.order, step.moment.edtf) for step in behind if step.moment.edtf)
    return Membership(
        member=named[0][1],
        organisation=named[1][1],
        status=deciding.status,
        since=dates[0][1] if dates else None,
        uncertain=bool(dubious),
        claims=ids([step.weighed for step in behind]),
        outlets=outlets([step.weighed for step in behind]),
        against=ids([step.weighed for step in (*before, *hedged, *denials)]),
        reason="; ".join(dict.fromkeys([*(dubious or ["said plainly"]), *notes])),
    )


def _deciding(steps: Sequence[_Step]) -> _Step:
    """The latest step; being called a member says nothing against being frozen or leaving."""
    latest = max(steps, key=lambda step: step.order)
    if latest.stage != "member":
        return latest
    joined = max((step.order for step in steps if step.stage == "joined"), default=(date.min, 0))
    still = [step for step in steps if step.status in _STILL_MEMBER and step.order > joined]
    left = max((step.order for step in steps if step.stage == "left"), default=(date.min, 0))
    kept = [step for step in still if step.order > left]
    return max(kept, key=lambda step: step.order) if kept else latest


def _behind(steps: Sequence[_Step], deciding: _Step) -> list[_Step]:
    """Steps of the same status since the last time that it was surely otherwise."""
    inside = deciding.status in _INSIDE
    turns = [step.order for step in steps if (step.status in _INSIDE) is not inside and _is_turn(step)]
    last = max((order for order in turns if order < deciding.order), default=(date.min, -1))
    return [step for step in steps if step.status == deciding.status and step.order > last]


def _is_turn(step: _Step) -> bool:
    """Whether it is a step of its own day, and not a state that some page mentions in passing."""
    return step.stage in ("joined", "left") or not step.moment.by_page


def _left_before(plain: Sequence[_Step], deciding: _Step) -> list[_Step]:
    """Claims of its having left, where a later one has it inside and none says that it joined again."""
    joined = max((step.order for step in plain if step.stage == "joined"), default=(date.min, -1))
    if deciding.status not in _INSIDE:
        return []
    return [step for step in plain if step.stage == "left" and joined < step.order < deciding.order]


def _unsure(behind: Sequence[_Step], on: date) -> list[str]:
    if any(step.weighed.sure and step.moment.reached(on) == "yes" for step in behind):
        return []
    late = [why_maybe(step.moment) for step in behind if step.moment.reached(on) == "maybe"]
    return [*doubts([step.weighed for step in behind]), *late]


def _otherwise(step: _Step) -> str:
    told = " ".join(filter(None, (step.stage, step.moment.edtf)))
    return f"an earlier claim says {told}, none that it joined again"


def _hedged(step: _Step) -> str:
    return f"{step.status}: {why_maybe(step.moment) if step.weighed.sure else step.weighed.reason}"


def _place(named: tuple[Head, Head]) -> tuple[object, ...]:
    return by_name(named[1]), by_name(named[0])
