"""Words of three languages that stand for one thing, found in a line: what the tables of `data/lineage` hold."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from foedus.lineage.changes.lines import Line
from foedus.lineage.crossing.words import LANGS
from foedus.model.errors import DataError


class Found(NamedTuple):
    """A form at its place in the page's text, and the key of its row."""

    start: int
    end: int
    key: str


class Forms:
    """Forms by language. "*" stands for any ending, "_" joins words; the longest form that fits decides. Load once."""

    def __init__(self, table: Iterable[tuple[str, Sequence[str]]]) -> None:
        """`table` has a key and the forms of each language, one blank apart."""
        forms: dict[str, list[tuple[str, str]]] = {lang: [] for lang in LANGS}
        for key, cells in table:
            if len(cells) != len(LANGS):
                raise DataError(f"the forms of {key!r} have {len(cells)} cells, not one for each of {', '.join(LANGS)}")
            for lang, cell in zip(LANGS, cells, strict=True):
                forms[lang] += [(form, key) for form in cell.split()]
        self._keys: Mapping[str, Sequence[str]] = {}
        self._patterns: Mapping[str, re.Pattern[str]] = {}
        for lang, found in forms.items():
            ordered = sorted(found, key=lambda one: -len(one[0]))
            self._keys = {**self._keys, lang: [key for _, key in ordered]}
            self._patterns = {**self._patterns, lang: _pattern([form for form, _ in ordered])}

    def find(self, line: Line) -> Iterator[Found]:
        """The forms of a line in text order, none overlapping."""
        pattern = self._patterns.get(line.lang)
        if pattern is None:
            return
        starts: list[int] = []
        at = 0
        for word in line.words:
            starts.append(at)
            at += len(word.form) + 1
        for match in pattern.finditer(" ".join(word.form.replace("ё", "е") for word in line.words)):
            first, last = bisect_left(starts, match.start()), bisect_left(starts, match.end()) - 1
            key = self._keys[line.lang][(match.lastindex or 1) - 1]
            yield Found(line.words[first].start, line.words[last].end, key)


def _pattern(forms: Sequence[str]) -> re.Pattern[str]:
    """One group for each form."""
    written = (re.escape(form.replace("_", " ")).replace(r"\*", r"\w*").replace(r"\ ", " ") for form in forms)
    return re.compile("(?<!\\w)(?:" + "|".join(f"({one})" for one in written) + ")(?!\\w)")
