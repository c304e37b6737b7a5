"""Pages of the queue, asked of the ledger once for each question as long as the ledger learns nothing."""

from collections import OrderedDict
from threading import Lock
from weakref import WeakKeyDictionary

from msgspec import Struct

from foedus.ledger.filters import ClaimFilter
from foedus.ledger.review.queue import QueuePage
from foedus.ledger.store import Ledger

_MOST = 100
"""Pages that are kept for a ledger, those asked for last."""


class Wanted(Struct, frozen=True):
    """A page of the queue, as `Ledger.review_queue` is asked for it."""

    which: ClaimFilter
    level: float
    doubtful: bool
    second: str | None
    after: str | None
    limit: int


_kept: WeakKeyDictionary[Ledger, OrderedDict[tuple[int, Wanted], QueuePage]] = WeakKeyDictionary()
_lock = Lock()


def waiting(ledger: Ledger, wanted: Wanted, batch: int) -> QueuePage:
    """The page; `batch` is the ledger's last: what waits after it stays so."""
    key = (batch, wanted)
    with _lock:
        pages = _kept.setdefault(ledger, OrderedDict())
        if key in pages:
            pages.move_to_end(key)
            return pages[key]
    found = ledger.review_queue(
        wanted.which,
        level=wanted.level,
        doubtful=wanted.doubtful,
        second=wanted.second,
        after=wanted.after,
        limit=wanted.limit,
    )
    with _lock:
        pages[key] = found
        while len(pages) > _MOST:
            pages.popitem(last=False)
    return found
