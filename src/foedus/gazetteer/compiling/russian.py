"""Case forms of Russian names, phrases and demonyms, by ending tables (data/entities/forms/russian.yaml)."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import product
from typing import Any

from foedus.gazetteer.source import folder, read_yaml

CASES = 6
_CYRILLIC_WORD = re.compile(r"(?=.*[а-яё])[А-ЯЁа-яё]+(?:[-'][А-ЯЁа-яё]+)*$")
_QUOTED_OR_LINKING = re.compile(
    r"[«\"(]|^(?:и|о|об|по|в|на|с|из|для|за|от|к|у|при|против|без|под|до|де|аль|ад|ас|аз|бен|бин|ибн|фон|ван)$"
)


@cache
def _tables() -> dict[str, Any]:
    tables: dict[str, Any] = read_yaml(folder() / "forms" / "russian.yaml")
    return tables


def _by_class(word: str, table: str, sex: str = "") -> list[list[str]] | None:
    """The forms of a word in each case by the first class of the table that fits; None where none does."""
    stem = _tables()["irregular"].get(word)
    if isinstance(stem, list):
        return [[form] for form in stem]
    if stem and table == "nouns":
        return [[word], *([stem + part] for part in ("а", "у")), [word, stem + "а"], [stem + "ом"], [stem + "е"]]
    for row in _tables()[table]:
        fits = word.lower().endswith(tuple(row["ends"])) and row.get("sex", sex) == sex
        if fits and (word.islower() or not row.get("common")):
            stem = word[: len(word) - row["cut"]]
            return [[stem + ("" if part == "-" else part) for part in case.split("/")] for case in row["cases"]]
    return None


def _same(word: str) -> list[list[str]]:
    return [[word]] * CASES


def _declines(word: str) -> bool:
    return bool(_CYRILLIC_WORD.fullmatch(word)) and not word.isupper() and len(word) > 2


def _word(word: str, table: str, sex: str = "") -> list[list[str]]:
    """Only the last part of a compound takes endings."""
    front, hyphen, last = word.rpartition("-")
    forms = _by_class(last, table, sex) if _declines(last) else None
    return [[front + hyphen + form for form in case] for case in forms] if forms else _same(word)


def is_adjective(word: str) -> bool:
    """By its ending; "Россия" and "Катая" end otherwise."""
    endings = tuple(ending for row in _tables()["adjectives"] for ending in row["ends"])
    return len(word) > 4 and word.lower().endswith(endings) and not word.endswith(tuple(_tables()["no_adjectives"]))


def _joined(columns: Sequence[list[list[str]]]) -> set[str]:
    """One phrase a case: the words agree."""
    phrases: set[str] = set()
    for case in range(CASES):
        ways = max(len(column[case]) for column in columns)
        if all(len(column[case]) in (1, ways) for column in columns):
            rows = [[column[case][way % len(column[case])] for column in columns] for way in range(ways)]
        else:
            rows = [list(row) for row in product(*(column[case] for column in columns))]
        phrases.update(" ".join(row) for row in rows)
    return phrases


def decline_phrase(phrase: str, *, plural: bool = False) -> set[str]:
    """A noun phrase in all cases: adjectives and head agree, what follows stays. plural: of a singular phrase."""
    columns: list[list[list[str]]] = []
    headed = False
    for word in phrase.split():
        if headed or _QUOTED_OR_LINKING.search(word):
            headed = True
            columns.append(_same(word))
        elif is_adjective(word):
            columns.append(_word(word, "adjectives_plural" if plural else "adjectives"))
        else:
            columns.append(_word(word, "nouns_plural" if plural else "nouns"))
            headed = True
    return _joined(columns) if columns else {phrase}


def decline_person(name: str, sex: str, *, keeps_surname: bool) -> set[str]:
    """A person's name in all cases: given names as nouns, the last word as a surname."""
    *given, surname = name.split()
    columns = [_word(word, "nouns") if _given_declines(word, sex) else _same(word) for word in given]
    forms = None if keeps_surname or not _declines(surname) else _surname(surname, sex)
    return _joined([*columns, forms or _same(surname)])


def _given_declines(word: str, sex: str) -> bool:
    vowel = word[-1:].lower() in "ая"
    return (
        _declines(word)
        and not _QUOTED_OR_LINKING.search(word)
        and (vowel or (sex == "m" and word[-1:].lower() not in "оеуиыэюё"))
    )


def _surname(surname: str, sex: str) -> list[list[str]] | None:
    front, hyphen, last = surname.rpartition("-")
    forms = _by_class(last, "surnames", sex)
    if forms is None and (last[-1:].lower() in "ая" or (sex == "m" and last[-1:].lower() not in "оеуиыэюё")):
        forms = _by_class(last, "nouns")
    return [[front + hyphen + form for form in case] for case in forms] if forms else None


def adjective_forms(stem: str) -> set[str]:
    """All forms of a demonym adjective in -ский or -цкий, from its stem."""
    return {stem + ending for ending in "ий ого ому им ом ая ой ую ое ие их ими".split()}


def inhabitant_forms(word: str, number: str) -> set[str]:
    """All cases of an inhabitant's name; number is m, f or pl as in states.yaml."""
    if is_adjective(word):
        return _joined([_word(word, "adjectives")])
    return _joined([_word(word, "inhabitants_plural" if number == "pl" else "nouns")])
