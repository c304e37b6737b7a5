"""How many claims wait for a person, the sure ones and the doubtful apart."""

from dataclasses import replace
from math import nextafter
from typing import NamedTuple

from msgspec import Struct

from foedus.ledger.filters import ClaimFilter
from foedus.model.facets import Facets
from foedus.serve.house import House
from foedus.serve.views.counted import counted


class Waits(Struct, frozen=True):
    """How many claims wait; with `more` at least so many."""

    count: int
    more: bool


class ReviewCounts(NamedTuple):
    """Those that wait under a filter, as numbers and as counts by facet: of all that wait, and of the doubtful."""

    sure: Waits
    doubtful: Waits
    facets: Facets
    facets_doubtful: Facets


def review_counts(house: House, which: ClaimFilter, batch: int) -> ReviewCounts:
    """What nobody has judged, counted as facets are: of very many the newest. `batch` is the ledger's last."""
    level = house.settings.sure
    unread = replace(which, review=("unreviewed",))
    doubtful = counted(house.ledger, replace(unread, max_confidence=nextafter(level, 0)), batch)
    whole = counted(house.ledger, unread, batch)
    if whole.more:
        sure = counted(house.ledger, replace(unread, min_confidence=level), batch)
        waits = Waits(sure.counted, sure.more)
    else:
        waits = Waits(whole.counted - doubtful.counted, more=False)
    return ReviewCounts(waits, Waits(doubtful.counted, doubtful.more), whole, doubtful)
