"""Rows of the title table: every form of every office, with whose it is and for whom its holder speaks."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from foedus.gazetteer.compiling.alias import Alias
from foedus.gazetteer.compiling.decisions import decided
from foedus.gazetteer.compiling.russian import decline_phrase
from foedus.gazetteer.fold import keys, spelling
from foedus.gazetteer.source import LANGUAGES, Entry, Record, forms


def _all_forms(record: Record, lang: str) -> Iterator[str]:
    """Masculine, feminine and plural; for Russian all cases."""
    by_shape = (record.get("forms") or {}).get(lang) or {}
    for shape, listed in by_shape.items():
        if shape != "decl":
            yield from listed
    yield from forms(record, "names", lang)
    yield from forms(record, "ambiguous", lang)
    if lang == "ru" and "cases" not in by_shape:
        for name in forms(record, "names", lang):
            yield from decline_phrase(name)


def _told_by(folded: str, owners: list[str], states: dict[str, set[str]]) -> list[str]:
    """Those of several owners whose adjective or name stands in the title's own words; all where none does."""
    words = f" {folded} "
    told = [key for key in owners if any(f" {word} " in words for word in states.get(key, ()))]
    return told or owners


def words_of_states(folded: Iterable[tuple[str, Alias]]) -> dict[str, set[str]]:
    """Folded adjectives and names of each state."""
    found: dict[str, set[str]] = defaultdict(set)
    for text, alias in folded:
        if alias.kind == "state" and alias.form in ("adjective", "name"):
            found[alias.entity].add(text)
    return found


def rows(entry: Entry, kinds: dict[str, str], states: dict[str, set[str]]) -> Iterator[str]:
    """Lines of one office; `of` lists key:kind of whom the title names by itself."""
    record = entry.record
    level = "former" if record.get("former") else record["level"]
    for lang in LANGUAGES:
        unsure = {spelling(key) for key in keys(forms(record, "ambiguous", lang))}
        listed = sorted(set(_all_forms(record, lang)))
        for folded in sorted({spelling(key) for key in keys(listed)}):
            certain = "no" if folded in unsure or decided(folded, lang, entry.key) == "no" else "yes"
            told = _told_by(folded, record.get("of") or [], states)
            owners = ",".join(f"{key}:{kinds.get(key, 'text')}" for key in told)
            yield "\t".join((folded, entry.key, record["role"], lang, level, owners, certain))
