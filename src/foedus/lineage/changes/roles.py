"""Who does it to whom, turned round: the customer became the maker."""

from collections.abc import Iterator, Mapping
from itertools import permutations

from foedus.lineage.changes.aligned import Pair
from foedus.lineage.changes.change import Change, Words
from foedus.lineage.changes.exchanges import turned
from foedus.lineage.changes.lines import Line, Lines
from foedus.lineage.changes.predicates import WHO, Predicate, matched, predicates, same_act
from foedus.lineage.changes.touched import Touched
from foedus.lineage.crossing.fact import Fact


def roles_flipped(pair: Pair, touched: Touched, first: Lines, second: Lines) -> Iterator[Change]:
    """At most one for a pair of sentences: by the claims, the grammar, or names that changed places."""
    for way in (_by_grammar, _by_exchange, _by_place):
        change = next(way(pair, touched, first, second), None)
        if change is not None:
            yield change
            return


def _turned(one: Mapping[str, frozenset[str]], other: Mapping[str, frozenset[str]]) -> tuple[str, str] | None:
    """Two names that stand in two roles of the one, and each in the other's role alone of the other."""
    for a, b in permutations(one, 2):
        for first in sorted(one[a] - one[b]):
            for second in sorted(one[b] - one[a]):
                there = other.get(a, frozenset()), other.get(b, frozenset())
                if second in there[0] - there[1] and first in there[1] - there[0]:
                    return first, second
    return None


def _by_grammar(pair: Pair, touched: Touched, first: Lines, second: Lines) -> Iterator[Change]:
    """The doer of the one is what it is done to, or for, in the other, and the reverse."""
    one = [found for line in pair.first for found in predicates(line, first)]
    other = [found for line in pair.second for found in predicates(line, second)]
    for before, after in matched(one, other):
        if not same_act(before, after):
            continue
        both = _turned(_sides(before), _sides(after))
        if both:
            was, now = _names(pair.first, both), _names(pair.second, both)
            if was and now and (touched.first(*was) or touched.second(*now)):
                reason = f"{both[0]} and {both[1]} changed places around “{before.lemma}”"
                yield Change("roles_flipped", was, now, reason)


def _sides(one: Predicate) -> Mapping[str, frozenset[str]]:
    some = (*one.who, *one.nouns)
    doers = frozenset(key for relation, keys in some if relation == "subj" for key in keys)
    others = frozenset(key for relation, keys in some if relation != "subj" for key in keys)
    return {"doer": doers, "other": others}


def _by_exchange(pair: Pair, touched: Touched, first: Lines, second: Lines) -> Iterator[Change]:
    """Who gives in the one takes in the other."""
    one = [found for line in pair.first for found in predicates(line, first)]
    other = [found for line in pair.second for found in predicates(line, second)]
    for key in sorted(turned(one, other)):
        was, now = _places(pair.first, key), _places(pair.second, key)
        if was and now:
            was, now = _sentence(pair.first, was), _sentence(pair.second, now)
            if touched.first(*was) or touched.second(*now):
                yield Change("roles_flipped", was, now, f"{key} gave and now takes, or the reverse")


def _places(lines: tuple[Line, ...], key: str) -> Words | None:
    return next((Words(fact.start, fact.end) for line in lines for fact in line.facts if fact.key == key), None)


def _sentence(lines: tuple[Line, ...], words: Words) -> Words:
    line = next(line for line in lines if line.start <= words.start < line.end)
    return Words(line.start, line.end)


def _by_place(pair: Pair, touched: Touched, _first: Lines, _second: Lines) -> Iterator[Change]:
    """In one language: the same words but for two names that stand in each other's places."""
    if not pair.in_one_language:
        return
    hunks = [hunk for hunk in touched.hunks if hunk.first and hunk.second]
    was = [_name_in(pair.first, Words(hunk.first[0].start, hunk.first[-1].end)) for hunk in hunks]
    now = [_name_in(pair.second, Words(hunk.second[0].start, hunk.second[-1].end)) for hunk in hunks]
    for i in range(len(hunks) - 1):
        a, b, c, d = was[i], was[i + 1], now[i], now[i + 1]
        if a and b and c and d and a.key == d.key and b.key == c.key and a.key != b.key:
            reason = f"{a.key} and {b.key} changed places"
            yield Change("roles_flipped", Words(a.start, b.end), Words(c.start, d.end), reason)


def _name_in(lines: tuple[Line, ...], words: Words) -> Fact | None:
    inside = (
        fact
        for line in lines
        for fact in line.facts
        if fact.kind in WHO and fact.start < words.end and words.start < fact.end
    )
    return next(inside, None)


def _names(lines: tuple[Line, ...], keys: tuple[str, str]) -> Words | None:
    """From the first of two names to the last."""
    found = [fact for line in lines for fact in line.facts if fact.key in keys]
    if {fact.key for fact in found} != set(keys):
        return None
    return Words(found[0].start, found[-1].end)
