"""`/claims`: search and filters over all claims, as a page and as files."""

from urllib.parse import urlencode

from fastapi import APIRouter, Request

from foedus.asked.query import parse_query
from foedus.model.claim import Claim
from foedus.publish.claims import claim_sheet
from foedus.serve.asking import Asking, InAsking
from foedus.serve.files import Listing, listed
from foedus.serve.house import InHouse
from foedus.serve.languages import language
from foedus.serve.showing import Moved, show
from foedus.serve.views.claims import ClaimsView, claims_view
from foedus.serve.views.streams import all_claims

router = APIRouter()

_SINGLE = frozenset({"from", "to", "published_from", "published_by", "as_of", "since", "quoted"})


@show(router, "/claims", "pages/claims.html")
def claims(request: Request, house: InHouse, asked: InAsking, after: str | None = None) -> ClaimsView:
    """Claims under the filters of the address; prefixes in the search box become filters of the address."""
    _move_filters(request, asked)
    return claims_view(house, asked, language(request), after)


@listed(router, "/claims")
def claim_files(request: Request, house: InHouse, asked: InAsking) -> Listing[Claim]:
    """All of them, newest publication first, page by page: a slow client holds no transaction open."""
    _move_filters(request, asked)
    return Listing(claim_sheet(house.settings.sure), all_claims(house.ledger, asked.which))


def _move_filters(request: Request, asked: Asking) -> None:
    query = parse_query(asked.words.text or "")
    if query.filters:
        raise Moved(_with_filters(request, query.filters, query.words))


def _with_filters(request: Request, filters: tuple[tuple[str, str], ...], words: str) -> str:
    """The same address with filters in place of the prefixes that asked for them."""
    instead = {"q", "after", *(name for name, _ in filters if name in _SINGLE)}
    pairs = [pair for pair in request.query_params.multi_items() if pair[0] not in instead and pair[1]]
    pairs += [one for one in filters if one not in pairs]
    pairs += [("q", words)] if words else []
    return f"{request.url.path}?{urlencode(pairs)}"
