"""A page's facts in text order, its sentences and its quotations: all that crossing looks at, without a parse."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property, lru_cache
from itertools import pairwise
from math import log, sqrt
from typing import NamedTuple, TypeAlias

from foedus.language.paragraphs import paragraphs
from foedus.language.sentences import split
from foedus.lineage.crossing.fact import Fact, Sentence
from foedus.lineage.crossing.gathering import facts_in, is_listing, paragraph_language, quotations_in
from foedus.lineage.crossing.order import places
from foedus.lineage.crossing.weights import Key, load_weights
from foedus.lineage.crossing.wording import Wording, wording
from foedus.lineage.pages import Page

Counts: TypeAlias = Mapping[str, frozenset[str]]
"""By thing, the numbers that a page has of it."""

MOST_REMEMBERED = 1_000
"""Pages whose facts are remembered, about 80 KiB each."""
LEAD = 4
"""Sentences of the lead, the headline among them."""
_DAY = re.compile(r"(?:19|20)\d\d-\d\d-\d\d")
_LONGEST = 40_000
"""Code points that are read: what comes behind is another text's (a thread, a whole site)."""
_NEXT = 25
"""Code points between a number and what it counts."""
_THINGS = frozenset({"idea", "thing", "entity", "type"})


class Facts:
    """What crossing keeps of a page. `facts` are in text order and do not overlap.

    `listing` says that the page is a list of headlines, which tells nothing of its own.
    """

    def __init__(self, text: str, lang: str, published: str | None) -> None:
        spans = paragraphs(text[:_LONGEST])
        parts = [(start, end, paragraph_language(text[start:end], lang)) for start, end in spans]
        self.lang = lang
        self.length = len(text)
        self.facts = tuple(facts_in(text, published, parts))
        self.sentences = tuple(
            Sentence(*span, own) for start, end, own in parts for span in split(text, start, end, own)
        )
        self.quotations = tuple(quotations_in(text, spans))
        self.listing = is_listing(text, spans)
        self._text = text

    @cached_property
    def first(self) -> Mapping[Key, Fact]:
        """Each fact's first place, by kind and key."""
        found: dict[Key, Fact] = {}
        for fact in self.facts:
            found.setdefault((fact.kind, fact.key), fact)
        return found

    @cached_property
    def by_sentence(self) -> Sequence[frozenset[Key]]:
        """What each sentence says, by kind and key; sentences without facts are empty."""
        return tuple(_within(self.facts, [(one.start, one.end) for one in self.sentences]))

    @cached_property
    def places(self) -> Mapping[Key, int]:
        """The sentence in which each fact stands first."""
        return places(self.by_sentence)

    @cached_property
    def counts(self) -> Counts:
        """How many of what: numbers and sums, by the thing that stands next behind them."""
        found: dict[str, set[str]] = defaultdict(set)
        for fact, after in pairwise(self.facts):
            if fact.kind == "money":
                found["money"].add(fact.key)
            elif fact.kind in {"number", "share"} and after.start - fact.end <= _NEXT and after.kind in _THINGS:
                found[after.key].add(fact.key)
        return {thing: frozenset(numbers) for thing, numbers in found.items()}

    @cached_property
    def profile(self) -> Mapping[Key, float]:
        """Each fact by its weight and, less than in proportion, by how often it is said; as a vector of length one."""
        weights = load_weights()
        often = Counter((fact.kind, fact.key) for fact in self.facts)
        found = {key: weights.of(key) * (1 + log(count)) for key, count in often.items()}
        length = sqrt(sum(sorted(value * value for value in found.values()))) or 1.0
        return {key: value / length for key, value in found.items()}

    def opening(self, sentences: int) -> frozenset[Key]:
        """What the first sentences say, the headline among them."""
        return frozenset[Key]().union(*self.by_sentence[:sentences])

    @cached_property
    def days(self) -> frozenset[date]:
        """The days that the lead names."""
        return frozenset(
            date.fromisoformat(key) for kind, key in self.opening(LEAD) if kind == "date" and _DAY.fullmatch(key)
        )

    @cached_property
    def by_quotation(self) -> Sequence[frozenset[Key]]:
        """What each quotation says."""
        return tuple(_within(self.facts, [(one.start, one.end) for one in self.quotations]))

    def words(self, fact: Fact) -> str:
        """A fact as the page writes it."""
        return self._text[fact.start : fact.end]

    @cached_property
    def wording(self) -> Wording:
        """The words themselves, for texts of one language."""
        return wording(self._text)


class Read(NamedTuple):
    """A page with its facts."""

    page: Page
    facts: Facts


def facts_of(page: Page) -> Facts:
    """The page's facts; those of the last thousand pages are remembered."""
    return _remembered(page.text, page.lang, page.document.published if page.when else None)


@lru_cache(MOST_REMEMBERED)
def _remembered(text: str, lang: str, published: str | None) -> Facts:
    return Facts(text, lang, published)


def _within(facts: Sequence[Fact], spans: Sequence[tuple[int, int]]) -> Iterator[frozenset[Key]]:
    """Facts inside each of some spans that stand in text order."""
    at = 0
    for start, end in spans:
        while at < len(facts) and facts[at].start < start:
            at += 1
        first = at
        while at < len(facts) and facts[at].start < end:
            at += 1
        yield frozenset((fact.kind, fact.key) for fact in facts[first:at])
