"""Whole answers as streams, asked for page by page: no transaction is held while a client reads slowly.

All pages of an answer are as of the moment of the first one.
"""

from collections.abc import Iterator

from foedus.ledger.filters import ClaimFilter
from foedus.ledger.store import Ledger
from foedus.model.claim import Claim
from foedus.publish.documents import Listed

_AT_ONCE = 500


def all_claims(ledger: Ledger, which: ClaimFilter) -> Iterator[Claim]:
    """The claims of a filter, newest publication first."""
    after: str | None = None
    while True:
        page = ledger.page_of_claims(which, after, _AT_ONCE, newest_first=True)
        yield from page.claims
        if page.next is None:
            return
        after = page.next


def all_documents(ledger: Ledger, which: ClaimFilter) -> Iterator[Listed]:
    """The documents of the filter, newest first, with how many of its claims each has; where words are asked for, those
    whose texts have them."""
    after: str | None = None
    while True:
        page = ledger.search_documents(which.text, which, after, _AT_ONCE)
        types = {} if which.text else ledger.types_in([hit.document.id for hit in page.hits], which)
        for hit in page.hits:
            yield Listed(hit.document, None if which.text else sum(types[hit.document.id].values()))
        if page.next is None:
            return
        after = page.next
