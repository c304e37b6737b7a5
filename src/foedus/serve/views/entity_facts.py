"""What is known of an entity whatever claims say: names in every language, what it is, to what it belongs."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from foedus.gazetteer.entities import Entities
from foedus.model.entity import Change, Entity, Office
from foedus.serve.words import term

LANGS = ("en", "fr", "ru")


class Names(Struct, frozen=True):
    """Names in a language, the usual one first."""

    lang: str
    usual: str
    also: tuple[str, ...]


class Link(Struct, frozen=True):
    """An entity that stands in a fact, or words where there is none; `note` is a date or an office."""

    key: str | None
    name: str
    note: str | None = None


class Fact(Struct, frozen=True):
    """`name` is the field of the gazetteer (state, makers, members …)."""

    name: str
    links: tuple[Link, ...]


_LINKED = ("state", "states", "makers", "company", "family", "broader", "organisation", "parties", "host", "place")
_LINKED_LATER = ("claimed_by", "members")
_WORDS = {"category": "category", "status": "entity_status"}
"""Fields that hold a word, and the group of words in which it is."""


def names(entity: Entity) -> tuple[Names, ...]:
    """In the languages that are read, as far as it has names there."""
    given = ((lang, entity.names.get(lang, ())) for lang in LANGS)
    return tuple(Names(lang, some[0], some[1:]) for lang, some in given if some)


def entity_facts(entity: Entity, entities: Entities, lang: str) -> tuple[Fact, ...]:
    """All that the gazetteer knows besides, fields without content left out."""
    found = [Fact(name, tuple(_links(_keys(entity, name), entities, lang))) for name in _LINKED]
    found += [
        Fact(name, (Link(None, term(group, value, lang)),))
        for name, group in _WORDS.items()
        if (value := getattr(entity, name))
    ]
    found += [Fact(name, tuple(_links(_keys(entity, name), entities, lang))) for name in _LINKED_LATER]
    found.append(Fact("changes", tuple(_change(one, entities, lang) for one in entity.changes)))
    found.append(Fact("offices", tuple(_office(one, entities, lang) for one in entity.offices)))
    found.append(
        Fact("dates", tuple(Link(None, term("entity_date", what, lang), when) for what, when in entity.dates.items()))
    )
    return tuple(one for one in found if one.links)


def _keys(entity: Entity, name: str) -> tuple[str, ...]:
    value = getattr(entity, name)
    if name == "states" and entity.state in value:
        return tuple(one for one in value if one != entity.state)
    return value if isinstance(value, tuple) else (value,) if value else ()


def _links(keys: Iterable[str], entities: Entities, lang: str) -> Iterator[Link]:
    for key in keys:
        known = entities.get(key) is not None
        yield Link(key if known else None, entities.name(key, lang))


def _change(one: Change, entities: Entities, lang: str) -> Link:
    return Link(
        one.member,
        entities.name(one.member, lang),
        " ".join(filter(None, (term("entity_change", one.change, lang), one.when))),
    )


def _office(one: Office, entities: Entities, lang: str) -> Link:
    span = f"{one.since or ''}/{one.until or '..'}" if one.since or one.until else None
    told = (term("office", one.role, lang), span)
    return Link(one.of, entities.name(one.of, lang), ", ".join(filter(None, told)))
