"""Element: whether what happened lies where the duty holds."""

from collections.abc import Iterable, Sequence

from foedus.gazetteer.entities import Entities
from foedus.judge.evidence import table
from foedus.judge.hearing import Hearing
from foedus.judge.said import Said
from foedus.judge.verdict import NOT_TO_DO
from foedus.judge.weighing import weakest, weigh
from foedus.model.finding import Element, Value

_PLACES = ("place", "to", "target", "loser")
_EXACT = ("place", "to")
NO_PLACE = "no-place"
"""Reason where nothing of what happened tells a place."""
STATE_ALONE = "state-alone"
"""Reason where whom it struck is told, and no place."""
DENIAL = "duty-denied"
_EVERYWHERE = ("anywhere", "unstated")


def scope(
    hearing: Hearing, viewpoint: str, trigger: Element | None, done: Element | None, entities: Entities
) -> Element | None:
    """A viewpoint's own words on the place, else where the trigger's claims put it; None where nothing happened.

    Who says that a duty does not apply, to conduct that an exemption covers, means the exemption and not the place.
    """
    by_place = _by_place(hearing, viewpoint, trigger, entities)
    own = weigh("scope", hearing.found["scope"], viewpoint, table().order["scope"], hearing.people)
    if hearing.duty.obligation.kind in NOT_TO_DO:
        exempt = done is not None and done.value == "exempt"
        return by_place if exempt else _denied(hearing, viewpoint) or by_place
    if own is None or (own.value == "open" and by_place and by_place.value == "met"):
        return by_place
    if own.value == "open" and by_place and by_place.value == "not_met":
        return Element("scope", "not_met", by_place.reason, (*own.claims, *by_place.claims), (), own.weakest)
    return own


def _denied(hearing: Hearing, viewpoint: str) -> Element | None:
    """Who is bound, or has the gain, and says that the duty does not reach so far, puts the conduct outside it."""
    said = [hit.one for hit in hearing.found["scope"] if hit.line.id == DENIAL and viewpoint in hit.one.viewpoints]
    concerned = viewpoint in hearing.people["obligor"] | hearing.people["toward"]
    return _told("not_met", DENIAL, said) if said and concerned else None


def _by_place(hearing: Hearing, viewpoint: str, trigger: Element | None, entities: Entities) -> Element | None:
    obligation = hearing.duty.obligation
    if obligation.scope.kind in _EVERYWHERE or obligation.kind == "arms_supply":
        return Element("scope", "met", "scope:anywhere" if obligation.scope.kind == "anywhere" else "scope:unstated")
    cited = hearing.by_id(trigger.claims) if trigger else []
    if not cited:
        return None
    if viewpoint in hearing.people["against"] and all(one.polarity == "negated" for one in cited):
        return _told("not_met", "denied-there", cited)
    return _by_claim(hearing, viewpoint, cited, entities) or _by_territory(hearing, cited)


def _by_territory(hearing: Hearing, cited: Sequence[Said]) -> Element:
    inside = [one for one in cited if _lies(one, hearing.people["territory"]) and not _elsewhere(one, hearing)]
    if inside:
        named = any(one.keys.get(role) for one in inside for role in _EXACT)
        return _told("met", "places-inside" if named else STATE_ALONE, inside)
    outside = [one for one in cited if _lies(one, hearing.people["excluded"]) or "place" in one.keys]
    if outside:
        return _told("not_met", "places-outside", outside)
    return _told("open", NO_PLACE, cited)


def _by_claim(hearing: Hearing, viewpoint: str, cited: Sequence[Said], entities: Entities) -> Element | None:
    """Places that several states claim: each has them as its own, and nobody else can settle whose they are.

    Where a state is recognised as theirs, or the treaty names them, only who claims them says otherwise.
    """
    owed, where = hearing.people["beneficiary"], hearing.people["territory"] | hearing.people["excluded"]
    places = {one.id: claimants(one, entities) for one in cited}
    mine = [one for one in cited if viewpoint in places[one.id] and viewpoint not in owed and _is_named(one, where)]
    if mine and len(mine) == len(cited):
        return _told("not_met", "place-claimed", mine)
    disputed = [one for one in cited if places[one.id] & owed and not _is_named(one, where)]
    if not disputed or len(disputed) < len(cited):
        return None
    if viewpoint in owed:
        return _told("met", "place-claimed", disputed)
    rival = any(viewpoint in places[one.id] for one in disputed)
    return _told("not_met", "place-claimed", disputed) if rival else _told("open", "place-disputed", disputed)


def claimants(one: Said, entities: Entities) -> frozenset[str]:
    """States that claim the places it names."""
    found = (entities.get(key) for role in _EXACT for key in one.keys.get(role, ()))
    return frozenset(state for place in found if place for state in place.claimed_by)


def _is_named(one: Said, where: frozenset[str]) -> bool:
    """Whether the place itself is one of some, whomever it struck there."""
    return any(one.keys.get(role, frozenset()) & where for role in _EXACT)


def _lies(one: Said, where: frozenset[str]) -> bool:
    return any(one.keys.get(role, frozenset()) & where for role in _PLACES)


def _elsewhere(one: Said, hearing: Hearing) -> bool:
    """A claim that names a place names where it was, whoever else stands in it."""
    place = one.keys.get("place", frozenset())
    return bool(place) and not place & hearing.people["territory"]


def _told(value: Value, reason: str, cited: Iterable[Said]) -> Element:
    there = list(cited)
    return Element("scope", value, reason, tuple(one.id for one in there), (), weakest(there))
