"""Who held an office on a day, as far as the entity files know: "le Premier ministre arménien" → a person."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from functools import cache

from foedus.gazetteer.entities import Entities, held
from foedus.gazetteer.source import folder, read_yaml
from foedus.model.entity import Office


class Holders:
    """Offices by role and owner. Load once."""

    def __init__(self, entities: Entities) -> None:
        self._same: dict[str, list[str]] = read_yaml(folder() / "forms" / "roles.yaml")
        self._offices: dict[tuple[str, str], list[tuple[str, Office]]] = defaultdict(list)
        for entity in entities:
            if entity.kind == "person":
                for office in entity.offices:
                    self._offices[office.role, office.of].append((entity.key, office))

    @classmethod
    @cache
    def load(cls) -> "Holders":
        """Over the shipped entities."""
        return cls(Entities.load())

    def on(self, roles: Sequence[str], of: str, day: date) -> str | None:
        """The only holder of an office of the owner's on the day, by the title's roles in their order.

        None where nobody is known, and where two are: a day of handing over, an office that several share. Terms are
        as sure as the person's entry (`verified`).
        """
        for role in roles:
            for same in (role, *self._same.get(role, ())):
                found = {key for key, office in self._offices.get((same, of), ()) if held(office, day)}
                if found:
                    return found.pop() if len(found) == 1 else None
        return None
