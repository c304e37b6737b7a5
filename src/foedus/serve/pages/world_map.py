"""`/map`: transfers, deployments and attacks on a map of the world."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from foedus.serve.asking import InAsking
from foedus.serve.charts.drawing import saved
from foedus.serve.files import Listing, listed
from foedus.serve.house import InHouse
from foedus.serve.languages import language
from foedus.serve.showing import show
from foedus.serve.views.map import ROWS, MapView, Row, What, map_view

router = APIRouter()


@show(router, "/map", "pages/map.html")
def world(request: Request, house: InHouse, asked: InAsking, what: What = "transfers") -> MapView:
    """What the claims of a filter place on the map."""
    return map_view(house, asked, what, language(request))


@router.get("/map.svg", include_in_schema=False)
def world_svg(request: Request, house: InHouse, asked: InAsking, what: What = "transfers") -> Response:
    """The figure as a file."""
    return saved("map", map_view(house, asked, what, language(request)), language(request))


@listed(router, "/map")
def world_list(request: Request, house: InHouse, asked: InAsking, what: What = "transfers") -> Listing[Row]:
    """The figure's rows as a list."""
    view = map_view(house, asked, what, language(request))
    left = view.rows_in_all - len(view.rows)
    return Listing(ROWS, view.rows, f"{left:,} rarer rows are left out" if left else None)
