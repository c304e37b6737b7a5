"""Findings by the moment of the ledger that they are of: computed once, by one thread at a time, and kept.

What was found as of a batch stays so while the ledger grows. It does not when texts are withdrawn, which takes them out
of every moment, or when another ledger was put in its place: then all is found anew.
"""

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cached_property
from threading import BoundedSemaphore, Lock
from time import monotonic
from typing import NamedTuple

from foedus.ledger.filters import ClaimFilter
from foedus.ledger.proof.chain import Link
from foedus.ledger.store import Ledger
from foedus.model.errors import LedgerError, UsageError
from foedus.model.finding import Finding

MOST_KEPT = 4
"""Moments whose findings are kept, those that were asked for last."""
MOST_WAITING = 8
"""Requests that wait for a computation at once: each holds a thread of the server's."""
QUICK_SECONDS = 2.0
"""What a view may take that nobody asked for by itself."""


class Moment(NamedTuple):
    """What findings are of: claims as of a batch, published by a day, no less sure than this."""

    batch: int
    published_by: date | None
    min_confidence: float | None

    def filter(self) -> ClaimFilter:
        """The claims."""
        return ClaimFilter(as_of=self.batch, published_by=self.published_by, min_confidence=self.min_confidence)


class Found:
    """All findings as of a moment, in the order of the rules."""

    def __init__(self, moment: Moment, every: Sequence[Finding]) -> None:
        """As they were computed."""
        self.moment = moment
        self.every = tuple(every)

    @cached_property
    def by_id(self) -> Mapping[str, Finding]:
        """The same by id."""
        return {one.id: one for one in self.every}


class FindingsDesk:
    """One for the whole server; may be used from several threads, never from its loop."""

    def __init__(self, ledger: Ledger, find: Callable[[ClaimFilter], Sequence[Finding]]) -> None:
        """`find` computes what is found in some claims; it is called by one thread at a time."""
        self._ledger = ledger
        self._find = find
        self._kept: OrderedDict[Moment, Found] = OrderedDict()
        self._head: Link | None = None
        self._forgotten = 0
        self._seconds = 0.0
        self._touching = Lock()
        self._computing = Lock()
        self._waiting = BoundedSemaphore(MOST_WAITING)

    def found(self, which: ClaimFilter, batch: int | None = None) -> Found:
        """All that is found as of a filter's moment, day of publication and level; `batch` names the moment instead.

        LedgerError where too many wait already; what else `find` raises.
        """
        moment = self._moment(which, batch)
        if kept := self._at(moment):
            return kept
        if not self._waiting.acquire(blocking=False):
            raise LedgerError("findings are being computed, and many wait for them: ask again in a moment")
        try:
            with self._computing:
                return self._at(moment) or self._compute(moment)
        finally:
            self._waiting.release()

    def at_hand(self, which: ClaimFilter) -> Found | None:
        """The same, where nothing has to be computed for it."""
        return self._at(self._moment(which, None))

    @property
    def is_quick(self) -> bool:
        """Whether the last computation was short enough to begin another one unasked; before the first one, yes."""
        return self._seconds <= QUICK_SECONDS

    def _moment(self, which: ClaimFilter, batch: int | None) -> Moment:
        head = self._ledger.head()
        with self._touching:
            self._follow(head)
        if batch is None:
            batch = self._batch(which, head)
        elif batch > (head.batch if head else 0):
            raise UsageError(f"batch {batch} is not in this ledger: begin with the first page")
        return Moment(batch, which.published_by, which.min_confidence)

    def _batch(self, which: ClaimFilter, head: Link | None) -> int:
        if which.as_of is None:
            return head.batch if head else 0
        return self._ledger.page_of_claims(ClaimFilter(as_of=which.as_of), limit=1).as_of

    def _follow(self, head: Link | None) -> None:
        """Forget all where the ledger has not only grown."""
        if head == self._head:
            return
        if self._head is not None and not self._only_grew(self._head):
            self._kept.clear()
            self._forgotten += 1
        self._head = head

    def _only_grew(self, since: Link) -> bool:
        news = self._ledger.audit(since=since.batch - 1)
        first = next(news, None)
        return first is not None and first.hash == since.hash and all(one.action != "forget" for one in news)

    def _at(self, moment: Moment) -> Found | None:
        with self._touching:
            kept = self._kept.get(moment)
            if kept is not None:
                self._kept.move_to_end(moment)
            return kept

    def _compute(self, moment: Moment) -> Found:
        forgotten, began = self._forgotten, monotonic()
        found = Found(moment, self._find(moment.filter()))
        self._seconds = monotonic() - began
        head = self._ledger.head()
        with self._touching:
            self._follow(head)
            if self._forgotten == forgotten:  # else it may be of texts that were withdrawn meanwhile
                self._kept[moment] = found
            while len(self._kept) > MOST_KEPT:
                self._kept.popitem(last=False)
        return found
