"""The words of a text as they are, for comparing two texts of one language: runs of them, and their stems."""

import re
from typing import NamedTuple

from foedus.gazetteer.sounds import plain

_WORD = re.compile(r"\w+")
_STEM = 5
"""Letters of a word that are compared: what inflection changes stands behind them."""
_SHORTEST = 4
_RUN = 3
_LONG_RUN = 5


class Wording(NamedTuple):
    """Stems of the longer words, and hashes of the runs of three and of five words."""

    stems: frozenset[str]
    runs: frozenset[int]
    long_runs: frozenset[int]


def wording(text: str) -> Wording:
    words = [plain(word) for word in _WORD.findall(text)]
    stems = frozenset(word[:_STEM] for word in words if len(word) >= _SHORTEST)
    return Wording(stems, _runs(words, _RUN), _runs(words, _LONG_RUN))


def _runs(words: list[str], size: int) -> frozenset[int]:
    """Within one process alike for alike runs; never kept."""
    return frozenset(hash(tuple(words[at : at + size])) for at in range(len(words) - size + 1))
