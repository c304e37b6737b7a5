"""The pages that tell of a deal, those that come from one text together."""

from collections import defaultdict
from collections.abc import Sequence

from msgspec import Struct

from foedus.ledger.filters import Moment
from foedus.model.claim import Claim, DocumentRef
from foedus.serve.house import House
from foedus.serve.views.of_origins import independence
from foedus.serve.views.register_reasons import reason_in

_LISTED = 60


class Source(Struct, frozen=True):
    """A page with how many claims of the deal stand on it."""

    document: DocumentRef
    claims: int


class Sources(Struct, frozen=True):
    """Pages by origin; there are `origins` of them at least, and `perhaps` so many. `reason` says why."""

    groups: tuple[tuple[Source, ...], ...]
    origins: int
    perhaps: int
    pages: int
    reason: str


def sources(house: House, claims: Sequence[Claim], as_of: Moment, lang: str) -> Sources:
    """Of the claims of one deal."""
    by_page: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_page[claim.document.id].append(claim)
    counted = independence(house.ledger, by_page, as_of).count(claims)
    groups = tuple(
        tuple(Source(by_page[page][0].document, len(by_page[page])) for page in pages)
        for pages in counted.stories[:_LISTED]
    )
    return Sources(groups, counted.least, len(counted.stories), len(by_page), reason_in(counted.reason, lang))
