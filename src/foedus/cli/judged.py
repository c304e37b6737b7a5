"""What people judged of the claims of a filter, beside the claims, whose records say nothing of it."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from foedus.model.claim import Claim
from foedus.model.claim_json import to_json

if TYPE_CHECKING:
    from foedus.ledger.filters import ClaimFilter
    from foedus.ledger.store import Ledger


def judgements_of(store: "Ledger", which: "ClaimFilter") -> Callable[[Claim], str | None]:
    """Gives for a claim of the filter `accepted`, `corrected`, `added` or `rejected`; None where nobody judged it."""
    asked = [status for status in which.review or ("accepted", "corrected", "added") if status != "unreviewed"]
    # by the whole record: twins have one id
    found = {to_json(claim): status for status in asked for claim in store.claims(replace(which, review=(status,)))}
    return lambda claim: found.get(to_json(claim)) if found else None
