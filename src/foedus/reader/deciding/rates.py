"""How often words made a claim in the training material: by unit, by word and type, by kind of unit.

Rates are smoothed towards the next coarser one (a unit seen twice leans on all units of its kind), after Dirichlet
priors as in Gale and Church. They are counted without the document at hand when a model is trained.
"""

from collections.abc import Mapping
from typing import NamedTuple

from foedus.reader.deciding.candidates import Candidate
from foedus.reader.lexicon.words import normal

Counts = dict[str, list[int]]
"""Key to how often it was met and how often it made the claim."""
MOST = 30
_PRIOR = {"unit": 3.0, "word": 3.0, "any": 3.0, "kind": 5.0}
_BASE = {"word": 0.1, "any": 0.15, "kind": 0.15}


class Keys(NamedTuple):
    """What a candidate is counted under; None where it has no unit."""

    unit: str | None
    kind: str
    word: str
    any: str


def keys_of(lang: str, candidate: Candidate, lemma: str) -> Keys:
    """The keys of a candidate whose anchor has this lemma."""
    word = normal(lemma)
    unit = candidate.unit
    if unit is None:
        return Keys(None, f"operator|{candidate.type}", f"{lang}|{word}|{candidate.type}", f"{lang}|{word}")
    many = "many" if len(candidate.hit.content) > 1 else "one"
    kind = "|".join((unit.type, unit.stage, unit.gate, unit.pos, many, str(unit.weak), str(candidate.hit.nested)))
    return Keys(f"{unit.id}|{unit.pos}", kind, f"{lang}|{word}|{unit.type}", f"{lang}|{word}")


class Rate(NamedTuple):
    """A smoothed rate, and on how many it stands (MOST at most)."""

    share: float
    seen: int


class Rates:
    """Counts by key. `of` reads them, `add` counts one more candidate."""

    def __init__(self, counts: Mapping[str, Counts] | None = None) -> None:
        self.counts: dict[str, Counts] = {name: dict((counts or {}).get(name, {})) for name in Keys._fields}

    def add(self, keys: Keys, made: bool, *, times: int = 1) -> None:
        """Count a candidate that made its claim or did not; `times` -1 takes it back."""
        for name, key in zip(Keys._fields, keys, strict=True):
            if key is not None and name != "any":
                self._count(name, key, made, times)

    def add_word(self, key: str, made: bool, *, times: int = 1) -> None:
        """Count a word that was met, whether it made a claim of any type."""
        self._count("any", key, made, times)

    def _count(self, name: str, key: str, made: bool, times: int) -> None:
        pair = self.counts[name].setdefault(key, [0, 0])
        pair[0] += times
        pair[1] += times * made

    def of(self, keys: Keys) -> tuple[Rate, Rate, Rate, Rate]:
        """Rates of unit, kind, word with type, and word."""
        kind = self._rate("kind", keys.kind, _BASE["kind"])
        unit = self._rate("unit", keys.unit, kind.share)
        return unit, kind, self._rate("word", keys.word, _BASE["word"]), self._rate("any", keys.any, _BASE["any"])

    def _rate(self, name: str, key: str | None, base: float) -> Rate:
        met, made = self.counts[name].get(key, (0, 0)) if key is not None else (0, 0)
        weight = _PRIOR[name]
        return Rate((made + weight * base) / (met + weight), min(met, MOST))
