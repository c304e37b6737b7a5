"""The claims that a filter lets through, in an order that never depends on chance nor on the store."""

from sqlalchemy import Connection, Select, select

from foedus.ledger.asking.conditions import conditions, shown
from foedus.ledger.asking.moments import batch_as_of
from foedus.ledger.filters import ClaimFilter
from foedus.ledger.tables import claims, documents

ORDER = (claims.c.published_on, documents.c.id, claims.c.trigger_start, claims.c.id, claims.c.twin)
"""By the document's day and id, then the trigger's place, then the claim's id."""


def select_claims(connection: Connection, which: ClaimFilter) -> Select[str]:
    """Records of the claims as of the filter's moment."""
    batch = batch_as_of(connection, which.as_of)
    return (
        select(claims.c.record)
        .join(documents, documents.c.number == claims.c.document)
        .where(shown(which, batch), *(one.whole for one in conditions(connection, which, batch)))
        .order_by(*ORDER)
    )
