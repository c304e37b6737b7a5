"""What is known of the entities that a row names, from whoever knows them: this room has no knowledge of its own."""

from collections.abc import Callable
from typing import NamedTuple

from foedus.model.entity import Entity
from foedus.model.row import RowParty

Known = Callable[[str], Entity | None]
"""The entity of a key, or None."""


def nobody(key: str) -> Entity | None:  # noqa: ARG001 - a `Known` that knows nothing
    """For whoever has no entities at hand."""
    return None


class Described(NamedTuple):
    """What an item is: in a few words, and its category; None where nobody knows."""

    description: str | None
    category: str | None
    reason: str


def describe(item: RowParty, known: Known) -> Described:
    """The item's finer kind and category, from its entity; failing that from the family or the class above it."""
    if item.entity is None:
        return Described(None, None, "the item is linked to no entity")
    description = category = None
    behind: list[str] = []
    for entity in _chain(item.entity, known):
        found = (_finer(entity), entity.category)
        if (description is None and found[0]) or (category is None and found[1]):
            behind.append(entity.key)
        description, category = description or found[0], category or found[1]
    if not behind:
        return Described(None, None, f"nothing is known of {item.entity}")
    return Described(description, category, f"as the gazetteer has {' and '.join(behind)}")


def home(key: str, known: Known) -> str | None:
    """The state that an entity belongs to: itself, a company's seat, a force's owner, a place's state."""
    entity = known(key)
    if entity is None:
        return None
    return key if entity.kind == "state" else entity.state


def is_maker(state: str, item: str, known: Known) -> bool:
    """Whether a state's own industry makes the item, as far as is known."""
    return any(state in entity.makers for entity in _chain(item, known))


def _finer(entity: Entity) -> str | None:
    """A class of arms says itself what it is."""
    if entity.kind == "item_class":
        return (entity.names.get("en") or (None,))[0]
    return entity.sub


def _chain(key: str, known: Known) -> list[Entity]:
    """The entity, then its family or the class above it, and so on."""
    chain: list[Entity] = []
    while (entity := known(key)) and entity not in chain:
        chain.append(entity)
        key = entity.family or entity.broader or ""
    return chain
