"""How much a fact tells: less the more reports have it, by the table of common facts (`data/lineage/common.tsv`)."""

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from math import log
from typing import TypeAlias

from foedus.language.knowledge import rows
from foedus.lineage.crossing.fact import FactKind
from foedus.model.errors import DataError

Key: TypeAlias = tuple[FactKind, str]

FILE = "common.tsv"
RARE = 0.62
"""Weight from which a fact is rare: about one report in fifty has it."""
FIGURES: frozenset[FactKind] = frozenset({"number", "share", "money", "date"})
NAMED: frozenset[FactKind] = frozenset({"state", "thing", "entity", "name", "type"})
_EVERYDAY: frozenset[FactKind] = frozenset({"idea"})
_MOST_EVERYDAY = 0.6
"""What an everyday word tells at most: it may be there by chance, and translators have a choice."""


class Weights:
    """Weights from 0 (in every report) to 1 (in none of the table's)."""

    def __init__(self, documents: int, counts: Mapping[Key, int]) -> None:
        """`counts`: in how many of the documents a fact stands; what is in few is left out."""
        self._most = log(documents + 1)
        self._known = {key: self._weight(key[0], count) for key, count in counts.items()}

    def of(self, key: Key) -> float:
        """A fact's weight."""
        known = self._known.get(key)
        return self._weight(key[0], 0) if known is None else known

    def total(self, keys: Iterable[Key]) -> float:
        """The weights of some facts together; in a fixed order, so that sums are equal to the last digit."""
        return sum(sorted(map(self.of, keys)))

    def is_rare(self, key: Key) -> bool:
        """Whether few reports have the fact, and it is no everyday word."""
        return key[0] not in _EVERYDAY and self.of(key) >= RARE

    def _weight(self, kind: FactKind, count: int) -> float:
        most = _MOST_EVERYDAY if kind in _EVERYDAY else 1.0
        return most * max(0.0, 1 - log(count + 1) / self._most)


def share(part: float, whole: float) -> float:
    """A part of a whole, 0 to 1; 0 of nothing."""
    return min(1.0, part / whole) if whole > 0 else 0.0


@cache
def load_weights() -> Weights:
    """The shipped table: a first row `documents` and their number, then kind, key and count."""
    found = rows(files("foedus") / "data" / "lineage" / FILE)
    if not found or found[0][0] != "documents":
        raise DataError(f"{FILE}: the table of common facts is missing: make it with python -m training.lineage.common")
    counts: dict[Key, int] = {(kind, key): int(count) for kind, key, count in found[1:]}  # type: ignore[misc] # kinds are checked where the table is made
    return Weights(int(found[0][1]), counts)
