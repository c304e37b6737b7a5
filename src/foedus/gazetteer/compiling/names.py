"""Aliases from an entity's own names: as they stand, in the plural, and for whom a capital, seat or army stands."""

from collections.abc import Iterator

from foedus.gazetteer.compiling.alias import Alias
from foedus.gazetteer.compiling.plurals import designation_plurals, plurals
from foedus.gazetteer.source import LANGUAGES, Entry, Record, forms

CLASSES = ("item_class",)


def _plain(record: Record, entity: str, kind: str, via: str, form: str) -> Iterator[Alias]:
    """Names, ambiguous forms and misspellings of one record."""
    for lang in LANGUAGES:
        for name in forms(record, "names", lang):
            yield Alias(name, entity, kind, via, form, lang, certain=True)
        for name in forms(record, "ambiguous", lang):
            yield Alias(name, entity, kind, via, form, lang, certain=False)
        for name in forms(record, "noise", lang):
            yield Alias(name, entity, kind, via, "noise", lang, certain=True)


def _in_plural(alias: Alias) -> Iterator[Alias]:
    """The alias and its plurals."""
    yield alias
    if alias.kind in CLASSES:
        for text in sorted(plurals(alias.text, alias.lang)):
            yield alias._replace(text=text)
    elif alias.kind == "system":
        for text in sorted(designation_plurals(alias.text, alias.lang)):
            yield alias._replace(text=text, plural=True)


def _stands_for_state(entry: Entry) -> Iterator[Alias]:
    """Capital, seat and army as their state; what is a place or a force besides keeps its own sense."""
    record = entry.record
    if entry.kind == "place" and record.get("type") == "capital":
        yield from _plain(record, record["state"], "state", "metonym", "capital")
    elif entry.kind == "force":
        form = "unit" if record.get("role") == "unit" else "force"
        yield from _plain(record, record["state"], "state", "metonym", form)
    for seat in record.get("seats") or []:
        yield from _plain(seat, entry.key, "state", "metonym", "government")


def aliases(entry: Entry) -> Iterator[Alias]:
    """Every alias that an entry's own names give, in all languages."""
    if entry.kind == "office":
        return
    for alias in (*_plain(entry.record, entry.key, entry.kind, "", "name"), *_stands_for_state(entry)):
        yield from _in_plural(alias)
