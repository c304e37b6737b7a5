"""Lists as files that no view of their own offers: documents, and every link of the network."""

from fastapi import APIRouter, Request

from foedus.model.network import NetworkRow
from foedus.publish.documents import DOCUMENTS, Listed
from foedus.publish.links import LINKS
from foedus.register.network import network_rows, scheme
from foedus.register.standing import LADDER
from foedus.serve.asking import InAsking
from foedus.serve.files import Listing, listed
from foedus.serve.house import InHouse
from foedus.serve.views.streams import all_documents

router = APIRouter()


@listed(router, "/documents")
def documents(request: Request, house: InHouse, asked: InAsking) -> Listing[Listed]:  # noqa: ARG001 - names the file
    """All documents of the filters, or whose texts have the words."""
    return Listing(DOCUMENTS, all_documents(house.ledger, asked.which))


@listed(router, "/links")
def links(request: Request, house: InHouse, asked: InAsking) -> Listing[NetworkRow]:  # noqa: ARG001 - names the file
    """Who supplies what to whom, every link there is, what most claims speak of first; counted, and not weighed."""
    which = asked.which
    found = house.ledger.network(
        scheme(), plain="plain", ladder=LADDER, as_of=which.as_of, published_by=which.published_by
    )
    return Listing(LINKS, network_rows(found), name="links")
