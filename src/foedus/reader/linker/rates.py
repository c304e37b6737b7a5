"""How often a candidate of some kind filled its role in the training material, by what it is and how it stands.

A rate leans on a coarser one where little was seen (additive smoothing towards the parent). When the model is trained,
rates are counted without the fold at hand.
"""

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

PARENTS: tuple[int | None, ...] = (None, 0, None, 0, None, 0, None, None, 1, None, 9)
NAMES = (
    "relation",
    "word and relation",
    "path",
    "marker",
    "words",
    "governor",
    "distance",
    "over",
    "words and relation",
    "open",
    "open of word",
)
"""What each rate goes by, in the order of a row's keys; PARENTS names the one that each leans on."""
WEIGHT = 4.0
BASE = 0.12
MOST = 60

Counts = dict[str, tuple[int, int]]
"""Key to how often it was met, and how often it filled the role."""


class LinkRates(NamedTuple):
    """Counts by the number of the rate."""

    counts: Sequence[Mapping[str, tuple[int, int]]]

    def of(self, keys: Sequence[str]) -> list[float]:
        """Log-odds of each rate of a row, and how much was seen for the two that know words."""
        shares: list[float] = []
        seen: list[float] = []
        for number, key in enumerate(keys):
            parent = PARENTS[number]
            base = BASE if parent is None else shares[parent]
            met, made = self.counts[number].get(key, (0, 0))
            shares.append((made + WEIGHT * base) / (met + WEIGHT))
            if number in _SEEN:
                seen.append(math.log1p(min(met, MOST)))
        return [math.log(share / (1 - share)) for share in shares] + seen


_SEEN = (1, 2, 10)
COLUMNS = tuple(f"rate {name}" for name in NAMES) + tuple(f"seen {NAMES[number]}" for number in _SEEN)
"""Names of what `of` gives."""
