"""Pairs of pages with what they are to each other: own-worded families, and the dev part of the lineage corpus."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Literal, NamedTuple

from bench.lineage.corpus import Member, load
from bench.lineage.engine import RECEIVED

from foedus.lineage.crossing.facts import facts_of
from foedus.lineage.crossing.likeness import Likeness, likeness
from foedus.lineage.crossing.weights import load_weights
from foedus.lineage.pages import Page

HERE = Path(__file__).parent
FAMILIES = "families"
Label = Literal["text", "event", "neither"]


class Pair(NamedTuple):
    """Two pages of the material."""

    one: Member
    other: Member
    label: Label
    found: Likeness
    moved: bool = False
    """Of two matters, compared as though of one day: so the date alone never keeps two matters apart."""

    @property
    def within(self) -> bool:
        """Of one matter."""
        return self.one.matter == self.other.matter


def members() -> list[Member]:
    """All pages: the families and the dev part. The test part is never read."""
    return [*_named(load(FAMILIES, HERE).members, "families"), *_named(load("dev").members, "dev")]


def pairs(found: Sequence[Member]) -> list[Pair]:
    """Every two pages; those of two matters a second time, as though of one day."""
    pages = {member.document.id: Page(member.document, received=RECEIVED) for member in found}
    return list(_pairs(found, pages))


def _pairs(found: Sequence[Member], pages: dict[str, Page]) -> Iterator[Pair]:
    weights = load_weights()
    for one, other in combinations(found, 2):
        if one.matter != other.matter and _subject(one) == _subject(other):
            continue  # two who wrote of one matter: what their pages are to each other nobody has said
        first, second = pages[one.document.id], pages[other.document.id]
        alike = likeness(facts_of(first), facts_of(second), (first.when, second.when), weights)
        yield Pair(one, other, label(one, other), alike)
        if one.matter != other.matter:
            yield Pair(one, other, "neither", _of_one_day(alike), moved=True)


def _of_one_day(found: Likeness) -> Likeness:
    return found._replace(days=0.0, undated=0.0, fresh_topic=found.topic, fresh_news=found.news, fresh_lead=found.lead)


def _subject(member: Member) -> str:
    """What a matter's file name says after its number."""
    return member.matter.rpartition("/")[2].partition("-")[2]


def label(one: Member, other: Member) -> Label:
    """What two pages are to each other."""
    if one.story == other.story:
        return "text"
    return "event" if one.event == other.event else "neither"


def _named(found: Iterable[Member], source: str) -> Iterator[Member]:
    """The same matter number may be in both sources."""
    for member in found:
        yield member._replace(
            matter=f"{source}/{member.matter}", story=f"{source}/{member.story}", event=f"{source}/{member.event}"
        )
