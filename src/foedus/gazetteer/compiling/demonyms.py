"""Aliases from demonyms: adjectives, inhabitants and the first halves of compounds, in every form."""

from collections.abc import Iterator

from foedus.gazetteer.compiling.alias import Alias
from foedus.gazetteer.compiling.russian import adjective_forms, inhabitant_forms
from foedus.gazetteer.source import Entry


def aliases(entry: Entry) -> Iterator[Alias]:
    """The demonym aliases of a state, organisation or armed group; a capital's are its state's."""
    if "demonyms" not in entry.record and "combining" not in entry.record:
        return
    owner, kind = (entry.record["state"], "state") if entry.kind == "place" else (entry.key, entry.kind)
    certain = not entry.record.get("demonyms_ambiguous", False)
    for lang, parts in (entry.record.get("demonyms") or {}).items():
        for adjective in parts.get("adjectives") or []:
            for text in sorted(_adjective(adjective, lang)):
                yield Alias(text, owner, kind, "demonym", "adjective", lang, certain)
        for inhabitant in parts.get("inhabitants") or []:
            for text in sorted(_inhabitant(inhabitant, lang)):
                yield Alias(text, owner, kind, "demonym", "inhabitant", lang, certain)
    for lang, texts in (entry.record.get("combining") or {}).items():
        for text in texts:
            yield Alias(text, owner, kind, "demonym", "combining", lang, certain)


def _adjective(adjective: object, lang: str) -> set[str]:
    if isinstance(adjective, str):
        return {adjective}
    assert isinstance(adjective, dict)  # noqa: S101 - the check has made sure
    if lang == "ru":
        return set(adjective_forms(str(adjective["stem"])))
    return {str(text) for text in adjective.values()}


def _inhabitant(inhabitant: dict[str, str], lang: str) -> set[str]:
    if lang == "ru":
        return {form for number, text in inhabitant.items() for form in inhabitant_forms(text, number)}
    return {str(text) for text in inhabitant.values()}
