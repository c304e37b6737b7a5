"""The course of each deal: talks, order, deliveries, halts, in order of date, with contradictions in their place."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from foedus.lineage.contradictions import contradictions
from foedus.model.claim import Claim, When
from foedus.model.contradiction import Contradiction
from foedus.model.edtf import parse
from foedus.model.row import Count
from foedus.model.timeline import TimelineEntry
from foedus.model.vocabulary import ClaimType
from foedus.register.cell import doubts, ids, outlets
from foedus.register.dates import due, first_day, happened, last_day, published
from foedus.register.groups import Group, groups
from foedus.register.order import in_order
from foedus.register.standing import HALTS, LADDER, Weighed, Weight, weigh
from foedus.register.told import bounds, told, unit

READS: tuple[ClaimType, ...] = ("transfer",)
"""Types of claims that make a difference."""

DUE = "due"
"""What is to come under an order or a promise; not a stage, since it has not happened."""

_COURSE = (*LADDER, DUE, *HALTS)


class _Said(NamedTuple):
    """What makes claims say the same: step, date, number and unit, and how surely."""

    what: str
    edtf: str | None
    low: float | None
    high: float | None
    unit: str | None
    approximate: bool
    weight: Weight


class _Dispute(NamedTuple):
    """A claim that contradicts another, and why."""

    other: str
    reason: str


def timelines(claims: Iterable[Claim]) -> list[TimelineEntry]:
    """Entries of every deal, deal by deal in order of the heads' names; claims of other types are passed over.

    Within a deal entries stand in order of date: at the earliest day that a date can mean, at its bound where it is
    open on that side, last where no claim gives a date. A page's own date never dates what it tells. In which order
    the claims come makes no difference.
    """
    return [entry for group in groups(claims) for entry in _course(group)]


def _course(group: Group) -> list[TimelineEntry]:
    alike: dict[_Said, list[Weighed]] = {}
    for one in map(weigh, group.claims):
        alike.setdefault(_said(one, one.claim.stage, one.claim.when), []).append(one)
        if due(one.claim):
            alike.setdefault(_said(one, DUE, one.claim.due), []).append(one)
    ordered = sorted(alike.items(), key=_place)
    disputes = _disputes(contradictions(_first_and_last(ordered))) if len(ordered) > 1 else {}
    return [_entry(group, said, behind, disputes) for said, behind in ordered]


def _said(one: Weighed, what: str, when: When | None) -> _Said:
    quantity = one.claim.quantity
    low, high = bounds(quantity) or (None, None)
    about = bool(quantity and quantity.approximate)
    return _Said(what, when.edtf if when else None, low, high, unit(quantity), about, one.weight)


def _place(item: tuple[_Said, Sequence[Weighed]]) -> tuple[object, ...]:
    said, behind = item
    dated = due(behind[0].claim) if said.what == DUE else happened(behind[0].claim)
    first, last = first_day(dated) or date.max, last_day(dated) or date.max
    page = first_day(published(behind[0].claim)) or date.max
    return first, last, page if dated is None else date.min, _COURSE.index(said.what), str(said)


def _entry(
    group: Group, said: _Said, behind: Sequence[Weighed], disputes: Mapping[str, Sequence[_Dispute]]
) -> TimelineEntry:
    sure = [one for one in behind if one.sure]
    count = _count(said, behind)
    against = [dispute for one in behind for dispute in disputes.get(one.claim.id, ())]
    days = [one.claim.document.published for one in behind if one.claim.document.published]
    return TimelineEntry(
        supplier=group.supplier,
        recipient=group.recipient,
        item=group.item,
        when=said.edtf,
        what=said.what,
        count=count,
        sureness=said.weight,
        uncertain=not sure or bool(count and count.uncertain) or _vague(said),
        told=days[0] if days else None,
        claims=ids(behind),
        outlets=outlets(behind),
        against=tuple(dict.fromkeys(dispute.other for dispute in against)),
        contradictions=tuple(dict.fromkeys(dispute.reason for dispute in against)),
        reason="; ".join(_reasons(said, behind, count, sure)),
    )


def _count(said: _Said, behind: Sequence[Weighed]) -> Count | None:
    numbers = [number for one in behind if (number := told(one))]
    if not numbers:
        return None
    doubtful = said.low != said.high or all(number.doubts for number in numbers)
    return Count(numbers[0].low, numbers[0].high, said.unit, uncertain=doubtful)


def _reasons(said: _Said, behind: Sequence[Weighed], count: Count | None, sure: Sequence[Weighed]) -> list[str]:
    found = ["said plainly"] if sure else doubts(behind)
    if count and count.uncertain:
        numbers = [number for one in behind if (number := told(one))]
        more = [doubt for number in numbers for doubt in number.doubts if doubt not in found]
        more += ["only bounds are given"] if said.low != said.high else []
        found += [f"number {doubt}" for doubt in dict.fromkeys(more)]
    if said.edtf is None:
        found.append("no claim gives a date")
    elif _vague(said):
        found.append("the date is approximate or open")
    return found


def _vague(said: _Said) -> bool:
    """Whether the date is marked as approximate, or open on one side."""
    if said.edtf is None:
        return False
    when = parse(said.edtf)
    return when.qualified or when.earliest is None or when.latest is None


def _first_and_last(ordered: Iterable[tuple[_Said, Sequence[Weighed]]]) -> list[Claim]:
    """Of each entry the first and the last page that say so: a deal that thousands tell of has few entries."""
    return in_order(one.claim for _, behind in ordered for one in (behind[0], behind[-1]))


def _disputes(found: Iterable[Contradiction]) -> dict[str, list[_Dispute]]:
    """Contradictions by each of their two claims."""
    disputes: dict[str, list[_Dispute]] = {}
    for one in found:
        for claim, other in ((one.first, one.second), (one.second, one.first)):
            disputes.setdefault(claim, []).append(_Dispute(other, f"{one.kind}: {one.reason}"))
    return disputes
