"""The finder of translations, rewrites and tellings of one event."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from foedus.lineage.copying.likeness import likenesses
from foedus.lineage.copying.shingled import Shingled, shingled
from foedus.lineage.crossing.decision import Verdict, load_decision
from foedus.lineage.crossing.facts import Read, facts_of
from foedus.lineage.crossing.keys import keys_of
from foedus.lineage.crossing.likeness import Likeness, likeness, shared_weight
from foedus.lineage.crossing.reasons import reason
from foedus.lineage.crossing.weights import load_weights
from foedus.lineage.crossing.wrapping import wrapped
from foedus.lineage.edges import CopyEdge, EdgeKind, Passage
from foedus.lineage.pages import Page, came_before

LEAST_WEIGHT = 1.0
"""Of the facts in both pages: with less, nothing is looked at more closely."""
MOST_TEXTS = 5
"""Edges from earlier pages of one text: the most alike; others hang together with these."""
MOST_EVENTS = 10
"""Edges from earlier pages of one event."""
RUNS = 12
"""Runs of five words in both from which the finder of copies is asked first."""
SURELY = 0.8
"""Share of these from which it need not be asked."""
FREE = 0.56
"""Share of facts kept in order below which a page in another language is retold rather than translated."""
UNQUOTED_FREE = 0.85
"""The same for a page that quotes nobody where the other does: who translates keeps quotations."""


class _Found(NamedTuple):
    origin: Read
    likeness: Likeness
    verdict: Verdict


class CrossingFinder:
    """Finds `translation`, `rewrite` and `same_event` by facts that survive another language and other words.

    A page in another language that has most of the facts in one order is a translation, less faithful ones and those
    in the same language are rewrites; one that wraps another's text in much of its own is an `excerpt`. Pages that
    share words as copies do are left to the finder of copies, and lists of headlines are none. Keys: at most 40 a page.
    """

    name = "crossing/1"

    def keys(self, page: Page) -> tuple[int, ...]:
        """Rare facts side by side, and what the page is about in two windows of time; a list of headlines has none."""
        facts = facts_of(page)
        return () if facts.listing else keys_of(facts, _day(page), load_weights(), self.name)

    def edges(self, page: Page, earlier: Sequence[Page]) -> list[CopyEdge]:
        """The most alike earlier pages of one text, and those of one event, each with the facts that decided."""
        own = Read(page, facts_of(page))
        found = sorted(self._found(own, earlier), key=_rank)
        texts = [one for one in found if one.verdict.outcome == "text"][:MOST_TEXTS]
        events = [one for one in found if one.verdict.outcome == "event"][:MOST_EVENTS]
        return [_edge(one, own) for one in (*texts, *events)]

    @staticmethod
    def _found(own: Read, earlier: Sequence[Page]) -> Iterator[_Found]:
        weights, decision = load_weights(), load_decision()
        for page in earlier if not own.facts.listing else ():
            other = Read(page, facts_of(page))
            if page.id == own.page.id or other.facts.listing:
                continue
            if shared_weight(other.facts, own.facts, weights) < LEAST_WEIGHT:
                continue
            if _is_copy(other, own):
                continue
            alike = likeness(other.facts, own.facts, (page.when, own.page.when), weights)
            verdict = decision.of(alike)
            if verdict.outcome:
                yield _Found(other, alike, verdict)


def _rank(found: _Found) -> tuple[float, str]:
    return -round(found.verdict.probability, 6), found.origin.page.order


def _is_copy(one: Read, other: Read) -> bool:
    """Whether the two share words as only copies do."""
    first, second = one.facts.wording.long_runs, other.facts.wording.long_runs
    common = len(first & second)
    if common < RUNS:
        return False
    if common >= SURELY * min(len(first), len(second)):
        return True
    [found] = likenesses(_shingled(other.page.text), [_shingled(one.page.text)], [None])
    return found is not None and found.kind is not None


@lru_cache(64)
def _shingled(text: str) -> Shingled:
    return shingled(text)


def _edge(found: _Found, own: Read) -> CopyEdge:
    origin, alike = found.origin, found.likeness
    score = round(alike.kept, 3)
    why = reason(origin, own, alike, found.verdict, load_weights())
    if found.verdict.outcome == "event":
        return CopyEdge(origin.page.id, own.page.id, "same_event", score, directed=False, reason=why)
    spans = wrapped(origin.facts, own.facts, load_weights())
    directed = came_before(origin.page, own.page) is True
    return CopyEdge(origin.page.id, own.page.id, _kind(alike, origin, own, spans), score, directed, why, spans)


def _kind(alike: Likeness, origin: Read, own: Read, spans: Sequence[Passage]) -> EdgeKind:
    if spans:
        return "excerpt"
    unquoted = bool(origin.facts.quotations) and not own.facts.quotations
    free = alike.ordered < (UNQUOTED_FREE if unquoted else FREE)
    return "rewrite" if alike.same_language or free else "translation"


def _day(page: Page) -> date | None:
    return page.when.earliest if page.when else None
