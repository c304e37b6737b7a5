"""The numbers beside "Review" in the navigation: on every page, so they may cost no page anything that is felt."""

from threading import Lock
from time import monotonic
from typing import NamedTuple
from weakref import WeakKeyDictionary

from foedus.ledger.filters import ClaimFilter
from foedus.ledger.store import Ledger
from foedus.model.errors import FoedusError
from foedus.serve.house import House
from foedus.serve.views.review_counts import Waits, review_counts

_QUICK = 0.05
"""Seconds that a count may take to be done again whenever the ledger has learned something."""
_REST = 10.0
"""Seconds for which one that took longer is shown at least."""


class Waiting(NamedTuple):
    """Claims that wait for a person."""

    sure: Waits
    doubtful: Waits


class _Counted(NamedTuple):
    batch: int
    until: float
    waiting: Waiting


class _Kept:
    """The last count of a ledger, and who counts now."""

    def __init__(self) -> None:
        self.last: _Counted | None = None
        self.counting = Lock()


_all: WeakKeyDictionary[Ledger, _Kept] = WeakKeyDictionary()
_lock = Lock()


def review_nav(house: House) -> Waiting | None:
    """What waits in the whole ledger; None where it cannot be counted now: the page itself says what is wrong."""
    with _lock:
        kept = _all.setdefault(house.ledger, _Kept())
    try:
        head = house.ledger.head()
        batch = head.batch if head else 0
        last = kept.last
        if last and (last.batch == batch or monotonic() < last.until):
            return last.waiting
        # while somebody counts, the others show what was counted last
        if not kept.counting.acquire(blocking=last is None):
            return last.waiting if last else None
        try:
            return _count(house, kept, batch)
        finally:
            kept.counting.release()
    except FoedusError:
        return None


def _count(house: House, kept: _Kept, batch: int) -> Waiting:
    if kept.last and kept.last.batch == batch:  # another thread was first
        return kept.last.waiting
    begun = monotonic()
    found = review_counts(house, ClaimFilter(), batch)
    ended = monotonic()
    waiting = Waiting(found.sure, found.doubtful)
    took = ended - begun
    kept.last = _Counted(batch, ended + (_REST if took > _QUICK else 0), waiting)
    return waiting
