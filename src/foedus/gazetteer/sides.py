"""For whom an entity speaks or acts: itself, its state, and for a person those in whose office he is."""

from datetime import date

from foedus.gazetteer.entities import Entities

_OF_A_STATE = frozenset({"company", "force", "organisation", "base", "place"})
_HIRED = "pmc"


def sides(entities: Entities, key: str, on: date | None = None) -> frozenset[str]:
    """Keys of all that the entity stands for on a day, a place for its state, an armed group for none but its hirer."""
    found = entities.get(key)
    if found is None:
        return frozenset({key})
    if found.kind == "person":
        return frozenset({key, *entities.acts_for(key, on)})
    belongs = found.kind in _OF_A_STATE or found.sub == _HIRED
    state = entities.state(key) if belongs else None
    return frozenset({key, state} if state else {key})
