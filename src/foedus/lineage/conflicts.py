"""The rules by which two claims on one matter cannot both be right; each gives its reason, or None.

All are cautious: a rule that lacks a date or a number says nothing. `first` is not published after `second`.
"""

from typing import NamedTuple

from foedus.lineage.clusters import label
from foedus.lineage.published import before, day_range, days_apart, days_covered
from foedus.lineage.sameness import (
    dates_differ,
    differs,
    exact_number,
    happened,
    keys,
    named,
    numbers_differ,
    same_content,
    same_matter,
    shares_enough,
)
from foedus.lineage.stages import GOES_ON, ONCE, REACHED, UNDECIDED, UNDONE, denies, same_step
from foedus.lineage.told import Told, are_comparable, is_batch, same_day, within
from foedus.model.claim import Claim
from foedus.model.contradiction import ContradictionKind

SAME_LOT = 3
"""Days within which two reports of a delivery or an attack, which go on, speak of the same one."""

NEAR = 31
"""Days within which two reports speak of the same order or visit."""

SAME_MATTER = 366
"""Days within which two reports speak of the same deal at all."""


class Conflict(NamedTuple):
    """What stands against what; `successive` is no contradiction but a later state."""

    kind: ContradictionKind
    reason: str


def conflict(first: Told, second: Told) -> Conflict | None:
    """The first rule that holds between two claims, in a fixed order."""
    one, other = first.claim, second.claim
    if not are_comparable(one, other):
        return None
    if not same_matter(one, other):
        return _party(first, second)
    if not same_content(one, other):
        return None
    if one.polarity != other.polarity:
        return _polarity(first, second)
    if one.polarity == "negated" or is_batch(one) or is_batch(other):
        return None
    return _number(first, second) or _date(first, second) or _stage(first, second)


def _polarity(first: Told, second: Told) -> Conflict | None:
    """Told as so and as not so; what was denied first and told later may have happened in between."""
    one, other = first.claim, second.claim
    goes_on = one.type != "transfer" and not _once(one)
    yes, no = (first, second) if one.polarity == "affirmed" else (second, first)
    if not denies(one.type, no.claim.stage, yes.claim.stage):
        return None
    if numbers_differ(one, other) or dates_differ(one, other):
        return None
    if not within(first, second, NEAR if goes_on else SAME_MATTER):
        return None
    if before(no.said, yes.said) and not before(happened(yes.claim), no.said):
        return None
    return Conflict("polarity", f"{label(yes.claim)}; affirmed ({yes.source}), negated ({no.source})")


def _number(first: Told, second: Told) -> Conflict | None:
    """Two plain numbers of the same things; a later one that is higher follows from the earlier, unless of one day."""
    one, other = first.claim, second.claim
    earlier, later = exact_number(one), exact_number(other)
    if earlier is None or later is None or one.stage != other.stage or not numbers_differ(one, other):
        return None
    if not keys(one, "item") or keys(one, "item") != keys(other, "item") or dates_differ(one, other):
        return None
    said = f"{label(one)}; {earlier:g} ({first.source}), {later:g} ({second.source})"
    grew = within(first, second, SAME_MATTER) and before(first.said, second.said) and later > earlier
    if grew and not _one_event(one, other):
        return Conflict("successive", f"{said}; the later number is the higher one")
    if not within(first, second, NEAR if _once(one) else SAME_LOT):
        return None
    return Conflict("number", said)


def _one_event(one: Claim, other: Claim) -> bool:
    """Whether both claims date what they tell so narrowly, and alike, that it is the same event."""
    longest = 1 if one.stage in GOES_ON else NEAR
    spans = [days_covered(happened(claim)) for claim in (one, other)]
    if any(span is None or span > longest for span in spans):
        return False
    return days_apart(happened(one), happened(other)) == 0


def _date(first: Told, second: Told) -> Conflict | None:
    """Two dates of what happens once; of an order only where the number is the same too."""
    one, other = first.claim, second.claim
    if one.stage != other.stage or not _once(one) or named(one) != named(other) or not dates_differ(one, other):
        return None
    if "item" in one.roles and (exact_number(one) is None or exact_number(one) != exact_number(other)):
        return None
    gap = days_apart(happened(one), happened(other))
    if gap is None or gap > SAME_MATTER:
        return None
    when = [claim.when.edtf for claim in (one, other) if claim.when]
    return Conflict("date", f"{label(one)}; {when[0]} ({first.source}), {when[1]} ({second.source})")


def _stage(first: Told, second: Told) -> Conflict | None:
    """Told as done, and on that day or soon after as undecided, refused or still to come."""
    one, other = first.claim, second.claim
    if same_step(one.type, one.stage, other.stage) or numbers_differ(one, other) or dates_differ(one, other):
        return None
    done, open_ = (first, second) if one.stage in REACHED else (second, first)
    told_later = before(done.said, open_.said) is True or same_day(first, second)
    if done.claim.stage not in REACHED or not told_later or not within(first, second, NEAR):
        return None
    if not _stands_against(open_, done):
        return None
    return Conflict("stage", f"{label(done.claim)} ({done.source}), but {open_.claim.stage} ({open_.source})")


def _stands_against(open_: Told, done: Told) -> bool:
    """More of the same may be wanted, so that what is undecided must be of the same number, if it is of things."""
    stage = open_.claim.stage
    number = exact_number(open_.claim)
    two_reports = open_.claim.document.id != done.claim.document.id
    one_lot = number is not None and number == exact_number(done.claim)
    if stage == "ordered":
        due = day_range(open_.claim.due.edtf) if open_.claim.due else None
        return one_lot and before(done.said, due) is True
    if stage in UNDECIDED:
        return one_lot or ("item" not in done.claim.roles and two_reports)
    return stage in UNDONE and (one_lot or two_reports)


def _party(first: Told, second: Told) -> Conflict | None:
    """One lot of things, told as from two suppliers or for two recipients."""
    one, other = first.claim, second.claim
    number = exact_number(one)
    if one.type != "transfer" or one.stage != other.stage or not shares_enough(one, other):
        return None
    if one.polarity == "negated" or other.polarity == "negated" or keys(one, "item") != keys(other, "item"):
        return None
    if number is None or number != exact_number(other) or dates_differ(one, other) or not within(first, second, NEAR):
        return None
    if not any(differs(one, other, role) and _same_kind(one, other, role) for role in ("supplier", "recipient")):
        return None
    return Conflict("party", f"{number:g}: {label(one)} ({first.source}), {label(other)} ({second.source})")


def _same_kind(one: Claim, other: Claim, role: str) -> bool:
    """Two states, or two companies: a company and its state are no two suppliers."""
    fillers = (*one.fillers(role), *other.fillers(role))
    return all(filler.entity for filler in fillers) and len({filler.kind for filler in fillers}) == 1


def _once(claim: Claim) -> bool:
    return claim.stage in ONCE.get(claim.type, ())
