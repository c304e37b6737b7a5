"""Everyday words as ideas that three languages share: `data/lineage/words.tsv`."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files

from foedus.gazetteer.sounds import plain
from foedus.language.knowledge import rows
from foedus.lineage.crossing.fact import Fact
from foedus.model.errors import DataError

LANGS = ("en", "fr", "ru")
"""The order of the file's columns."""

FILE = "words.tsv"
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_DENIAL = "!"
_SHORTEST = 3
"""Letters of the shortest beginning that is looked up."""


class Ideas:
    """The forms of one language. Load once."""

    def __init__(self, forms: dict[str, str]) -> None:
        """`forms` leads from a form, or from its beginning and a star, to the idea."""
        self._whole = {form: idea for form, idea in forms.items() if not form.endswith("*")}
        self._begin = {form[:-1]: idea for form, idea in forms.items() if form.endswith("*")}
        self._longest = max(map(len, self._begin), default=0)
        self.idea = lru_cache(1 << 16)(self._idea)

    def _idea(self, word: str) -> str | None:
        """The idea of a word as it is written; of several forms that fit, the longest one's."""
        low = plain(word).replace("ё", "е")
        if low in self._whole:
            return self._whole[low]
        for size in range(min(len(low), self._longest), _SHORTEST - 2, -1):
            idea = self._begin.get(low[:size])
            if idea:
                return idea
        return self._idea(low.rsplit("-", 1)[-1]) if "-" in low else None

    def find(self, text: str, start: int, end: int) -> Iterator[Fact]:
        """The ideas of text[start:end], in text order."""
        for match in _WORD.finditer(text, start, end):
            idea = self.idea(match[0])
            if idea:
                yield Fact(match.start(), match.end(), "idea", idea)


@cache
def load_ideas(lang: str) -> Ideas:
    """The ideas of a language; none for a language that the file does not have."""
    if lang not in LANGS:
        return Ideas({})
    forms: dict[str, str] = {}
    for cells in _rows():
        for form in cells[1 + LANGS.index(lang)].split():
            forms.setdefault(form, cells[0])
    return Ideas(forms)


@cache
def ideas() -> frozenset[str]:
    """The names of all ideas."""
    return frozenset(cells[0] for cells in _rows())


@cache
def _rows() -> list[list[str]]:
    found = rows(files("foedus") / "data" / "lineage" / FILE)
    for cells in found:
        if len(cells) != len(LANGS) + 1:
            raise DataError(f"{FILE}: line {cells[0]!r} has {len(cells)} cells: an idea and the forms of {LANGS}")
    return found


@cache
def denials() -> frozenset[str]:
    """Those by which one page may say that what another told is not so."""
    return frozenset(idea for idea in ideas() if idea.startswith(_DENIAL))
