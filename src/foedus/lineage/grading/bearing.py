"""What other claims say on one claim: the same, a part of it, something else of its parties, or the contrary."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations
from typing import NamedTuple

from foedus.lineage.clusters import says_the_same
from foedus.lineage.conflicts import Conflict, conflict
from foedus.lineage.published import before
from foedus.lineage.sameness import core_roles, named, same_matter
from foedus.lineage.stages import STEPS, UNDECIDED, same_step
from foedus.lineage.told import told
from foedus.model.claim import Claim

DETAILS = frozenset({"number", "date"})
"""Kinds of conflict about how many or when, not about whether."""


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


def bearing(claim: Claim, others: Iterable[Claim]) -> Bearing:
    """Sort a claim's neighbours by what they say on it."""
    same, part, near = [], [], []
    found: dict[bool, list[Against]] = {True: [], False: []}
    for other in others:
        clash = _conflict(claim, other)
        if clash and is_firm(other):
            found[clash.kind in DETAILS].append(Against(other, clash))
        if not clash and is_firm(other) and says_the_same(claim, other) and _covers(other, claim):
            same.append(other)
        elif is_firm(other) and _says_a_part(claim, other, clash):
            part.append(other)
        elif not clash and other.document.id != claim.document.id:
            near.append(other)
    return Bearing(tuple(same), tuple(part), tuple(near), tuple(found[False]), tuple(found[True]))


def is_firm(claim: Claim) -> bool:
    """Whether the text puts it forward as so: no rumour, no alternative, no hedge but that of a declared will."""
    if claim.standing == "rumoured" or claim.alternative is not None:
        return False
    hedged = any(cue.kind in ("hedge", "rumour") for cue in claim.cues)
    willed = claim.certainty == "possible" and claim.stage in UNDECIDED and not hedged
    return claim.certainty in ("certain", "probable") or willed


def _conflict(claim: Claim, other: Claim) -> Conflict | None:
    first, second = (told(one, one.document.published) for one in (claim, other))
    if before(second.said, first.said):
        first, second = second, first
    found = conflict(first, second)
    return None if found and found.kind == "successive" else found


def _says_a_part(claim: Claim, other: Claim, clash: Conflict | None) -> bool:
    if clash:
        return clash.kind in DETAILS
    if says_the_same(claim, other):
        return True
    affirmed = claim.polarity == other.polarity == "affirmed"
    return affirmed and same_matter(claim, other) and _follows(claim, other)


def _follows(claim: Claim, other: Claim) -> bool:
    """Whether what the other tells comes after this step, which it takes for granted."""
    places = [
        next((place for place, step in enumerate(STEPS[claim.type]) if one.stage in step), None)
        for one in (claim, other)
    ]
    if None in places or same_step(claim.type, claim.stage, other.stage):
        return False
    return (places[0] or 0) < (places[1] or 0)


def _covers(other: Claim, claim: Claim) -> bool:
    """Whether the other fills every core role that the claim fills by an entity."""
    return {one.role for one in named(claim)} <= {one.role for one in named(other)}


def _pairs(claim: Claim) -> Iterable[tuple[str, str]]:
    keys = {filler.entity for role in core_roles(claim) for filler in claim.fillers(role) if filler.entity}
    return combinations(sorted(keys), 2)
