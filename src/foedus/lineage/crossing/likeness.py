"""How alike two pages are: a few figures, each of which a reader can check, and the facts behind them."""

from collections.abc import Iterable, Mapping, Sequence, Set
from math import exp, log, log1p
from typing import Any, NamedTuple

from foedus.lineage.crossing.fact import FactKind
from foedus.lineage.crossing.facts import Counts, Facts
from foedus.lineage.crossing.news import UNKNOWN_DAYS, days_of_news, leads_shared, news_shared, turned
from foedus.lineage.crossing.order import in_order
from foedus.lineage.crossing.quoting import answering
from foedus.lineage.crossing.weights import FIGURES, NAMED, Key, Weights, share
from foedus.lineage.published import days_apart
from foedus.model.edtf import Edtf

_FADING = 1.5
"""Days in which news loses two thirds of its freshness."""


class Likeness(NamedTuple):
    """Shares are of the page that says less, by weight, 0 to 1; `same_language` chooses the model."""

    same_language: bool
    kept: float
    """Share of the facts that stand in both."""
    ordered: float
    """Share of the facts that stand in both in one order."""
    sentences: float
    """Share of each sentence's facts that stand together in one sentence of the other page."""
    mutual: float
    """Shared weight in all the weight of both."""
    rare: float
    """Share of rare facts kept."""
    rare_weight: float
    """How much the rare facts in both weigh (logarithm)."""
    figures: float
    """Share of figures, sums and dates kept."""
    named: float
    """Names in both among all names of both."""
    agreeing: float
    """Logarithm of the number of things counted alike in both, and one."""
    lead: float
    """Share of the leads' facts in both."""
    topic: float
    """Cosine of the facts, by weight and by how often each is said."""
    fresh_topic: float
    """The same, less for each day between what is news in the two pages."""
    news: float
    """Share of what headline and first sentence say that stands anywhere in the other page; of the two, the higher."""
    fresh_news: float
    """The same, less for each day between the news."""
    fresh_lead: float
    """Share of the leads' facts in both, less for each day between the news."""
    turned: float
    """1 where the headline or first sentence of one page denies or negates something, and the other's does not."""
    quoted: float
    """Share of quotations that answer to one of the other page, by order, length and facts."""
    unquoted: float
    """Share of quotations that do not."""
    length: float
    """Logarithm of the ratio of lengths."""
    days: float
    """Logarithm of the days between them and one."""
    undated: float
    """1 where a date is unknown."""
    stems: float
    """Share of the longer words' beginnings in both, where the language is the same."""
    runs: float
    """Share of runs of three words in both, where the language is the same."""


def likeness(one: Facts, other: Facts, dates: tuple[Edtf | None, Edtf | None], weights: Weights) -> Likeness:
    """Compare two pages; the same whichever is given first."""
    less, more = _by_weight(one, other, weights)
    shared = less.first.keys() & more.first.keys()
    weight, whole = weights.total(shared), weights.total(less.first)
    rare = [key for key in shared if weights.is_rare(key)]
    quoted, unquoted = answering(less, more)
    apart = days_apart(*dates)
    fresh = exp(-days_of_news(less, more, dates) / _FADING)
    topic, news, lead = (
        _cosine(less.profile, more.profile),
        news_shared(less, more, weights),
        leads_shared(less, more, weights),
    )
    alike = one.lang == other.lang
    return Likeness(
        same_language=alike,
        kept=share(weight, whole),
        ordered=share(in_order(less.places, more.places, weights), whole),
        sentences=_together(less.by_sentence, more.by_sentence, shared, weights),
        mutual=share(weight, whole + weights.total(more.first) - weight),
        rare=share(weights.total(rare), weights.total(key for key in less.first if weights.is_rare(key))),
        rare_weight=log1p(weights.total(rare)),
        figures=_of_kind(shared, less.first, FIGURES, weights),
        named=_of_kind(shared, less.first.keys() | more.first.keys(), NAMED, weights),
        agreeing=log1p(len(counted(less.counts, more.counts)[0])),
        lead=lead,
        topic=topic,
        fresh_topic=fresh * topic,
        news=news,
        fresh_news=fresh * news,
        fresh_lead=fresh * lead,
        turned=turned(less, more),
        quoted=quoted,
        unquoted=unquoted,
        length=abs(log(max(one.length, 1) / max(other.length, 1))),
        days=log1p(UNKNOWN_DAYS if apart is None else apart),
        undated=float(apart is None),
        stems=_overlap(one.wording.stems, other.wording.stems) if alike else 0.0,
        runs=_overlap(one.wording.runs, other.wording.runs) if alike else 0.0,
    )


def counted(one: Counts, other: Counts) -> tuple[list[str], list[str]]:
    """What is counted in both: things with a number in common, and things with none."""
    both = sorted(one.keys() & other.keys())
    return [thing for thing in both if one[thing] & other[thing]], [
        thing for thing in both if not one[thing] & other[thing]
    ]


def shared_weight(one: Facts, other: Facts, weights: Weights) -> float:
    """How much the facts in both weigh: a first, cheap look."""
    return weights.total(one.first.keys() & other.first.keys())


def _by_weight(one: Facts, other: Facts, weights: Weights) -> tuple[Facts, Facts]:
    """The page that says less first."""
    first, second = weights.total(one.first), weights.total(other.first)
    if (first, one.length) == (second, other.length):
        return (one, other) if one.facts <= other.facts else (other, one)
    return (one, other) if (first, one.length) < (second, other.length) else (other, one)


def _of_kind(shared: Set[Key], every: Iterable[Key], kinds: frozenset[FactKind], weights: Weights) -> float:
    return share(
        weights.total(key for key in shared if key[0] in kinds), weights.total(key for key in every if key[0] in kinds)
    )


def _together(
    less: Sequence[frozenset[Key]], more: Sequence[frozenset[Key]], shared: set[Key], weights: Weights
) -> float:
    """By weight, how much of each sentence's facts stands in that sentence of the other page which has most of it."""
    others = [facts for one in more if (facts := one & shared)]
    kept, whole = [], []
    for sentence in less:
        whole.append(weights.total(sentence))
        common = sentence & shared
        kept.append(max((weights.total(common & other) for other in others), default=0.0) if common else 0.0)
    return share(sum(kept), sum(whole))


def _cosine(one: Mapping[Key, float], other: Mapping[Key, float]) -> float:
    """Both are of length one."""
    return sum(sorted(one[key] * other[key] for key in one.keys() & other.keys()))


def _overlap(one: frozenset[Any], other: frozenset[Any]) -> float:
    return share(len(one & other), min(len(one), len(other)))
