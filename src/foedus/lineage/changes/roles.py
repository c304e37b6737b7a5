"""Who does it to whom, turned round: the customer became the maker."""

from collections.abc import Iterator, Mapping
from itertools import permutations

from foedus.lineage.changes.aligned import Pair
from foedus.lineage.changes.change import Change, Words
from foedus.lineage.changes.lines import Line, Lines
from foedus.lineage.changes.predicates import WHO, Predicate, matched, predicates
from foedus.lineage.changes.touched import Touched
from foedus.lineage.crossing.fact import Fact
from foedus.model.claim import Claim


def roles_flipped(pair: Pair, touched: Touched, first: Lines, second: Lines) -> Iterator[Change]:
    """At most one for a pair of sentences: by the claims, the grammar, or names that changed places."""
    for way in (_by_claims, _by_grammar, _by_place):
        change = next(way(pair, touched, first, second), None)
        if change is not None:
            yield change
            return


def _by_claims(pair: Pair, touched: Touched, first: Lines, second: Lines) -> Iterator[Change]:
    """Two entities that fill each other's roles in two claims of one type."""
    for one in _claims(pair.first, first):
        for other in _claims(pair.second, second):
            if one.type == other.type and (turned := _turned(_roles(one), _roles(other))):
                was, now = _names(pair.first, turned), _names(pair.second, turned)
                if was and now and (touched.first(*was) or touched.second(*now)):
                    reason = f"{turned[0]} and {turned[1]} changed roles in a claim of {one.type}"
                    yield Change("roles_flipped", was, now, reason)


def _claims(lines: tuple[Line, ...], page: Lines) -> list[Claim]:
    return [claim for claim in page.page.claims if any(line.start <= claim.trigger.start < line.end for line in lines)]


def _roles(claim: Claim) -> Mapping[str, frozenset[str]]:
    return {
        role: frozenset(filler.entity for filler in fillers if filler.entity is not None)
        for role, fillers in claim.roles.items()
    }


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
        turned = _turned(_sides(before), _sides(after))
        if turned:
            was, now = _names(pair.first, turned), _names(pair.second, turned)
            if was and now and (touched.first(*was) or touched.second(*now)):
                reason = f"{turned[0]} and {turned[1]} changed places around “{before.lemma}”"
                yield Change("roles_flipped", was, now, reason)


def _sides(one: Predicate) -> Mapping[str, frozenset[str]]:
    doers = frozenset(key for relation, keys in one.who if relation == "subj" for key in keys)
    others = frozenset(key for relation, keys in one.who if relation != "subj" for key in keys)
    return {"doer": doers, "other": others}


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
