"""The names of the entities that claims speak of, so that a search finds them under any, in any script."""

from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import Connection, select

from foedus.ledger.records import Values
from foedus.ledger.tables import entities, entity_names
from foedus.ledger.words import folded
from foedus.ledger.writing.transaction import Writing
from foedus.model.claim import Claim
from foedus.model.entity import Entity

_AT_ONCE = 500
"""Keys asked for in one statement."""


def entities_of(claims: Iterable[Claim]) -> set[str]:
    """Keys of all entities that fill roles."""
    return {
        filler.entity for claim in claims for fillers in claim.roles.values() for filler in fillers if filler.entity
    }


def name_entities(writing: Writing, met: Iterable[Entity]) -> int:
    """Keep the names of entities that the ledger does not have yet; how many names those were.

    A key stays with its first kind and English name; names only come to it, for a name that a source once used
    is one to search by.
    """
    by_key = {entity.key: entity for entity in met}
    keys = list(by_key)
    new = by_key.keys() - _known(writing.connection, keys)
    writing.add(entities, [_entity(by_key[key]) for key in keys if key in new])
    held = _named(writing.connection, keys)
    names = {(entity.key, name["lang"], name["folded"]): name for entity in by_key.values() for name in _names(entity)}
    missing = [name for place, name in names.items() if place not in held]
    writing.add(entity_names, missing)
    return len(missing)


def _known(connection: Connection, keys: Sequence[str]) -> set[str]:
    found: set[str] = set()
    for some in _parts(keys):
        found.update(connection.scalars(select(entities.c.key).where(entities.c.key.in_(some))))
    return found


def _named(connection: Connection, keys: Sequence[str]) -> set[tuple[str, str, str]]:
    held: set[tuple[str, str, str]] = set()
    asked = select(entity_names.c.entity, entity_names.c.lang, entity_names.c.folded)
    for some in _parts(keys):
        rows = connection.execute(asked.where(entity_names.c.entity.in_(some)))
        held.update((row.entity, row.lang, row.folded) for row in rows)
    return held


def _entity(entity: Entity) -> Values:
    names = entity.names.get("en") or next(iter(entity.names.values()), (entity.key,))
    return {"key": entity.key, "kind": entity.kind, "name": names[0]}


def _names(entity: Entity) -> Iterator[Values]:
    """Every name with a letter or digit in it; the first of those that are written alike but for accents."""
    seen: set[tuple[str, str]] = set()
    for lang, names in sorted(entity.names.items()):
        for name in names:
            words = folded(name)
            if words and (lang, words) not in seen:
                seen.add((lang, words))
                yield {"entity": entity.key, "lang": lang, "folded": words, "name": name}


def _parts(keys: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(keys), _AT_ONCE):
        yield keys[start : start + _AT_ONCE]
