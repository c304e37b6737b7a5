"""Addresses that lead elsewhere, and that do so no longer."""

from itertools import count

from sqlalchemy import Connection, select

from foedus.ledger.address import Address
from foedus.ledger.review.adding import holding
from foedus.ledger.review.fields import changed
from foedus.ledger.tables import redirects
from foedus.ledger.writing.transaction import Writing
from foedus.model.claim import Claim


def redirect(writing: Writing, address: Address, to: Address) -> None:
    """From now on an address leads to another, and nowhere else."""
    end_redirect(writing, address)
    row = {"claim": address.id, "twin": address.twin, "to_claim": to.id, "to_twin": to.twin}
    writing.add(redirects, [row])


def end_redirect(writing: Writing, address: Address) -> None:
    """From now on an address leads nowhere else."""
    asked = select(redirects.c.number).where(
        redirects.c.claim == address.id, redirects.c.twin == address.twin, redirects.c.ended.is_(None)
    )
    writing.end(redirects, dict.fromkeys(writing.connection.scalars(asked)))


def vacant(connection: Connection, claim: Claim) -> Address | None:
    """The first address of a claim's id at which nothing holds; None where one of them says the same already."""
    held = holding(connection, claim.id)
    if any(not changed(one.claim, claim) for one in held):
        return None
    taken = {one.address.twin for one in held}
    return Address(claim.id, next(twin for twin in count() if twin not in taken))
