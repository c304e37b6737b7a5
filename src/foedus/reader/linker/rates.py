"""How often a candidate of some kind filled its role in the training material, by what it is and how it stands.

A rate leans on a coarser one where little was seen (additive smoothing towards the parent). When the model is trained,
rates are counted without the fold at hand.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from math import log, log1p
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
        odds: list[float] = []
        seen: list[float] = []
        for key, counts, parent, shown in zip(keys, self.counts, PARENTS, _SHOWN, strict=True):
            pair = counts.get(key, NEVER)
            if parent is None:
                share, told = _rooted(pair)
            elif pair is NEVER:  # the parent's own
                share, told = shares[parent], odds[parent]
            else:
                share = (pair[1] + WEIGHT * shares[parent]) / (pair[0] + WEIGHT)
                told = log(share / (1 - share))
            shares.append(share)
            odds.append(told)
            if shown:
                seen.append(_LOGS[min(pair[0], MOST)])
        odds += seen
        return odds


NEVER = (0, 0)


@cache
def _rooted(pair: tuple[int, int]) -> tuple[float, float]:
    """The share that leans on no other rate, and its log-odds."""
    met, made = pair
    share = (made + WEIGHT * BASE) / (met + WEIGHT)
    return share, log(share / (1 - share))


_SEEN = (1, 2, 10)
_SHOWN = tuple(number in _SEEN for number in range(len(NAMES)))
_LOGS = tuple(log1p(met) for met in range(MOST + 1))
COLUMNS = tuple(f"rate {name}" for name in NAMES) + tuple(f"seen {NAMES[number]}" for number in _SEEN)
"""Names of what `of` gives."""
