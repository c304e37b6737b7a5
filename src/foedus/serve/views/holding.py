"""Claims with what their records do not say: the address of each, its version, and what people judged of it."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from msgspec import Struct

from foedus.ledger.asking.paging import Kept
from foedus.ledger.filters import REVIEWED, ClaimFilter, Moment
from foedus.ledger.store import Ledger
from foedus.model.claim import Claim

_SOME = 500
_TWINS = 20


class HeldClaim(Struct, frozen=True):
    """A claim, and how the ledger holds it."""

    claim: Claim
    kept: Kept

    @property
    def rejected(self) -> bool:
        """Whether a person holds it wrong."""
        return self.kept.review == "rejected"


def of_document(ledger: Ledger, which: ClaimFilter, until: int) -> Iterator[HeldClaim]:
    """Claims of one document in the order of its text, those that people rejected too, as far as before an offset."""
    return takewhile(lambda one: one.claim.trigger.start < until, _all(ledger, replace(which, review=REVIEWED)))


def twins(ledger: Ledger, id: str, as_of: Moment) -> tuple[str, ...]:
    """The addresses of the claims of one text that have an id, where there are several."""
    some = ledger.page_of_claims(ClaimFilter(ids=(id,), review=REVIEWED, as_of=as_of), limit=_TWINS).kept
    return tuple(one.address for one in some) if len(some) > 1 else ()


def _all(ledger: Ledger, which: ClaimFilter) -> Iterator[HeldClaim]:
    """The claims of a filter, some at a time, so that nothing stays open behind one who stops early."""
    after = None
    while True:
        page = ledger.page_of_claims(which, after, _SOME)
        yield from map(HeldClaim, page.claims, page.kept)
        after = page.next
        if after is None:
            return
