"""`/`: the first page; `/home.json` has the same for programs, `/home.svg` and `/home.csv` its figure."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from foedus.model.facets import FacetCount
from foedus.publish.column import Column, Sheet
from foedus.serve.asking import InAsking
from foedus.serve.charts.drawing import saved
from foedus.serve.files import Listing, listed
from foedus.serve.house import InHouse
from foedus.serve.languages import language
from foedus.serve.rendering import render
from foedus.serve.showing import as_json
from foedus.serve.views.home import home_view
from foedus.serve.views.visits import cookie_name, visit

router = APIRouter()

_YEAR = 365 * 86_400
_BY_YEAR: Sheet[FacetCount] = Sheet(
    "transfers", (Column("month", "text", lambda one: one.value), Column("claims", "whole", lambda one: one.count))
)


@router.get("/", include_in_schema=False)
def home(request: Request, house: InHouse, asked: InAsking) -> Response:
    """The page; a cookie remembers what the ledger had learned by then."""
    batch = house.ledger.batch()
    name = cookie_name(request.url.port)
    this = visit(request.cookies.get(name), batch)
    view = home_view(house, asked.which, language(request), this.before)
    response = render(request, "pages/home.html", view=view)
    response.set_cookie(name, this.written(), max_age=_YEAR, samesite="lax", httponly=True)
    return response


@router.get("/home.json", include_in_schema=False)
def home_data(request: Request, house: InHouse, asked: InAsking, seen: int | None = None) -> Response:
    """The same; `seen` is the batch from which on changes are told."""
    return as_json(home_view(house, asked.which, language(request), seen))


@router.get("/home.svg", include_in_schema=False)
def home_figure(request: Request, house: InHouse, asked: InAsking) -> Response:
    """Its figure as a file."""
    return saved("transfers", home_view(house, asked.which, language(request), None), language(request))


@listed(router, "/home")
def home_list(request: Request, house: InHouse, asked: InAsking) -> Listing[FacetCount]:
    """What the figure shows."""
    view = home_view(house, asked.which, language(request), None)
    return Listing(_BY_YEAR, view.transfers, "only the newest claims were counted" if view.transfers_more else None)
