"""A claim as it is cited from this server."""

from foedus.model.claim import Claim
from foedus.publish.citation.cited import Cited


def cited(claim: Claim, address: str, base: str, text: str | None = None) -> Cited:
    """The claim with its addresses under a base like `http://127.0.0.1:8000`; `text` is its document's."""
    return Cited(claim, address, f"{base}/claims/{address}", f"{base}/documents/{claim.document.id}.txt", text)
