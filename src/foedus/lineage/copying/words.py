"""Texts as words: one number for each, with its offsets. Many texts are cut at once, since that is four times faster.

A word is a run of letters and digits. A hyphen inside it is nothing, also where it breaks the word at a line's end:
`co-operation`, `cooperation` and `co-⏎operation` are one word. An apostrophe parts words.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from foedus.lineage.copying.letters import (
    HYPHEN,
    LETTER,
    LETTERS,
    NEWLINE,
    NOTHING,
    QUOTE,
    SIZE,
    Codes,
    Hashes,
    letters,
    mixed,
    powers,
)

Places = NDArray[np.int64]
Flags = NDArray[np.bool_]

BETWEEN = "\n\n"
"""Stands between texts that are cut at once."""


class Cut(NamedTuple):
    """The words of several texts one after the other.

    `codes` are all characters; `starts` and `ends` of the words count from the first text's start, and word `first[i]`
    is the first of text i (one more entry than texts), whose characters begin at `offsets[i]`. `marks` are the places
    of the characters of each rare kind.
    """

    codes: Codes
    marks: Mapping[int, Places]
    hashes: Hashes
    starts: Places
    ends: Places
    first: Places
    offsets: Places


def cut(texts: Sequence[str]) -> Cut:
    """Cut texts into words."""
    raw = BETWEEN.join(texts).encode("utf-32-le", "surrogatepass")
    codes = np.minimum(np.frombuffer(raw, dtype="<u4"), SIZE - 1).astype(np.intp)
    kinds = letters().kind.take(codes)
    marks = _marks(kinds)
    lettered = kinds == LETTER
    lettered[marks[LETTERS]] = True
    inside = lettered.copy()
    inside[marks[NOTHING]] = True
    _join(inside, marks[HYPHEN], kinds)
    bounds = np.flatnonzero(inside[1:] != inside[:-1]) + 1
    bounds = np.concatenate([[0][: inside[:1].sum()], bounds, [len(inside)][: inside[-1:].sum()]]).astype(np.int64)
    starts, ends = bounds[0::2], bounds[1::2]
    without = np.sort(np.concatenate([marks[NOTHING], marks[HYPHEN], marks[NEWLINE]]))
    without = without[inside[without]]
    counts = ends - starts
    if len(without):
        counts -= np.bincount(starts.searchsorted(without, "right") - 1, minlength=len(starts))
        starts, ends, counts = starts[counts > 0], ends[counts > 0], counts[counts > 0]
    lengths = np.array([len(text) for text in texts], dtype=np.int64) + len(BETWEEN)
    offsets = np.cumsum(lengths) - lengths
    first = np.append(starts.searchsorted(offsets), len(starts))
    spelt = codes.take(np.flatnonzero(lettered))  # three times faster than by the flags themselves
    hashes = _hashes(spelt, counts, is_one_each=not len(marks[LETTERS]))
    return Cut(codes, marks, hashes, starts, ends, first, offsets)


def _marks(kinds: NDArray[np.uint8]) -> dict[int, Places]:
    """Where the characters of each rare kind stand."""
    places = np.flatnonzero(kinds >= LETTERS)
    of = kinds[places]
    return {kind: places[of == kind] for kind in range(LETTERS, QUOTE + 1)}


def _join(inside: Flags, hyphens: Places, kinds: NDArray[np.uint8]) -> None:
    """Put hyphens that stand between letters into the word, with the line break behind them if there is one."""
    at = hyphens[(hyphens > 0) & (hyphens < len(kinds) - 1)]
    at = at[inside[at - 1]]
    close = at[inside[at + 1]]
    broken = at[(kinds[at + 1] == NEWLINE) & (at < len(kinds) - 2)]
    broken = broken[inside[broken + 2]]
    inside[close] = True
    inside[broken] = True
    inside[broken + 1] = True


def _hashes(codes: Codes, counts: Places, *, is_one_each: bool) -> Hashes:
    """A number for each word, from the characters of all words and how many each word has.

    A word's letters are summed up, each times a power by its place among all letters; the sum is divided by the power
    at the word's first place. `is_one_each` says that each character is one letter, which saves a count.
    """
    if not len(counts):
        return np.zeros(0, dtype=np.uint64)
    ends = np.cumsum(counts)
    starts = ends - counts
    values = letters().value.take(codes)
    if is_one_each:
        power, inverse = powers(len(codes))
        values *= power[: len(codes)]
        divided_by = inverse.take(starts)
    else:
        width = letters().width.take(codes)
        place = np.cumsum(width, dtype=np.int64) - width
        power, inverse = powers(int(place[-1]) + 1)
        values *= power.take(place)
        divided_by = inverse.take(place.take(starts))
    sums = np.cumsum(values)
    totals = sums.take(ends - 1)
    totals[1:] -= sums.take(starts[1:] - 1)
    return mixed(totals * divided_by)
