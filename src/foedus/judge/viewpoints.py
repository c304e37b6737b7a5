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
    ("agreement", "preliminary"): "party",
    ("agreement", "signed"): "party",
    ("agreement", "ratified"): "party",
    ("agreement", "extended"): "party",
    ("agreement", "suspended"): "party",
    ("agreement", "terminated"): "party",
}
"""Acts of speech are their speaker's word, whoever reports them (claims.md): by type and stage the role that speaks."""
_ONLY_THE_SPEAKERS: Final = frozenset(
    {
        ("accusation", "made"),
        ("accusation", "rejected"),
        ("commitment", "pledged"),
        ("commitment", "affirmed"),
        ("commitment", "denied"),
    }
)
"""That they were uttered is on record, what they say is not."""
_RECITED: Final = frozenset({"affirmed", "denied"})
"""Of a treaty or clause, these tell what its text says; the outlet says so, nobody speaks."""


def viewpoints(claim: Claim, entities: Entities, on: date | None) -> frozenset[str]:
    """Entity keys, `record` or `expert`; empty where a rumour or a source without a name says it."""
    if claim.standing != "stated":
        return _voice(claim, entities, on)
    speakers = _speakers(claim, entities, on)
    return speakers if speakers and (claim.type, claim.stage) in _ONLY_THE_SPEAKERS else speakers | {RECORD}


def _speakers(claim: Claim, entities: Entities, on: date | None) -> frozenset[str]:
    role = _SPEAKERS.get((claim.type, claim.stage))
    recited = (
        claim.type == "commitment" and claim.stage in _RECITED and (claim.fillers("treaty") or claim.fillers("clause"))
    )
    if role is None or recited:
        return _NOBODY
    named = [filler.entity for filler in claim.fillers(role) if filler.entity]
    return frozenset(key for entity in named for key in _stands_for(entity, entities, on))


def _voice(claim: Claim, entities: Entities, on: date | None) -> frozenset[str]:
    if claim.standing != "attributed":
        return _NOBODY
    # who tells what another side said answers for it: the outermost voice first
    for voice in reversed(claim.attribution):
        if found := _of(voice, entities, on):
            return found
    return frozenset({RECORD})


def _of(voice: Attribution, entities: Entities, on: date | None) -> frozenset[str]:
    """Nobody for outlets, treaties and documents without an author: another voice of the chain answers for them."""
    if voice.kind in ("outlet", "unnamed"):
        return _NOBODY
    if voice.entity is None:
        return frozenset({EXPERT}) if voice.kind in ("person", "organisation") else _NOBODY
    if entities.kind(voice.entity) == "treaty":
        return _NOBODY
    return frozenset(_stands_for(voice.entity, entities, on) or (EXPERT,))


def _stands_for(entity: str, entities: Entities, on: date | None) -> tuple[str, ...]:
    """A person stands for the first office held; a company, force or agency for its state; others for themselves.

    Nobody stands for whom the gazetteer does not know.
    """
    kind = entities.kind(entity)
    if kind is None:
        return ()
    if kind == "person":
        return entities.acts_for(entity, on)[:1]
    state = entities.state(entity)
    if kind in ("company", "force"):
        return (state,) if state else ()
    return (state,) if kind == "organisation" and state else (entity,)
