"""Filters that are set, each to be taken away by itself."""

from babel import Locale
from msgspec import Struct

from foedus.asked.names import named
from foedus.asked.query import Filter
from foedus.gazetteer.entities import Entities
from foedus.serve.words import term

_TERMS = ("type", "stage", "standing", "polarity", "certainty", "zone", "review")
_ENTITIES = ("about", "with", "voice")


class Chip(Struct, frozen=True):
    """A filter of the address with one of its values; `role` where it is about a role, `shown` as people read it."""

    name: str
    value: str
    shown: str
    role: str | None = None


def chip(one: Filter, entities: Entities, lang: str) -> Chip:
    """A filter as the page shows it."""
    name, value = one
    if name == "role":
        role, _, entity = value.partition("=")
        return Chip(name, value, _entity(entity, entities, lang), role)
    if name in _TERMS:
        return Chip(name, value, term(name, value, lang))
    if name in _ENTITIES:
        return Chip(name, value, _entity(value, entities, lang))
    return Chip(name, value, language_name(value, lang) if name == "lang" else value)


def language_name(code: str | None, lang: str) -> str:
    """Like French or français."""
    return str(Locale(lang).languages.get(code or "", code or ""))


def _entity(name: str, entities: Entities, lang: str) -> str:
    """The entity's name in the language of the page; the words as given where they can mean several."""
    found = [name] if entities.get(name) else named(name)
    return entities.name(found[0], lang) if len(found) == 1 else name
