"""The alias table as texts of one language need it: what to look for, and what each folded form means."""

from collections.abc import Sequence

from foedus.gazetteer.automaton import PatternSet
from foedus.gazetteer.compose import HEAD, fronts
from foedus.gazetteer.fold import keys
from foedus.gazetteer.mention import Sense
from foedus.gazetteer.table import Row, parse

_KIND_ORDER = ("state", "organisation", "system", "armed_group", "person", "item_class", "company", "force", "treaty")
_KIND_RANK = {kind: rank for rank, kind in enumerate((*_KIND_ORDER, "exercise", "mission", "base", "place"))}
_CERTAIN_RANK = {"yes": 0, "inside": 1, "no": 2}
_CASE_RANK = {"upper": 0, "plural": 1, "tight": 1, "title": 2, "cap": 2, "plain": 3, "acute": 3, "any": 3}

Reading = tuple[tuple[Sense, ...], tuple[str, ...]]
"""Senses of words, and what they are as a head."""
_MOST_READINGS = 50_000


class Meanings:
    """Rows by folded form. Lines are parsed when a text first has them, which is what makes loading fast."""

    def __init__(self, lines: Sequence[str], lang: str) -> None:
        self.lang = lang
        chosen = [line for line in lines if lang in line.split("\t", 6)[5]]
        forms = [line[: line.index("\t")] for line in chosen]
        distinct = list(dict.fromkeys(forms))
        self.patterns = PatternSet(distinct)
        self._bounds: dict[bytes, tuple[int, int]] = {}
        self._lines = chosen
        at = 0
        for form, key in zip(distinct, keys(distinct), strict=True):
            begin = at
            while at < len(forms) and forms[at] == form:
                at += 1
            self._bounds[key] = (begin, at)
        listed = (line[: line.index("\t")] for line in chosen if f"\t{HEAD}\t" in line)
        self.fronts = fronts(keys(list(listed)))
        self._rows: dict[bytes, tuple[Row, ...]] = {}
        self.readings: dict[str, Reading] = {}
        """What words meant before, as they stood in the text."""

    def keep(self, words: str, reading: Reading) -> None:
        """Remembers a reading, up to a bound."""
        if len(self.readings) >= _MOST_READINGS:
            self.readings.clear()
        self.readings[words] = reading

    def heads(self, key: bytes) -> tuple[str, ...]:
        """What the folded words are as a head (force, government); () where they are none."""
        return tuple(row.entity for row in self.rows(key) if row.kind == HEAD)

    def rows(self, key: bytes) -> tuple[Row, ...]:
        """Likeliest first: the language's own senses, or borrowed ones where there are none; () if unknown."""
        known = self._rows.get(key)
        if known is None:
            begin, end = self._bounds.get(key, (0, 0))
            rows = [parse(line) for line in self._lines[begin:end]]
            own = [row for row in rows if self.lang in row.langs.split(",")]
            known = self._rows[key] = tuple(sorted(own or rows, key=_likeliest))
        return known


def _likeliest(row: Row) -> tuple[int, int, int, int, str]:
    """Sure before unsure, exact capitals before loose ones, states first, names before what stands for them."""
    stands_for = 0 if not row.via or row.kind == "state" else 1
    kind = len(_KIND_RANK) if row.form == "unit" else _KIND_RANK.get(row.kind, len(_KIND_RANK))
    return _CERTAIN_RANK[row.certain], _CASE_RANK[row.case], kind, stands_for, row.entity
