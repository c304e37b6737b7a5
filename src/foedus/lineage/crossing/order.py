"""In which order two texts bring what they share."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from foedus.lineage.crossing.weights import Key, Weights


def in_order(one: Mapping[Key, int], other: Mapping[Key, int], weights: Weights) -> float:
    """The greatest weight of shared facts that stand in one order in both (each has the place of its first sentence).

    Facts of one sentence have no order: languages differ there.
    """
    shared = sorted((one[key], other[key], key) for key in one.keys() & other.keys())
    ends: list[int] = []  # places in the other text at which a run can end, ascending
    best: list[float] = []  # the greatest weight of a run that ends there, ascending
    at = 0
    while at < len(shared):
        place = shared[at][0]
        group: dict[int, float] = {}
        while at < len(shared) and shared[at][0] == place:
            _, second, key = shared[at]
            group[second] = group.get(second, 0.0) + weights.of(key)
            at += 1
        _take(group, ends, best)
    return best[-1] if best else 0.0


def _take(group: Mapping[int, float], ends: list[int], best: list[float]) -> None:
    """Go on with one sentence's facts, by the places that they have in the other text, as long runs as can be."""
    carried = 0.0
    for second in sorted(group):
        reached = bisect_right(ends, second) - 1
        carried = max(carried, best[reached] if reached >= 0 else 0.0) + group[second]
        _keep(second, carried, ends, best)


def _keep(end: int, weight: float, ends: list[int], best: list[float]) -> None:
    """Remember the weight of a run, unless a better one ends no later; forget worse ones that end later."""
    at = bisect_right(ends, end)
    if at and best[at - 1] >= weight:
        return
    if at and ends[at - 1] == end:
        at -= 1
        del ends[at], best[at]
    ends.insert(at, end)
    best.insert(at, weight)
    while at + 1 < len(ends) and best[at + 1] <= weight:
        del ends[at + 1], best[at + 1]


def places(sentences: Sequence[frozenset[Key]]) -> dict[Key, int]:
    """The sentence in which each fact stands first."""
    found: dict[Key, int] = {}
    for place, sentence in enumerate(sentences):
        for key in sentence:
            found.setdefault(key, place)
    return found
