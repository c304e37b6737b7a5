"""The change list: planted changes matched with those that an engine tells.

Every page is looked at beside each parent that its text comes from. A told change is right where kind and pages agree
and the words overlap on both sides; each planted change is met once, and whatever else is told is wrong. Two things
count neither way: what meets a planted change again, where its words stand a second time; and what a headline repeats,
that is, a change told of a headline where another of its kind between the two pages is right.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from bench.lineage.corpus import CHANGE_KINDS, Corpus, Planted, Span
from bench.lineage.score import Score
from bench.lineage.told import Difference, Engine, Read


class Judged(NamedTuple):
    """One page beside one parent: planted changes with what met them, and what was told beyond."""

    first: Read
    second: Read
    met: tuple[tuple[Planted, Difference], ...]
    missed: tuple[Planted, ...]
    extra: tuple[Difference, ...]


def judge_all(corpus: Corpus, reads: Mapping[str, Read], engine: Engine) -> Iterator[Judged]:
    """Each page beside each page that its text comes from; `reads` by document id."""
    for member in corpus.members:
        for origin in dict.fromkeys(one.document for one in member.parents if one.document and one.kind != "citation"):
            ends = (origin, member.document.id)
            planted = [change for change in corpus.changes if (change.origin, change.copy) == ends]
            first, second = reads[origin], reads[member.document.id]
            yield judge(first, second, planted, engine.changes(first, second))


def judge(first: Read, second: Read, planted: Sequence[Planted], told: Sequence[Difference]) -> Judged:
    """The largest possible set of right ones, each planted and each told change used once."""
    by_told: dict[int, int] = {}
    for number in range(len(planted)):
        _augment(number, planted, told, by_told, set())
    met = {number: place for place, number in by_told.items()}
    kinds_met = {planted[number].kind for number in met}
    extra = [
        one
        for place, one in enumerate(told)
        if place not in by_told
        and not any(agrees(change, one) for change in planted)
        and not (one.kind in kinds_met and (_in_headline(first, one.was) or _in_headline(second, one.now)))
    ]
    return Judged(
        first,
        second,
        tuple((planted[number], told[met[number]]) for number in sorted(met)),
        tuple(change for number, change in enumerate(planted) if number not in met),
        tuple(extra),
    )


def _augment(
    number: int, planted: Sequence[Planted], told: Sequence[Difference], by_told: dict[int, int], tried: set[int]
) -> bool:
    """Find a told change for a planted one, moving others where they have another (Kuhn's algorithm)."""
    for place, one in enumerate(told):
        if place not in tried and agrees(planted[number], one):
            tried.add(place)
            if place not in by_told or _augment(by_told[place], planted, told, by_told, tried):
                by_told[place] = number
                return True
    return False


def agrees(planted: Planted, told: Difference) -> bool:
    """Kind and words agree; of what is simply gone, and of a lost source, only the parent's words are asked."""
    if planted.kind != told.kind or not _overlap(planted.was, told.was):
        return False
    return planted.kind == "source_lost" or not planted.now or _overlap(planted.now, told.now)


def _overlap(spans: Sequence[Span], span: Span | None) -> bool:
    return span is not None and any(start < span[1] and span[0] < end for start, end in spans)


def _in_headline(read: Read, span: Span | None) -> bool:
    document = read.member.document
    title = document.title or ""
    return span is not None and document.text.startswith(title) and span[1] <= len(title)


def change_scores(judged: Sequence[Judged]) -> dict[str, Score]:
    """Kind → score, `all` last; a kind that the corpus does not know counts under `all` alone."""
    found = dict.fromkeys((*CHANGE_KINDS, "all"), Score())
    for one in judged:
        counted = [(change.kind, Score(1, 1, 1)) for change, _ in one.met]
        counted += [(change.kind, Score(0, 0, 1)) for change in one.missed]
        told: list[tuple[str, Score]] = [(extra.kind, Score(0, 1, 0)) for extra in one.extra]
        for kind, score in [*counted, *told]:
            if kind in found:
                found[kind] = found[kind].plus(score)
            found["all"] = found["all"].plus(score)
    return found
