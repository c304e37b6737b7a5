"""Texts as runs of five words (shingles: Broder 1997, "On the resemblance of documents"), each a number of 64 bits.

Only running text counts: lines that are no text are left out before runs are formed, so that an advertisement between
two paragraphs parts no run. Two different runs have the same number by chance in one of 10^19 cases.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from foedus.lineage.copying.letters import Hashes, mixed
from foedus.lineage.copying.quoted import quotations
from foedus.lineage.copying.running import in_running_text
from foedus.lineage.copying.words import Cut, Flags, Places, cut

WORDS_IN_A_RUN = 5

_WEIGHTS = np.array(
    [0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93, 0xA0761D6478BD642F],
    dtype=np.uint64,
)


class Runs(NamedTuple):
    """The runs of several texts: those of text i are `hashes[bounds[i] : bounds[i + 1] - 4]`.

    The four behind them reach into the next text and are not `own`, as are those within one quotation.
    """

    words: Cut
    hashes: Hashes
    own: Flags
    bounds: Places


def runs(texts: Sequence[str]) -> Runs:
    """Of the running text of each; of fewer than five words there is none."""
    words = cut(texts)
    running = np.flatnonzero(in_running_text(words))
    hashes = runs_of(words.hashes.take(running))
    quoted = quotations(words).take(running)
    bounds = running.searchsorted(words.first)
    last = WORDS_IN_A_RUN - 1
    own = np.ones(len(hashes), dtype=np.bool_)
    if len(hashes):
        own &= (quoted[:-last] == 0) | (quoted[:-last] != quoted[last:])
        beyond = (bounds[1:, None] - np.arange(1, last + 1)).ravel()
        own[beyond[(beyond >= 0) & (beyond < len(own))]] = False
    return Runs(words, hashes, own, bounds)


def runs_of(words: Hashes) -> Hashes:
    """The run that begins at each word but the last four."""
    count = len(words) - WORDS_IN_A_RUN + 1
    if count <= 0:
        return np.zeros(0, dtype=np.uint64)
    total = words[:count] * _WEIGHTS[0]
    for place in range(1, WORDS_IN_A_RUN):
        total += words[place : place + count] * _WEIGHTS[place]
    return mixed(total)
