"""From how many origins claims come, by the stories that the ledger keeps: pages are only mentioned beside."""

from collections.abc import Iterable

from msgspec import Struct

from foedus.ledger.filters import Moment
from foedus.ledger.store import Ledger
from foedus.lineage.independent import Counted, Independence
from foedus.model.claim import Claim
from foedus.model.story import CopyEdge
from foedus.serve.views.register_reasons import reason_in


class OfOrigins(Struct, frozen=True):
    """`least` to `most` origins, on so many `pages`; `reason` tells why, in the language of the page."""

    least: int
    most: int
    pages: int
    reason: str


def independence(
    ledger: Ledger, pages: Iterable[str], as_of: Moment, edges: Iterable[CopyEdge] | None = None
) -> Independence:
    """What is known of pages (documents by id) that come from others and of sources that depend on others."""
    some = sorted(set(pages))
    with ledger.kin(as_of) as kin:
        documents = [told.document for told in kin.named(some).values()]
    known = ledger.edges(some, as_of) if edges is None else edges
    return Independence(documents, known, [(one.source, one.on) for one in ledger.dependences(as_of)])


def of_origins(ledger: Ledger, claims: Iterable[Claim], as_of: Moment, lang: str) -> OfOrigins:
    """From how many origins claims come."""
    some = list(claims)
    return told(independence(ledger, (claim.document.id for claim in some), as_of).count(some), lang)


def told(counted: Counted, lang: str) -> OfOrigins:
    """A count as views tell it."""
    return OfOrigins(counted.least, len(counted.stories), counted.pages, reason_in(counted.reason, lang))
