"""Who is who in a case: who owes, who is owed, against whom, on whose soil, by the words of the table."""

from functools import cache, lru_cache
from typing import Final

from foedus.gazetteer.entities import Entities
from foedus.judge.evidence import People
from foedus.judge.treaties.on_day import bound_on
from foedus.judge.trial import Days, Duty, Parties, within_version
from foedus.model.treaty import Obligation

_KNOWN: Final = 4_096
"""So many cases are kept in mind: each is asked for by who looks for its claims and by who hears it."""


def concerned(duty: Duty, parties: Parties, days: Days, entities: Entities) -> frozenset[str]:
    """Everybody and every place in a case: a claim that names none of them cannot bear on it."""
    return frozenset[str]().union(*people_of(duty, parties, within_version(duty.version, days), entities).values())


@lru_cache(_KNOWN)
def people_of(duty: Duty, parties: Parties, days: Days, entities: Entities) -> People:
    """Entity keys by the words of the table; `days` are those on which the version held."""
    treaty, obligation = duty.treaty, duty.obligation
    owed = frozenset(parties.beneficiaries)
    keys = {treaty.id, duty.article.key, treaty.organisation, *treaty.organs}
    return {
        "obligor": _with_organs(duty, parties, days, entities),
        "bound": frozenset(parties.obligors),
        "beneficiary": owed,
        "against": frozenset(parties.against),
        "toward": frozenset({*obligation.toward, *parties.against}),
        "territory": territory_of(duty, parties, days, entities),
        "home": _home(duty, parties, days, entities),
        "zone": _zone(obligation),
        "excluded": frozenset(obligation.scope.excluded),
        "treaty": frozenset(key for key in keys if key),
        "parties": frozenset(party.party for party in treaty.parties),
    }


def _home(duty: Duty, parties: Parties, days: Days, entities: Entities) -> frozenset[str]:
    """Where the duty holds, without the soil of parties to which it is not owed here: theirs is another case."""
    territory = territory_of(duty, parties, days, entities)
    if not parties.beneficiaries:
        return territory
    inside = places_of(entities)
    others = {party.party for party in duty.treaty.parties} - set(parties.beneficiaries)
    return territory - frozenset(key for state in others for key in (state, *inside.get(state, ())))


def _zone(obligation: Obligation) -> frozenset[str]:
    """Places to which a limit on forces holds; empty for embargoes and for limits that hold anywhere."""
    limited = obligation.kind == "restraint" and obligation.trigger == "always"
    return frozenset(obligation.scope.places) if limited else frozenset()


def _with_organs(duty: Duty, parties: Parties, days: Days, entities: Entities) -> frozenset[str]:
    """Those who owe it, with the organs that speak for them; all parties where the organisation owes it as a whole."""
    treaty = duty.treaty
    organs = {key for key in (treaty.organisation, *treaty.organs) if key}
    owing = set(parties.obligors)
    if organs & owing:
        owing |= {key for key, bound in bound_on(treaty, days.since, entities) if bound.in_force}
        owing -= {*parties.beneficiaries, *parties.against}
    return frozenset(owing | (organs - set(parties.beneficiaries)))


def territory_of(duty: Duty, parties: Parties, days: Days, entities: Entities) -> frozenset[str]:
    """Keys of states and places where the duty holds; empty where it holds anywhere."""
    scope = duty.obligation.scope
    if scope.kind == "places":
        states: set[str] = {key for key in scope.places if entities.kind(key) == "state"}
        named = set(scope.places)
    else:
        named = set()
        states = set(parties.beneficiaries)
        if scope.kind == "territory_of_parties" or not states:
            states |= {key for key, bound in bound_on(duty.treaty, days.since, entities) if bound.in_force}
    inside = places_of(entities)
    return frozenset(named | states | {place for state in states for place in inside.get(state, ())}) - frozenset(
        scope.excluded
    )


@cache
def places_of(entities: Entities) -> dict[str, tuple[str, ...]]:
    """Places, bases and towns by the state that they lie in, also where another claims them."""
    inside: dict[str, list[str]] = {}
    for entity in entities:
        if entity.kind in ("place", "base") and entity.state:
            inside.setdefault(entity.state, []).append(entity.key)
    return {state: tuple(keys) for state, keys in inside.items()}
