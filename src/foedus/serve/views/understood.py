"""Which entities the words of a search name, in any language and script."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from foedus.gazetteer.entities import Entities
from foedus.ledger.words import folded
from foedus.model.entity import Entity
from foedus.serve.views.linked_names import meant

_LONGEST = 6
"""Words that are tried together as a name."""
_MOST = 16
"""Words of a search that are looked at."""
_MEANINGS = 5


class Named(Struct, frozen=True):
    """Words of a search, and the entity that they name: its name in the language of the page."""

    words: str
    key: str
    name: str
    kind: str


def understood(words: str, entities: Entities, linked: Mapping[str, str], lang: str) -> tuple[Named, ...]:
    """Every entity so named, by the gazetteer or by people (`linked`, folded names with keys).

    Of several readings it is the longest name from the left, as the ledger's search has it.
    """
    found: list[Named] = []
    split = words.translate(_QUOTES).split()[:_MOST]
    at = 0
    while at < len(split):
        end, keys = next(_readings(split, at, entities, linked), (at + 1, []))
        name = " ".join(split[at:end])
        found += [Named(name, one.key, entities.name(one.key, lang), one.kind) for one in keys]
        at = end
    return tuple(dict.fromkeys(found))


def _readings(
    words: list[str], at: int, entities: Entities, linked: Mapping[str, str]
) -> Iterator[tuple[int, list[Entity]]]:
    """Names that begin at a word, the longest first."""
    if words[at].startswith("-"):
        return
    for end in range(min(len(words), at + _LONGEST), at, -1):
        name = " ".join(words[at:end])
        by_people = linked.get(folded(name))
        found = meant(name, linked, entities, _MEANINGS)
        keys = [one for one in found if one.key == by_people or _is_named(one, folded(name))]
        if keys:
            yield end, keys


def _is_named(entity: Entity, name: str) -> bool:
    return any(folded(one) == name for names in entity.names.values() for one in names)


_QUOTES = dict.fromkeys(map(ord, '"«»“”„‟'), " ")
