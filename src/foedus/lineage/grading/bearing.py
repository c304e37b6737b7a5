"""What other claims say on one claim: the same, a part of it, something else of its parties, or the contrary."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations
from typing import Literal, NamedTuple

from foedus.lineage.clusters import says_the_same
from foedus.lineage.conflicts import Conflict, conflict
from foedus.lineage.grading.rules import CredibilityRules
from foedus.lineage.published import before
from foedus.lineage.sameness import LEAST_SHARED, core_roles, named, same_matter
from foedus.lineage.stages import GOES_ON, STEPS, UNDECIDED
from foedus.lineage.told import Told, told, within
from foedus.model.claim import Claim

_DETAILS = frozenset({"number", "date"})
"""Kinds of conflict about how many or when, not about whether."""

Relation = Literal["same", "part", "near", "against", "details"]


class Against(NamedTuple):
    """A claim that stands against another, and how."""

    claim: Claim
    conflict: Conflict


class Bearing(NamedTuple):
    """Claims that bear on one; those in `same` and `part` are told firmly.

    `same` say all of it; `part` leave out a party, give another number or date, or tell what can only follow from it;
    `near` tell of its parties in other documents; `against` and `details` cannot be right together with it.
    """

    same: tuple[Claim, ...]
    part: tuple[Claim, ...]
    near: tuple[Claim, ...]
    against: tuple[Against, ...]
    details: tuple[Against, ...]

    @property
    def pages(self) -> frozenset[str]:
        """Documents (ids) whose origins count."""
        judged = (*self.same, *self.part, *(one.claim for one in (*self.against, *self.details)))
        return frozenset(claim.document.id for claim in judged)


class Neighbours:
    """Claims by the pairs of entities in their core roles; what shares one entity alone is no neighbour."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._claims = list({claim.id: claim for claim in claims}.values())
        self._by_pair: dict[tuple[str, str], list[int]] = defaultdict(list)
        for place, claim in enumerate(self._claims):
            for pair in _pairs(claim):
                self._by_pair[pair].append(place)

    def of(self, claim: Claim) -> list[Claim]:
        """All neighbours of a claim, in the order given."""
        places = {place for pair in _pairs(claim) for place in self._by_pair.get(pair, ())}
        return [self._claims[place] for place in sorted(places) if self._claims[place].id != claim.id]


def bearing(claim: Claim, others: Iterable[Claim], rules: CredibilityRules) -> Bearing:
    """Sort a claim's neighbours by what they say on it; what is told long before or after is of another event."""
    first, own = _told(claim), named(claim)
    days = rules.days_going_on if claim.stage in GOES_ON else rules.days_once
    found: dict[Relation, list[Claim]] = defaultdict(list)
    clashes: dict[Relation, list[Against]] = defaultdict(list)
    for other in others:
        # most neighbours share a pair of entities and nothing else: the costly rules are for the rest
        if other.type != claim.type or len(own & named(other)) < LEAST_SHARED:
            relation, clash = _beside(claim, other), None
        else:
            second = _told(other)
            clash = _conflict(first, second)
            relation = _relation(first, second, clash, days)
        if relation:
            found[relation].append(other)
        if clash and relation:
            clashes[relation].append(Against(other, clash))
    part = (*found["part"], *found["details"])
    against, details = tuple(clashes["against"]), tuple(clashes["details"])
    return Bearing(tuple(found["same"]), part, tuple(found["near"]), against, details)


def _relation(first: Told, second: Told, clash: Conflict | None, days: int) -> Relation | None:
    """What the second says on the first; what is not told firmly counts as knowledge of its parties at most."""
    claim, other = first.claim, second.claim
    if not is_firm(other):
        return None if clash else _beside(claim, other)
    if clash:
        return "details" if clash.kind in _DETAILS else "against"
    if within(first, second, days) and says_the_same(claim, other):
        return "same" if _covers(other, claim) else "part"
    return "part" if _takes_for_granted(other, claim) else _beside(claim, other)


def _beside(claim: Claim, other: Claim) -> Relation | None:
    return "near" if other.document.id != claim.document.id else None


def is_firm(claim: Claim) -> bool:
    """Whether the text puts it forward as so: no rumour, no alternative, no hedge but that of a declared will."""
    if claim.standing == "rumoured" or claim.alternative is not None:
        return False
    hedged = any(cue.kind in ("hedge", "rumour") for cue in claim.cues)
    willed = claim.certainty == "possible" and claim.stage in UNDECIDED and not hedged
    return claim.certainty in ("certain", "probable") or willed


def _told(claim: Claim) -> Told:
    return told(claim, claim.document.published)


def _conflict(first: Told, second: Told) -> Conflict | None:
    if before(second.said, first.said):
        first, second = second, first
    found = conflict(first, second)
    return None if found and found.kind == "successive" else found


def _takes_for_granted(other: Claim, claim: Claim) -> bool:
    """Whether the other tells a later step of the same matter, which this one must have come before."""
    if not claim.polarity == other.polarity == "affirmed" or not same_matter(claim, other):
        return False
    step, later = (_step(one) for one in (claim, other))
    return step is not None and later is not None and step < later


def _step(claim: Claim) -> int | None:
    return next((place for place, step in enumerate(STEPS[claim.type]) if claim.stage in step), None)


def _covers(other: Claim, claim: Claim) -> bool:
    """Whether the other fills every core role that the claim fills by an entity."""
    return {one.role for one in named(claim)} <= {one.role for one in named(other)}


def _pairs(claim: Claim) -> Iterable[tuple[str, str]]:
    keys = {filler.entity for role in core_roles(claim) for filler in claim.fillers(role) if filler.entity}
    return combinations(sorted(keys), 2)
