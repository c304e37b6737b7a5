"""Which earlier pages share a key with a page, all at once: keys sorted, so that memory is two numbers a key."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from foedus.lineage.copying.finder import AT_ONCE, CopyFinder
from foedus.lineage.finder import MOST_HOLDERS
from foedus.lineage.pages import Page

Numbers = NDArray[np.int64]


def earlier_holders(finder: CopyFinder, pages: Sequence[Page]) -> Iterator[tuple[int, list[int]]]:
    """For each page, given in canonical order, that shares a key: its place, and those of the earlier ones.

    They are pages among the first MOST_HOLDERS of a key that they share.
    """
    later, earlier = _pairs(*_keys(finder, pages))
    if not len(later):
        return
    bounds = np.flatnonzero(np.diff(later, prepend=-1, append=-1)).tolist()
    for start, end in pairwise(bounds):
        yield int(later[start]), earlier[start:end].tolist()


def _keys(finder: CopyFinder, pages: Sequence[Page]) -> tuple[Numbers, Numbers]:
    """All keys, and the place of the page of each."""
    keys, places = [np.zeros(0, dtype=np.int64)], [np.zeros(0, dtype=np.int64)]
    for start in range(0, len(pages), AT_ONCE):
        some, text_of = finder.key_arrays(pages[start : start + AT_ONCE])
        keys.append(some)
        places.append(text_of + start)
    return np.concatenate(keys), np.concatenate(places)


def _pairs(keys: Numbers, places: Numbers) -> tuple[Numbers, Numbers]:
    """Pairs of a later and an earlier page, each once, sorted by the later."""
    keys, places = _shared(keys, places)
    opens = np.diff(keys, prepend=-1) != 0
    first = np.flatnonzero(opens)[np.cumsum(opens) - 1]
    rank = np.arange(len(keys)) - first
    later, earlier = [np.zeros(0, dtype=np.int64)], [np.zeros(0, dtype=np.int64)]
    for number in range(MOST_HOLDERS):
        behind = np.flatnonzero(rank > number)
        later.append(places[behind])
        earlier.append(places[first[behind] + number])
    count = int(places.max(initial=0)) + 1
    pairs = np.unique(np.concatenate(later) * count + np.concatenate(earlier))
    return pairs // count, pairs % count


def _shared(keys: Numbers, places: Numbers) -> tuple[Numbers, Numbers]:
    """Keys that more than one page has, sorted by key and place; most keys are left out here."""
    order = np.argsort(keys)
    keys, places = keys[order], places[order]
    same = np.diff(keys) == 0
    met = np.flatnonzero(np.append(same, False) | np.append(False, same))
    keys, places = keys[met], places[met]
    order = np.lexsort((places, keys))
    keys, places = keys[order], places[order]
    again = (np.diff(keys, prepend=-1) == 0) & (np.diff(places, prepend=-1) == 0)
    return keys[~again], places[~again]
