"""Which sentences of two pages answer to each other.

Dynamic programming over both texts, one sentence against one, two against one or one against two, as in Gale and
Church (1993), "A program for aligning sentences in bilingual corpora"; by what the sentences say instead of by their
length. What stands elsewhere in the copy is looked for afterwards.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import product
from typing import NamedTuple

from foedus.lineage.changes.lines import Line
from foedus.lineage.crossing.fact import FactKind

WEIGHTS: Mapping[FactKind, float] = {
    "entity": 2,
    "state": 1.5,
    "thing": 1.5,
    "name": 2,
    "type": 2.5,
    "number": 1.5,
    "share": 2,
    "money": 2,
    "date": 1,
    "idea": 1,
}
"""How much it tells that two sentences share a fact."""

STEM = 0.5
"""The same for the beginning of a word, in texts of one language."""
_STEM_LETTERS = 5
_SHORTEST = 4

LEAST = 0.3
"""Share of what both say that two sentences must have in common."""
APART = 0.55
"""The same for sentences that do not stand in order."""
WIDEST = 3
"""Sentences of a gap that are set against each other without having much in common."""
SHAPES = ((1, 1), (1, 2), (2, 1))


class Pair(NamedTuple):
    """Sentences of the first page and those of the second that answer to them; one of them has one alone."""

    first: tuple[Line, ...]
    second: tuple[Line, ...]

    @property
    def in_one_language(self) -> bool:
        """Whether their words can be compared."""
        return len({line.lang for line in (*self.first, *self.second)}) == 1


def aligned(first: Sequence[Line], second: Sequence[Line]) -> list[Pair]:
    """The pairs, in the order of the second page; a sentence is in one pair at most."""
    same = {line.lang for line in first} == {line.lang for line in second}
    one, other = [_features(line, same=same) for line in first], [_features(line, same=same) for line in second]
    found = _in_order(one, other, (_headlines(first), _headlines(second)))
    taken = {i for pair in found for i in pair[0]}, {j for pair in found for j in pair[1]}
    found += _elsewhere(one, other, taken)
    found += _between(found, first, second)
    pairs = [Pair(tuple(first[i] for i in i_s), tuple(second[j] for j in j_s)) for i_s, j_s in found]
    return sorted(pairs, key=lambda pair: pair.second[0].start)


def likeness(pair: Pair) -> float:
    """The share of what the shorter side of a pair says that the other says too, from 0 to 1."""
    one, other = (_said(lines, same=pair.in_one_language) for lines in (pair.first, pair.second))
    shared = sum(weight for key, weight in one.items() if key in other)
    return shared / (min(sum(one.values()), sum(other.values())) or 1)


def _said(lines: Sequence[Line], *, same: bool) -> "_Features":
    return {key: weight for line in lines for key, weight in _features(line, same=same).items()}


_Features = Mapping[tuple[str, str], float]
_Found = tuple[tuple[int, ...], tuple[int, ...]]


def _features(line: Line, *, same: bool) -> _Features:
    found: dict[tuple[str, str], float] = {said: WEIGHTS[said[0]] for said in line.said}
    if same:
        stems = {word.form[:_STEM_LETTERS] for word in line.words if len(word.form) >= _SHORTEST}
        found |= {("stem", stem): STEM for stem in stems}
    return found


def _gain(first: Iterable[_Features], second: Iterable[_Features], least: float) -> float:
    """What the two have in common, less what sentences without kinship would have: above 0 where they answer."""
    one: dict[tuple[str, str], float] = {}
    other: dict[tuple[str, str], float] = {}
    for features in first:
        one |= features
    for features in second:
        other |= features
    shared = sum(weight for key, weight in one.items() if key in other)
    return shared - least * (sum(one.values()) + sum(other.values())) / 2


def _headlines(lines: Sequence[Line]) -> int:
    """How many lines stand before the text itself."""
    return sum(line.view.zone == "headline" for line in lines)


def _in_order(first: Sequence[_Features], second: Sequence[_Features], heads: tuple[int, int]) -> list[_Found]:
    """`heads` says how many lines of each are headlines: none makes one telling with a sentence of the text."""
    best = [[0.0] * (len(second) + 1) for _ in range(len(first) + 1)]
    taken: dict[tuple[int, int], tuple[int, int]] = {}
    for i, j in product(range(1, len(first) + 1), range(1, len(second) + 1)):
        best[i][j] = max(best[i - 1][j], best[i][j - 1])
        for m, n in SHAPES:
            across = i - m < heads[0] < i or j - n < heads[1] < j
            if m <= i and n <= j and not across:
                gain = _gain(first[i - m : i], second[j - n : j], LEAST)
                if gain > 0 and best[i - m][j - n] + gain > best[i][j]:
                    best[i][j] = best[i - m][j - n] + gain
                    taken[i, j] = m, n
    return _traced(best, taken)


def _traced(best: Sequence[Sequence[float]], taken: Mapping[tuple[int, int], tuple[int, int]]) -> list[_Found]:
    i, j = len(best) - 1, len(best[0]) - 1
    found: list[_Found] = []
    while i and j:
        if best[i][j] == best[i - 1][j]:
            i -= 1
        elif best[i][j] == best[i][j - 1]:
            j -= 1
        else:
            m, n = taken[i, j]
            found.append((tuple(range(i - m, i)), tuple(range(j - n, j))))
            i, j = i - m, j - n
    return found[::-1]


def _elsewhere(
    first: Sequence[_Features], second: Sequence[_Features], taken: tuple[set[int], set[int]]
) -> list[_Found]:
    """Sentences that were moved: the best of those left over, each once."""
    gains = [
        (_gain([first[i]], [second[j]], APART), i, j)
        for i in range(len(first))
        if i not in taken[0]
        for j in range(len(second))
        if j not in taken[1]
    ]
    found: list[_Found] = []
    used: tuple[set[int], set[int]] = set(), set()
    for gain, i, j in sorted(gains, key=lambda one: (-one[0], one[1], one[2])):
        if gain > 0 and i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            found.append(((i,), (j,)))
    return found


def _between(found: Sequence[_Found], first: Sequence[Line], second: Sequence[Line]) -> list[_Found]:
    """As many sentences of each page, few, that stand between the same neighbours or at the same end: in their order,
    where both tell of one sort of fact. What they share may be just what was changed."""
    there = {j: i for i_s, j_s in found for j in j_s for i in i_s} | {-1: -1, len(second): len(first)}
    here = {i for i_s, _ in found for i in i_s}
    gaps: list[_Found] = []
    for j in range(len(second)):
        if j in there or j - 1 not in there:
            continue
        size = next(n for n in range(1, len(second) - j + 1) if j + n in there)
        i = there[j - 1] + 1
        if size <= WIDEST and there[j + size] == i + size and here.isdisjoint(range(i, i + size)):
            gaps += [((i + n,), (j + n,)) for n in range(size) if _kinds(first[i + n]) & _kinds(second[j + n])]
    return gaps


def _kinds(line: Line) -> frozenset[str]:
    return frozenset(kind for kind, _ in line.said if kind != "idea")
