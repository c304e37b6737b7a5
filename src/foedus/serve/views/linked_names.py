"""Names that people have linked to entities, asked of the ledger once as long as it learns nothing."""

from collections.abc import Mapping
from weakref import WeakKeyDictionary

from foedus.gazetteer.entities import Entities
from foedus.ledger.store import Ledger
from foedus.ledger.words import folded
from foedus.model.entity import Entity

_kept: WeakKeyDictionary[Ledger, tuple[int, Mapping[str, str]]] = WeakKeyDictionary()


def linked_names(ledger: Ledger) -> Mapping[str, str]:
    """By the folded name the key of its entity."""
    batch = ledger.batch()
    kept = _kept.get(ledger)
    if kept is None or kept[0] != batch:
        kept = _kept[ledger] = (batch, ledger.linked_names())
    return kept[1]


def meant(name: str, linked: Mapping[str, str], entities: Entities, most: int = 20) -> list[Entity]:
    """Entities of a name, the likeliest first; before all others the one that people have linked it to."""
    found = entities.find(name, most)
    person = entities.get(linked.get(folded(name), ""))
    return [person, *(one for one in found if one.key != person.key)][:most] if person else list(found)
