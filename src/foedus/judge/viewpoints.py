"""Whose word a claim is: a state or organisation, the record, an expert, or nobody who could be held to it."""

from datetime import date
from typing import Final

from foedus.gazetteer.entities import Entities
from foedus.model.claim import Attribution, Claim
from foedus.model.finding import EXPERT, RECORD

_NOBODY: Final[frozenset[str]] = frozenset()
_SPEAKERS: Final = {
    ("accusation", "made"): "accuser",
    ("accusation", "rejected"): "accused",
    ("commitment", "affirmed"): "obligor",
    ("commitment", "pledged"): "obligor",
    ("commitment", "denied"): "obligor",
    ("commitment", "invoked"): "beneficiary",
    ("assistance", "requested"): "recipient",
    ("assistance", "offered"): "provider",
    ("assistance", "refused"): "provider",
}
"""Acts of speech are their speaker's word, whoever reports them (claims.md): by type and stage the role that speaks."""
_ONLY_THE_SPEAKERS: Final = frozenset({"accusation"})
"""That they were uttered is on record, what they say is not."""


def viewpoints(claim: Claim, entities: Entities, on: date | None) -> frozenset[str]:
    """Entity keys, `record` or `expert`; empty where a rumour or a source without a name says it."""
    speakers = _speakers(claim, entities, on)
    if claim.type in _ONLY_THE_SPEAKERS and speakers:
        return speakers
    return speakers | _voice(claim, entities, on)


def _speakers(claim: Claim, entities: Entities, on: date | None) -> frozenset[str]:
    role = _SPEAKERS.get((claim.type, claim.stage))
    if role is None or claim.standing in ("unnamed", "rumoured"):
        return _NOBODY
    named = [filler.entity for filler in claim.fillers(role) if filler.entity]
    return frozenset(key for entity in named for key in _stands_for(entity, entities, on))


def _voice(claim: Claim, entities: Entities, on: date | None) -> frozenset[str]:
    if claim.standing == "stated":
        return frozenset({RECORD})
    if claim.standing != "attributed":
        return _NOBODY
    for voice in claim.attribution:
        if found := _of(voice, entities, on):
            return found
    return frozenset({RECORD})


def _of(voice: Attribution, entities: Entities, on: date | None) -> frozenset[str]:
    """Nobody for outlets and documents without an author: the next voice of the chain answers for them."""
    if voice.kind in ("outlet", "unnamed"):
        return _NOBODY
    if voice.entity is None:
        return frozenset({EXPERT}) if voice.kind in ("person", "organisation") else _NOBODY
    return frozenset(_stands_for(voice.entity, entities, on) or (EXPERT,))


def _stands_for(entity: str, entities: Entities, on: date | None) -> tuple[str, ...]:
    """A person stands for the first of the offices held, a company or force for its state, others for themselves."""
    kind = entities.kind(entity)
    if kind == "person":
        return entities.acts_for(entity, on)[:1]
    if kind in ("company", "force"):
        state = entities.state(entity)
        return (state,) if state else ()
    return (entity,)
