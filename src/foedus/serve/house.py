"""What every request works with: the ledger, what is known of entities, the server's settings, findings."""

from typing import Annotated

from fastapi import Depends, Request
from msgspec import Struct

from foedus.gazetteer.entities import Entities
from foedus.ledger.store import Ledger
from foedus.serve.finding.desk import FindingsDesk
from foedus.serve.settings import Settings


class House(Struct, frozen=True):
    """One for the whole server; all of it may be used from several threads at once."""

    ledger: Ledger
    entities: Entities
    settings: Settings
    findings: FindingsDesk


def house_of(request: Request) -> House:
    """The server's own."""
    found: House = request.app.state.house
    return found


InHouse = Annotated[House, Depends(house_of)]
