"""A language's abbreviations, by what follows them: a name, a number, or anything."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from foedus.language.knowledge import lexicon, rows
from foedus.model.errors import DataError


class Abbreviations(NamedTuple):
    """Abbreviations without their full stop."""

    before_name: frozenset[str]
    before_number: frozenset[str]
    anywhere: frozenset[str]

    def kind(self, word: str) -> str | None:
        """What follows the word and its full stop: name, number or anywhere; a capital that opens it is no matter."""
        for each in (word, word[:1].lower() + word[1:]) if len(word) > 1 else (word,):
            if each in self.before_name:
                return "name"
            if each in self.before_number:
                return "number"
            if each in self.anywhere:
                return "anywhere"
        return None

    def known(self, word: str, rest: str) -> bool:
        """Whether `word` and the full stop after it are an abbreviation, `rest` being what follows the stop."""
        kind = self.kind(word)
        return rest.lstrip()[:1].isdigit() if kind == "number" else kind is not None


@cache
def abbreviations(lang: str) -> Abbreviations:
    """The list of data/lexicon/LANG/abbreviations.txt. Raises DataError for a line that is not understood."""
    file = lexicon(lang, "abbreviations.txt")
    kinds: dict[str, set[str]] = {"name": set(), "number": set(), "anywhere": set()}
    for cells in rows(file):
        if len(cells) != 2 or cells[1] not in kinds:
            raise DataError(f"{file}: '{' '.join(cells)}' should be ABBREVIATION, tab, and one of {', '.join(kinds)}")
        kinds[cells[1]].add(cells[0])
    return Abbreviations(frozenset(kinds["name"]), frozenset(kinds["number"]), frozenset(kinds["anywhere"]))
