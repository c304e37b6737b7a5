"""The same words in two texts, with both places."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from foedus.lineage.copying.letters import Hashes
from foedus.lineage.copying.runs import WORDS_IN_A_RUN, runs_of
from foedus.lineage.copying.shingled import Shingled
from foedus.model.story import Passage

_AT_ONCE = 64
"""Words compared at first to see how far two texts go on alike; then twice as many."""


def passages(origin: Shingled, copy: Shingled) -> tuple[Passage, ...]:
    """The runs of at least five words that the copy has from the origin, each as long as it goes, in its order.

    All words count here, headlines and quotations too; a run that the origin has twice is that of the first place.
    """
    return tuple(_passages(origin, copy))


def _passages(origin: Shingled, copy: Shingled) -> Iterator[Passage]:
    sources = _sources(runs_of(origin.words), runs_of(copy.words))
    met = np.flatnonzero(sources >= 0)
    number = 0
    while number < len(met):
        place = int(met[number])
        source = int(sources[place])
        length = _alike(origin.words[source:], copy.words[place:])
        last, end = source + length - 1, place + length - 1
        yield Passage(int(origin.starts[source]), int(origin.ends[last]), int(copy.starts[place]), int(copy.ends[end]))
        number = int(met.searchsorted(place + length))


def _sources(origin: Hashes, copy: Hashes) -> NDArray[np.intp]:
    """For each run of the copy the first place of it in the origin, -1 where it is not there."""
    if not len(origin) or not len(copy):
        return np.full(len(copy), -1, dtype=np.intp)
    order = np.argsort(origin, kind="stable")
    at = origin.searchsorted(copy, sorter=order)
    found = order.take(at, mode="clip")
    return np.where(origin[found] == copy, found, -1)


def _alike(one: Hashes, other: Hashes) -> int:
    """How many words two texts have alike from their starts on, at least a run."""
    most, done, step = min(len(one), len(other)), WORDS_IN_A_RUN, _AT_ONCE
    while done < most:
        reach = min(most, done + step)
        differ = np.flatnonzero(one[done:reach] != other[done:reach])
        if len(differ):
            return done + int(differ[0])
        done, step = reach, 2 * step
    return most
