"""What the views know of entities: for whom each of them counts, where a place lies, who is a member of what."""

from datetime import date
from functools import cached_property

from foedus.gazetteer.entities import Entities
from foedus.judge.views.members import Membership, memberships
from foedus.model.entity import Entity

_THINGS = frozenset({"system", "item_class", "treaty", "exercise", "office"})
_PLACES = frozenset({"place", "base", "mission"})
_HIRED = "pmc"


class World:
    """The gazetteer with its answers kept: the same few entities stand in many claims."""

    def __init__(self, entities: Entities) -> None:
        self.entities = entities
        self._sides: dict[str, str | None] = {}
        self._persons: dict[tuple[str, int | None], str | None] = {}
        self._places: dict[str, str | None] = {}
        self._families: dict[str, str] = {}

    def side(self, key: str, day: int | None) -> str | None:
        """For whom an entity counts on a day: its state, or itself where it is nobody's; None for things."""
        if key in self._sides:
            return self._sides[key]
        found = self.entities.get(key)
        if found is not None and found.kind == "person":
            return self._of_person(key, day)
        side = self._sides[key] = _side(found, key)
        return side

    def lies_in(self, key: str) -> str | None:
        """The state that a place, base or mission lies in; a state lies in itself."""
        if key not in self._places:
            self._places[key] = self._lies_in(key)
        return self._places[key]

    def family(self, key: str) -> str:
        """The widest family of an item, else the item itself."""
        if key not in self._families:
            self._families[key] = self.entities.family(key)
        return self._families[key]

    @cached_property
    def members(self) -> dict[str, list[Membership]]:
        """Recorded memberships by organisation."""
        organisations = [one for one in self.entities if one.kind == "organisation" and (one.members or one.changes)]
        return {one.key: list(memberships(one)) for one in organisations}

    @cached_property
    def states(self) -> list[str]:
        """Every state; those that are disputed or no more are none that a decision binds."""
        return [one.key for one in self.entities if one.kind == "state" and one.status is None]

    def _of_person(self, key: str, day: int | None) -> str | None:
        place = (key, day)
        if place not in self._persons:
            acts = self.entities.acts_for(key, date.fromordinal(day) if day is not None else None)
            self._persons[place] = acts[0] if acts else None
        return self._persons[place]

    def _lies_in(self, key: str) -> str | None:
        found = self.entities.get(key)
        if found is None:
            return None
        if found.kind == "state":
            return key
        if found.kind not in _PLACES:
            return None
        inner = found.place and found.place != key and self.lies_in(found.place)
        return found.host or inner or found.state


def _side(found: Entity | None, key: str) -> str | None:
    if found is None:
        return key
    if found.kind in _THINGS:
        return None
    if found.kind == "armed_group" and found.sub != _HIRED:
        return key
    return key if found.kind == "state" else found.state or (key if found.kind not in _PLACES else None)
