"""The few runs of a text by which copies and parts of it are found.

Every run whose number is among the smallest twelfth of all numbers (FracMinHash: Irber et al. 2022), and the smallest
of every twenty runs in a row that have none (winnowing: Schleimer, Wilkerson and Aiken 2003). The first finds texts
that share many short runs, as after light editing; the second finds for certain whatever shares twenty runs in a row,
twenty-four words, wherever they stand. Quoted words have no fingerprint. Measured: docs/lineage-speed.md.
"""

import numpy as np
from numpy.typing import NDArray

from foedus.lineage.copying.letters import Hashes, mixed
from foedus.lineage.copying.runs import Runs

ONE_IN = 12
"""Runs of which one is a fingerprint."""

WINDOW = 20
"""Own runs in a row of which at least one is."""

_NONE = np.uint64(np.iinfo(np.uint64).max)
_SMALL = np.uint64((1 << 64) // ONE_IN)


def fingerprints(found: Runs, salt: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """All fingerprints, as numbers of 63 bits mixed with the salt, and the text of each; sorted by text.

    A text that has a run twice may have its fingerprint twice.
    """
    if not len(found.hashes):
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    line = np.where(found.own, found.hashes, _NONE)
    small = np.flatnonzero(line < _SMALL)
    filling, text_of_filling = _filling(line, found.bounds)
    text_of = np.concatenate([found.bounds.searchsorted(small, "right") - 1, text_of_filling])
    values = mixed(np.concatenate([line[small], filling]) ^ np.uint64(salt)) >> np.uint64(1)
    order = np.argsort(text_of, kind="stable")
    return values[order].astype(np.int64), text_of[order]


def _filling(line: Hashes, bounds: NDArray[np.int64]) -> tuple[Hashes, NDArray[np.int64]]:
    """The smallest run of each window without a small one, and its text; a shorter text is one window."""
    sizes = np.diff(bounds)
    padded = np.maximum(sizes, WINDOW)
    begins = np.cumsum(padded) - padded
    laid = np.full(int(padded.sum()), _NONE, dtype=np.uint64)
    texts = np.repeat(np.arange(len(sizes)), sizes)[: len(line)]
    laid[np.arange(len(line)) + (begins - bounds[:-1])[texts]] = line
    least = _least(laid)
    windows = np.flatnonzero((least >= _SMALL) & (least < _NONE))
    text_of = begins.searchsorted(windows, "right") - 1
    within = windows <= (begins + padded)[text_of] - WINDOW
    windows, text_of = windows[within], text_of[within]
    least = least[windows]
    again = np.zeros(len(least), dtype=np.bool_)
    again[1:] = (least[1:] == least[:-1]) & (text_of[1:] == text_of[:-1])
    return least[~again], text_of[~again]


def _least(laid: Hashes) -> Hashes:
    """The smallest number of each window, by doubling."""
    least, reach = laid, 1
    while reach < WINDOW:
        step = min(reach, WINDOW - reach)
        least = np.minimum(least[:-step], least[step:])
        reach += step
    return least
