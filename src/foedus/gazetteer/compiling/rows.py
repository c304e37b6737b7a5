"""Aliases → table rows: folded, with the languages they count in and the capitals they demand."""

import re
from collections import defaultdict
from collections.abc import Iterable

from foedus.gazetteer.compiling.alias import Alias
from foedus.gazetteer.compiling.certainty import Shared
from foedus.gazetteer.compiling.composable import Composable
from foedus.gazetteer.compiling.decisions import decided
from foedus.gazetteer.fold import keys, spelling
from foedus.gazetteer.source import Entry
from foedus.gazetteer.table import Row

_BORROWED = {"state", "organisation", "company", "armed_group", "person", "force", "system", "treaty", "exercise"}
_BORROWED |= {"mission", "base", "place"}
_BORROWED_IN_CYRILLIC = {"system", "company", "organisation", "exercise", "armed_group"}
_SHORT_DESIGNATION = re.compile(r"[A-ZА-Я]{1,3}-\d+[A-ZА-Я]?")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
_CYRILLIC = re.compile(r"[А-Яа-яЁё]")


def case_of(alias: Alias) -> str:
    """Which capitals a text must have for the alias to be meant (`Row.case`)."""
    text = alias.text
    if alias.plural:
        return "plural"
    if alias.lang == "fr" and alias.kind == "item_class" and text.islower() and text.isascii() and text.isalpha():
        return "plain"
    if (alias.form == "adjective" and alias.lang != "en") or not text[0].isupper():
        return "any"
    return _capitals(alias)


def _capitals(alias: Alias) -> str:
    """Of an alias that begins with a capital."""
    text = alias.text
    letters = [character for character in text if character.isalpha()]
    if _SHORT_DESIGNATION.fullmatch(text):
        return "tight"
    if len(letters) < 4 and all(letter.isupper() for letter in letters) and not any(c.isdigit() for c in text):
        return "upper"
    last = re.split(r"[\s'’-]", text)[-1]
    whole = alias.kind == "company" and last != text and last[:1].isupper() and len(last) > 3
    return "title" if whole else "cap"


def _borrowers(alias: Alias, case: str) -> list[str]:
    """The other languages whose texts may hold the alias as it is."""
    name_like = not alias.via or alias.form == "capital"
    if alias.made or not name_like or alias.kind not in _BORROWED or case == "any":
        return []
    if not _LATIN.search(alias.text) or _CYRILLIC.search(alias.text):
        return []
    others = [lang for lang in ("fr", "en") if lang != alias.lang]
    return others + (["ru"] if alias.lang != "ru" and alias.kind in _BORROWED_IN_CYRILLIC else [])


def _foreign_acronym(alias: Alias) -> bool:
    """Whether a language would hardly borrow the form: a short acronym has too many readings elsewhere."""
    longest = 5 if alias.lang == "fr" else 3
    return alias.kind != "state" and alias.text.isupper() and len(alias.text) <= longest


def _key(text: str, alias: Alias, certain: str, case: str) -> tuple[str, str, str, str, str, str, str]:
    return (text, alias.entity, alias.kind, alias.via, alias.form, certain, case)


def fold_all(aliases: Iterable[Alias]) -> list[tuple[str, Alias]]:
    """Aliases with their folded forms, sorted, none twice."""
    listed = sorted(set(aliases))
    return list(zip((spelling(key) for key in keys([alias.text for alias in listed])), listed, strict=True))


def to_rows(folded: list[tuple[str, Alias]], entries: list[Entry], heads: list[Row]) -> list[Row]:
    """Rows of all aliases and heads, with shared forms, first names and decisions settled."""
    composable = Composable(heads, folded, entries)
    listed = {text for text, alias in folded if not alias.made}
    pairs = [
        (text, alias)
        for text, alias in folded
        if text and not composable(text, alias) and not (alias.made and text in listed)
    ]
    shared = Shared(pairs, entries)
    own: dict[str, set[str]] = defaultdict(set)
    for text, alias in pairs:
        own[text].add(alias.lang)
    groups: dict[tuple[str, str, str, str, str, str, str], dict[str, str]] = defaultdict(dict)
    for text, alias in pairs:
        usual = shared.certainty(text, alias)
        borrowers = [
            lang
            for lang in _borrowers(alias, case_of(alias))
            if lang not in own[text] and not composable(text, alias._replace(lang=lang))
        ]
        for lang, mark in [(alias.lang, alias.lang), *((lang, lang + "*") for lang in borrowers)]:
            rare = mark.endswith("*") and _foreign_acronym(alias)
            way = decided(text, lang, alias.entity) or ("no" if rare else usual)
            if way == "drop":
                continue
            case = "upper" if way == "upper" else case_of(alias)
            certain = "yes" if way == "upper" else way
            languages = groups[_key(text, alias, certain, case)]
            if languages.get(lang) != lang:
                languages[lang] = mark
    return heads + [
        Row(text, entity, kind, via, form, ",".join(sorted(langs.values())), certain, case)
        for (text, entity, kind, via, form, certain, case), langs in groups.items()
    ]
