"""All aliases of all entries: names, demonyms, and their Russian case forms."""

from collections.abc import Iterator

from foedus.gazetteer.compiling import demonyms, names
from foedus.gazetteer.compiling.alias import Alias
from foedus.gazetteer.compiling.russian import decline_person, decline_phrase
from foedus.gazetteer.source import Entry, Record


def _undeclined(entry: Entry) -> set[str]:
    """Names of the entry, its seats included, that keep their ending."""
    kept: set[str] = set()
    for record in (entry.record, *(entry.record.get("seats") or [])):
        kept.update(record.get("indecl_names") or [])
        if record.get("indecl") and entry.kind != "person":
            kept.update(name for field in ("names", "ambiguous") for name in (record.get(field) or {}).get("ru") or [])
    return kept


def _case_forms(alias: Alias, record: Record, kept: set[str]) -> set[str]:
    if alias.lang != "ru" or alias.via == "demonym" or alias.text in kept:
        return {alias.text}
    if alias.kind == "person":
        return decline_person(alias.text, record.get("sex", "m"), keeps_surname=bool(record.get("indecl")))
    forms = {alias.text} | decline_phrase(alias.text)
    if alias.kind == "item_class" or (alias.kind == "system" and " " not in alias.text):
        forms |= decline_phrase(alias.text, plural=True)
    return forms


def aliases_of(entry: Entry) -> Iterator[Alias]:
    """Every alias of one entry, in every form."""
    kept = _undeclined(entry)
    for alias in (*names.aliases(entry), *demonyms.aliases(entry)):
        for text in sorted(_case_forms(alias, entry.record, kept)):
            yield alias._replace(text=text)
