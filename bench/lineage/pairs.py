"""Pairs of pages: in one story or not, of one event told twice or not."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from bench.lineage.corpus import Member
from bench.lineage.score import Score
from bench.lineage.told import Answer


class Pair(NamedTuple):
    """Two pages with what is true of them and what was told."""

    first: Member
    second: Member
    same_story: bool
    told_story: bool
    same_event: bool
    """One event, and another story."""
    told_event: bool

    @property
    def langs(self) -> str:
        """Both languages, in the order of the alphabet."""
        return "-".join(sorted((self.first.document.lang, self.second.document.lang)))

    @property
    def is_within(self) -> bool:
        """Whether both are of one matter."""
        return self.first.matter == self.second.matter


def pairs(members: Sequence[Member], answer: Answer) -> Iterator[Pair]:
    """Every pair of pages; a page that the answer does not name stands alone."""
    for first, second in combinations(members, 2):
        one = answer.stories.get(first.document.id, first.document.id)
        other = answer.stories.get(second.document.id, second.document.id)
        yield Pair(
            first,
            second,
            same_story=first.story == second.story,
            told_story=one == other,
            same_event=first.event == second.event and first.story != second.story,
            told_event=one != other and frozenset((one, other)) in answer.same_event,
        )


def story_score(some: Iterable[Pair]) -> Score:
    """How far the pairs of one story are found."""
    return _score((pair.same_story, pair.told_story) for pair in some)


def event_score(some: Iterable[Pair]) -> Score:
    """How far the pairs of one event and two stories are found."""
    return _score((pair.same_event, pair.told_event) for pair in some)


def _score(judged: Iterable[tuple[bool, bool]]) -> Score:
    right = found = wanted = 0
    for true, told in judged:
        right += true and told
        found += told
        wanted += true
    return Score(right, found, wanted)
