"""How far a transfer has come: the furthest stage that a claim says plainly, never one that is only hedged."""

from collections.abc import Sequence
from datetime import date

from foedus.model.claim import Claim
from foedus.register.cell import Cell, denials, doubts, ids
from foedus.register.dates import happened, last_day, published
from foedus.register.standing import HALTS, LADDER, Weighed, Weight

_HEDGES: tuple[Weight, ...] = ("possible", "rumoured", "unclear")


def status(weighed: Sequence[Weighed]) -> Cell[str]:
    """The row's status.

    A halt is the status where the transfer had not been completed and no plain claim of the ladder is later; a
    status of the ladder else. Without a plain claim the status is the weight of what there is.
    """
    plain = [one for one in weighed if one.weight == "plain"]
    if not plain:
        return _unsure(weighed)
    going = [one for one in plain if one.claim.stage in LADDER]
    halts = [one for one in plain if one.claim.stage in HALTS]
    reached = max((one.claim.stage for one in going), key=LADDER.index, default=None)
    if halts and reached != "delivered" and _not_before(halts, going):
        return _halted(weighed, halts, reached)
    saying = [one for one in going if one.claim.stage == reached]
    doubt = "" if any(one.sure for one in saying) else f", though {', '.join(doubts(saying))}"
    return Cell(
        reached or "unspecified",
        ids(saying),
        f"the furthest stage said plainly{doubt}",
        notable=bool(doubt),
        against=ids(
            [one for one in weighed if one.weight == "denied" and not _further(one.claim.stage, reached or "")]
        ),
    )


def flags(weighed: Sequence[Weighed], shown: str) -> list[Cell[str]]:
    """What the status leaves out: halts, further stages only hedged, denials of it, and a source nobody names."""
    plain = [one for one in weighed if one.weight == "plain"]
    found = [
        Cell(stage, ids(these), f"said to be {stage}", notable=True)
        for stage in HALTS
        if stage != shown and (these := _at(plain, stage))
    ]
    for stage in (*LADDER, *HALTS):
        for weight in _HEDGES:
            these = [one for one in _at(weighed, stage) if one.weight == weight]
            if these and _further(stage, shown):
                reasons = ", ".join(dict.fromkeys(one.reason for one in these))
                found.append(Cell(f"{stage} {weight}", ids(these), f"{stage}: {reasons}", notable=True))
    denials = [one for one in weighed if one.weight == "denied" and not _further(one.claim.stage, shown)]
    if denials and shown != "denied":
        found.append(Cell("contradicted", ids(denials), f"{shown}: another claim denies it", notable=True))
    saying = _at(plain, shown)
    if saying and all(one.claim.standing == "unnamed" for one in saying):
        found.append(Cell("unnamed source", ids(saying), f"{shown}: no source is named", notable=True))
    return found


def _unsure(weighed: Sequence[Weighed]) -> Cell[str]:
    for weight in _HEDGES:
        these = [one for one in weighed if one.weight == weight]
        if these:
            return Cell(weight, ids(these), f"no claim says any stage plainly: {these[0].reason}", True)
    return Cell("denied", ids(weighed), "every claim denies", True)


def _halted(weighed: Sequence[Weighed], halts: Sequence[Weighed], reached: str | None) -> Cell[str]:
    latest = max(halts, key=lambda one: _day(one.claim) or date.min)
    saying = _at(halts, latest.claim.stage)
    before = f" after it was {reached}" if reached else ""
    against = ids(denials(weighed, (latest.claim.stage,)))
    return Cell(latest.claim.stage, ids(saying), f"halted{before}; no later claim takes it up", True, against)


def _not_before(halts: Sequence[Weighed], going: Sequence[Weighed]) -> bool:
    """Whether the last halt is as late as the last claim that the transfer goes on; undated, a halt counts."""
    stopped = [day for one in halts if (day := _day(one.claim))]
    went_on = [day for one in going if (day := _day(one.claim))]
    return not stopped or not went_on or max(stopped) >= max(went_on)


def _day(claim: Claim) -> date | None:
    """The last day of what a claim tells, else of its document."""
    return last_day(happened(claim)) or last_day(published(claim))


def _at(weighed: Sequence[Weighed], stage: str) -> list[Weighed]:
    return [one for one in weighed if one.claim.stage == stage]


def _further(stage: str, shown: str) -> bool:
    """Whether a stage is another matter than the status: a halt that is not it, or one beyond it on the ladder."""
    if stage == shown:
        return False
    return stage in HALTS or shown not in LADDER or LADDER.index(stage) > LADDER.index(shown)
