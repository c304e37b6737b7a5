"""A claim with the date on which it was told, and what may be compared with what."""

from typing import NamedTuple

from foedus.lineage.published import day_range, days_apart
from foedus.lineage.sameness import happened
from foedus.model.claim import Claim
from foedus.model.edtf import Edtf


class Told(NamedTuple):
    """A claim with its document's date."""

    claim: Claim
    said: Edtf | None

    @property
    def source(self) -> str:
        """Date, standing and nearest voice, for reasons."""
        voices = self.claim.attribution
        by = f" by {voices[0].name or 'a source without a name'}" if voices else ""
        return f"{self.said.text if self.said else 'undated'}, {self.claim.standing}{by}"


def told(claim: Claim, published: str | None) -> Told:
    """A claim as published on a date in EDTF; one that cannot be read is unknown."""
    return Told(claim, day_range(published))


def is_asserted(claim: Claim) -> bool:
    """Whether the text puts it forward as so; rumours count, wishes and open questions do not."""
    return claim.certainty in ("certain", "probable") or claim.standing == "rumoured"


def are_comparable(first: Claim, second: Claim) -> bool:
    """Whether the two can stand against each other at all: both put forward as so, and not side by side by one."""
    if first.type != second.type or not (is_asserted(first) and is_asserted(second)):
        return False
    return not _are_alternatives(first, second) and not _are_one_breath(first, second)


def _are_alternatives(first: Claim, second: Claim) -> bool:
    """Whether one document offers the two as alternatives, so that it never says both."""
    same = first.document.id == second.document.id
    return same and first.alternative is not None and first.alternative == second.alternative


def _are_one_breath(first: Claim, second: Claim) -> bool:
    """Whether one voice says both in one document: nobody is taken to contradict himself there."""
    return first.document.id == second.document.id and _voice(first) == _voice(second)


def _voice(claim: Claim) -> str | None:
    return (claim.attribution[0].entity or claim.attribution[0].name) if claim.attribution else None


def is_batch(claim: Claim) -> bool:
    """Whether the text speaks of one part of a larger whole."""
    return any(cue.kind == "batch" for cue in claim.cues)


def within(first: Told, second: Told, days: int) -> bool:
    """Told, or happened, within so many days; one document is one day, unknown dates are never near."""
    if first.claim.document.id == second.claim.document.id:
        return True
    gaps = (days_apart(first.said, second.said), days_apart(happened(first.claim), happened(second.claim)))
    return any(gap is not None and gap <= days for gap in gaps)


def same_day(first: Told, second: Told) -> bool:
    """Told in one document, or in two of the same date."""
    if first.claim.document.id == second.claim.document.id:
        return True
    return first.said is not None and first.said == second.said
