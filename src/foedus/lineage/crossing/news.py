"""What is news in two pages, how much of it both tell, and how many days lie between."""

from foedus.lineage.crossing.facts import LEAD, Facts
from foedus.lineage.crossing.weights import Weights, share
from foedus.lineage.crossing.words import denials
from foedus.lineage.published import days_apart
from foedus.model.edtf import Edtf

NEWS = 2
"""Headline and first sentence."""
UNKNOWN_DAYS = 4
"""What stands for the days between two pages where a date is unknown."""


def leads_shared(one: Facts, other: Facts, weights: Weights) -> float:
    """Share of the facts of the lead that has fewer, in both leads."""
    first, second = one.opening(LEAD), other.opening(LEAD)
    return share(weights.total(first & second), min(weights.total(first), weights.total(second)))


def news_shared(one: Facts, other: Facts, weights: Weights) -> float:
    """Share of what headline and first sentence say that stands anywhere in the other page; the higher of the two."""
    told = ((first.opening(NEWS), second.first.keys()) for first, second in ((one, other), (other, one)))
    return max(share(weights.total(news & every), weights.total(news)) for news, every in told)


def turned(one: Facts, other: Facts) -> float:
    """1 where one page's headline or first sentence denies or negates something, and the other's does not."""
    first, second = ({key for kind, key in facts.opening(NEWS) if kind == "idea"} & denials() for facts in (one, other))
    return float(bool(first) != bool(second))


def days_of_news(one: Facts, other: Facts, dates: tuple[Edtf | None, Edtf | None]) -> int:
    """Days between what is news in the two: the last days that their leads name up to publication, else their dates."""
    latest = max((when.earliest for when in dates if when and when.earliest), default=None)
    first, second = (
        max((day for day in facts.days if latest and day <= latest), default=None) for facts in (one, other)
    )
    apart = abs((first - second).days) if first and second else days_apart(*dates)
    return UNKNOWN_DAYS if apart is None else apart
