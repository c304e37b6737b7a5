"""Element: whether what happened lies where the duty holds."""

from collections.abc import Iterable

from foedus.judge.evidence import table
from foedus.judge.hearing import Hearing
from foedus.judge.said import Said
from foedus.judge.weighing import weakest, weigh
from foedus.model.finding import Element, Value

_PLACES = ("place", "to", "target", "loser", "party")
_EVERYWHERE = ("anywhere", "unstated")


def scope(hearing: Hearing, viewpoint: str, trigger: Element | None) -> Element | None:
    """A viewpoint's own words on the place, else where the trigger's claims put it; None where nothing happened."""
    by_place = _by_place(hearing, trigger)
    own = weigh("scope", hearing.found["scope"], viewpoint, table().order["scope"], hearing.people)
    if own is None:
        return by_place
    if own.value == "open" and by_place and by_place.value == "not_met":
        return Element("scope", "not_met", by_place.reason, (*own.claims, *by_place.claims), (), own.weakest)
    return own


def _by_place(hearing: Hearing, trigger: Element | None) -> Element | None:
    if hearing.duty.obligation.scope.kind in _EVERYWHERE:
        return Element("scope", "met", f"scope:{hearing.duty.obligation.scope.kind}")
    cited = hearing.by_id(trigger.claims) if trigger else []
    if not cited:
        return None
    inside = [one for one in cited if _lies(one, hearing.people["territory"]) and not _elsewhere(one, hearing)]
    if inside:
        return _told("met", "places-inside", inside)
    outside = [one for one in cited if _lies(one, hearing.people["excluded"]) or "place" in one.keys]
    if outside:
        return _told("not_met", "places-outside", outside)
    return _told("open", "no-place", cited)


def _lies(one: Said, where: frozenset[str]) -> bool:
    return any(one.keys.get(role, frozenset()) & where for role in _PLACES)


def _elsewhere(one: Said, hearing: Hearing) -> bool:
    """A claim that names a place names where it was, whoever else stands in it."""
    place = one.keys.get("place", frozenset())
    return bool(place) and not place & hearing.people["territory"]


def _told(value: Value, reason: str, cited: Iterable[Said]) -> Element:
    there = list(cited)
    return Element("scope", value, reason, tuple(one.id for one in there), (), weakest(there))
