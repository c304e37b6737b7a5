"""Names as an analyst gives them: which entity is meant, and which words of the text name it."""

from collections.abc import Callable
from functools import cache
from typing import get_args

from foedus.asked.review.places import Place, Text
from foedus.gazetteer.entities import Entities
from foedus.ledger.words import folded
from foedus.model.claim import Attribution, Filler
from foedus.model.entity import Entity
from foedus.model.errors import UsageError
from foedus.model.review import Linkable
from foedus.model.vocabulary import FREE_TEXT_ROLES, UNLINKED_KINDS, Kind, VoiceKind

_VOICES: dict[str, VoiceKind] = {"state": "state", "person": "person", "place": "state", "text": "document"}
"""Of a voice by the kind of its entity; else `organisation`."""


def named(name: str, field: str) -> Entity | None:
    """The entity with exactly this name or key; UsageError where several have it."""
    found = _meant(name)
    if len(found) > 1:
        keys = ", ".join(one.key for one in found)
        raise UsageError(f"{field}: {name!r} can mean {keys}: give the key of the one that is meant")
    return found[0] if found else None


def entity(name: str, field: str) -> Entity:
    """The same; UsageError where there is none."""
    found = named(name, field)
    if found is None:
        raise UsageError(f"{field}: no entity is named {name!r}: look for its name with `foedus entities WORD`")
    return found


def linkable(found: Entity) -> Linkable:
    """An entity as a name is linked to it."""
    return Linkable(found.key, found.kind, Entities.load().english_name(found.key))


def filler(role: str, given: str, text: Text, stays: tuple[Filler, ...]) -> Filler:
    """A filler from `KEY`, `NAME`, `WORDS`, or `KEY=WORDS` (`=WORDS`: words without an entity).

    `stays` are the role's fillers: where the text has no name of the entity, the only one's words mean it.
    """
    key, equals, words = given.partition("=")
    if role in FREE_TEXT_ROLES:
        place = text.place(role, given)
        return Filler(None, place.text, "text", *place)
    if equals:
        return _filler(role, entity(key, role) if key.strip() else None, text.place(role, words))
    found = named(given, role)
    place_or_none = text.find(given)
    if place_or_none is None and found is not None:
        place_or_none = _words_of(found, text, stays)
    if place_or_none is None:
        where = f"write {role}={found.key}=WORDS" if found else "give words of the text, or the key of an entity"
        raise UsageError(f"{role}: the text does not say {given!r}: {where}")
    return _filler(role, found, place_or_none)


def voice(given: str, text: Text) -> Attribution:
    """A voice from `[KIND:][KEY=]WORDS`; an unnamed one has no name."""
    kind, colon, rest = given.partition(":")
    if not colon or kind not in get_args(VoiceKind):
        kind, rest = "", given
    key, equals, words = rest.partition("=")
    place = text.place("attribution", words if equals else rest)
    if equals:
        found = entity(key, "attribution") if key.strip() else None
    else:
        found = None if kind == "unnamed" else named(rest, "attribution")
    own: VoiceKind = next(
        (one for one in get_args(VoiceKind) if one == kind),
        _VOICES.get(found.kind, "organisation") if found else "person",
    )
    return Attribution(found.key if found else None, None if own == "unnamed" else place.text, own, *place)


def _filler(role: str, found: Entity | None, place: Place) -> Filler:
    if found is None:
        return Filler(None, place.text, UNLINKED_KINDS.get(role, "text"), *place)
    kind: Kind | None = next((one for one in get_args(Kind) if one == found.kind), None)
    if kind is None:
        raise UsageError(f"{role}: {found.key} is of kind {found.kind}, which fills no role")
    return Filler(found.key, Entities.load().english_name(found.key), kind, *place)


def _words_of(found: Entity, text: Text, stays: tuple[Filler, ...]) -> Place | None:
    """A name of the entity in the claim's sentences, else anywhere in the text, else the words of the role's only
    filler, which then mean it."""
    names = sorted({name for some in found.names.values() for name in some}, key=lambda name: (-len(name), name))
    kept = Place(stays[0].text, stays[0].start, stays[0].end) if len(stays) == 1 else None
    return _first(names, text.in_sentence) or _first(names, text.find) or kept


def _first(names: list[str], find: Callable[[str], Place | None]) -> Place | None:
    return next((place for place in map(find, names) if place is not None), None)


@cache
def _meant(name: str) -> tuple[Entity, ...]:
    words = folded(name)
    return tuple(
        one
        for one in Entities.load().find(name)
        if one.key.casefold() == name.strip().casefold()
        or words in {folded(other) for some in one.names.values() for other in some}
    )
