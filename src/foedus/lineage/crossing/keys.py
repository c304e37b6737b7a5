"""What makes two pages candidates: rare facts side by side, and within some days of each other what they are about."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations, product

from foedus.lineage.crossing.facts import Facts
from foedus.lineage.crossing.weights import Key, Weights
from foedus.lineage.finder import key

MOST_PAIRS = 12
"""Keys of two rare facts that stand near each other; they meet whatever the dates."""
MOST_TOPICS = 14
"""Keys of two things that a page is about, in each of two windows; they meet pages of some days alone."""
_WINDOW = 10
"""Days of a window. Each page is in two of them, half a window apart: pages up to 5 days apart share one."""
_REACH = 3
"""How many rare facts further on the second of a pair may stand."""
_LEAD = 3
_MOST_STATES = 3
_MOST_THINGS = 5
_TOLD_FIRST = 2.0
"""How much more what headline and first sentences say counts."""
_MOST_ALONE = 3
_MOST_IDEAS = 6
_IDEAS: frozenset[str] = frozenset({"idea"})
_THINGS = frozenset({"thing", "type", "entity"})
"""What reporters who do not copy each other both name; persons quoted and figures are each one's own."""
_UNDATED = "undated"


def keys_of(facts: Facts, day: date | None, weights: Weights, name: str) -> tuple[int, ...]:
    """At most MOST_PAIRS and twice MOST_TOPICS keys, each once."""
    pairs = (key(name, "pair", *pair) for pair in _pairs(facts, weights))
    topics = _topics(facts, weights)
    windows = [key(name, "topic", window, *pair) for window in _windows(day) for pair in topics]
    return tuple(dict.fromkeys((*pairs, *windows)))


def _windows(day: date | None) -> Iterator[str]:
    if day is None:
        yield _UNDATED
        return
    number = day.toordinal()
    yield f"a{number // _WINDOW}"
    yield f"b{(number + _WINDOW // 2) // _WINDOW}"


def _pairs(facts: Facts, weights: Weights) -> Iterable[tuple[str, ...]]:
    """The heaviest pairs of rare facts near each other, without order: languages turn neighbours around."""
    rare = [one for one in facts.first if weights.is_rare(one)]
    near = [
        (rare[first], rare[second])
        for first in range(len(rare))
        for second in range(first + 1, min(first + 1 + _REACH, len(rare)))
    ]
    ranked = sorted({tuple(sorted(pair)) for pair in near}, key=lambda pair: (-weights.total(pair), pair))
    return [(*one, *other) for one, other in ranked[:MOST_PAIRS]]


def _topics(facts: Facts, weights: Weights) -> list[tuple[str, ...]]:
    """What a page is about: rare things alone, things with the states that it names most and first, two of either."""
    states = _told_most(facts, frozenset({"state"}), weights)[:_MOST_STATES]
    things = _told_most(facts, _THINGS, weights)[:_MOST_THINGS]
    alone = [one for one in things if weights.is_rare(one)][:_MOST_ALONE]
    pairs = [*product(states[:2], things[:3]), *combinations(states, 2), *combinations(things[:3], 2)]
    pairs += [*product(states, things), *product(states[:1], _told_most(facts, _IDEAS, weights)[:_MOST_IDEAS])]
    together = [(*one, *other) for one, other in dict.fromkeys(tuple(sorted(pair)) for pair in pairs)]
    return [*alone, *together][:MOST_TOPICS]


def _told_most(facts: Facts, kinds: frozenset[str], weights: Weights) -> list[Key]:
    lead = facts.opening(_LEAD)
    known = {
        one: share * (_TOLD_FIRST if one in lead else 1)
        for one, share in facts.profile.items()
        if one[0] in kinds and weights.of(one) > 0
    }
    return sorted(known, key=lambda one: (-known[one], one))
