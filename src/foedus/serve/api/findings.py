"""`/findings`: what the rules find in the claims, and one finding."""

from typing import Annotated

from fastapi import Path, Request

from foedus.model.answers import Listed
from foedus.model.finding import Finding
from foedus.serve.api.paging import After, Limit, address
from foedus.serve.api.room import Room
from foedus.serve.finding.asked import InClaims, InFindings
from foedus.serve.finding.place import Place
from foedus.serve.house import InHouse
from foedus.serve.views.findings import chosen
from foedus.serve.views.found_finding import found_finding

room = Room("findings")

FindingId = Annotated[str, Path(max_length=80, description="A finding's id, or its beginning")]


@room.get("/findings", Listed[Finding])
def findings(
    request: Request, house: InHouse, asked: InFindings, after: After = None, limit: Limit = 50
) -> Listed[Finding]:
    """What the rules find, in the order of the rules. Where a duty may have been owed, with each viewpoint's elements
    and verdict. All pages are as of the batch of the first one; the first answer after a change of the ledger takes as
    long as the rules do."""
    place = Place.of(after)
    some, batch = chosen(house, asked, place)
    behind = place.behind + limit
    following = str(Place(batch, behind)) if len(some) > behind else None
    return Listed(tuple(some[place.behind : behind]), address(request, following), batch)


@room.get("/findings/{id}", Finding)
def finding(house: InHouse, which: InClaims, id: FindingId) -> Finding:
    """One finding. Its id stays while rule, duty, parties and the month of the first thing told do."""
    return found_finding(house, id, which)[0]
