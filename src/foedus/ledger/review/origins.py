"""How a filler or a voice came by its entity: by a name that is linked for the whole ledger, or in its claim alone."""

from collections.abc import Container, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from foedus.ledger.records import claim_of
from foedus.ledger.review.links import Alias
from foedus.ledger.review.statements import Held
from foedus.ledger.words import folded
from foedus.model.claim import Attribution, Claim, Filler


class _Spot(NamedTuple):
    """Where in a claim: a role, or none for a voice, and offsets."""

    role: str | None
    start: int
    end: int


_Spots = dict[_Spot, Filler | Attribution]


def untied(past: Sequence[Held], taken: Alias, own: Container[int]) -> Claim:
    """The last of a claim's versions without a link: what the link gave an entity, has none again.

    `own` are the readings in which a person gave entities to this claim alone: those stay.
    """
    spots = [_spots(one.claim) for one in past]
    read = [_spots(claim_of(one.machine)) if one.machine else {} for one in past]
    readings = [one.reading for one in past]
    claim = past[-1].claim
    back: _Spots = {}
    for spot, part in spots[-1].items():
        if part.entity == taken.entity:
            place = _begin(spots, spot, taken.entity)
            earlier = [found[spot] for found in (*spots[:place][-1:], read[place]) if spot in found]
            bare = next((one for one in earlier if _is_bare(one, taken)), None)
            if bare is not None and readings[place] not in own:
                back[spot] = bare
    return _with(claim, back) if back else claim


def _begin(spots: Sequence[_Spots], spot: _Spot, entity: str) -> int:
    """The version from which on a spot has had the entity."""
    place = len(spots) - 1
    while place and spot in spots[place - 1] and spots[place - 1][spot].entity == entity:
        place -= 1
    return place


def _is_bare(part: Filler | Attribution, taken: Alias) -> bool:
    return part.entity is None and part.name is not None and folded(part.name) == taken.folded


def _spots(claim: Claim) -> _Spots:
    found: _Spots = {_Spot(None, voice.start, voice.end): voice for voice in claim.attribution}
    for role, some in claim.roles.items():
        found |= {_Spot(role, filler.start, filler.end): filler for filler in some}
    return found


def _with(claim: Claim, back: _Spots) -> Claim:
    def filler(role: str, one: Filler) -> Filler:
        found = back.get(_Spot(role, one.start, one.end))
        return found if isinstance(found, Filler) else one

    def voice(one: Attribution) -> Attribution:
        found = back.get(_Spot(None, one.start, one.end))
        return found if isinstance(found, Attribution) else one

    roles = {role: tuple(filler(role, one) for one in some) for role, some in claim.roles.items()}
    return replace(claim, roles=roles, attribution=tuple(voice(one) for one in claim.attribution))
