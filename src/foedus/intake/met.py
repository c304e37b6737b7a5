"""Entities that claims name, to be kept with their names: a search finds them in any language."""

from collections.abc import Iterable

from foedus.gazetteer.entities import Entities
from foedus.ledger.names import entities_of
from foedus.model.claim import Claim
from foedus.model.entity import Entity


class Met:
    """Remembers what was met already, so that each entity is brought to the ledger once in a run."""

    def __init__(self) -> None:
        self._seen: set[str] = set()

    def of(self, claims: Iterable[Claim]) -> list[Entity]:
        """The entities met for the first time, in the order of their keys; those that nobody knows have no names."""
        new = sorted(entities_of(claims) - self._seen)
        self._seen.update(new)
        if not new:
            return []
        known = Entities.load()
        return [entity for entity in map(known.get, new) if entity is not None]
