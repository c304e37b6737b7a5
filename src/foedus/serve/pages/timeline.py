"""`/timeline`: claims over time."""

from typing import Literal

from fastapi import APIRouter, Request
from starlette.responses import Response

from foedus.serve.asking import InAsking
from foedus.serve.charts.drawing import saved
from foedus.serve.files import Listing, listed
from foedus.serve.house import InHouse
from foedus.serve.languages import language
from foedus.serve.showing import show
from foedus.serve.views.timeline import BARS, Bar, TimelineView, timeline_view

router = APIRouter()

By = Literal["month", "year", ""]


@show(router, "/timeline", "pages/timeline.html")
def timeline(request: Request, house: InHouse, asked: InAsking, by: By = "") -> TimelineView:  # noqa: ARG001 - as every view
    """Claims of the filters by month or year."""
    return timeline_view(house, asked, by or None)


@router.get("/timeline.svg", include_in_schema=False)
def timeline_svg(request: Request, house: InHouse, asked: InAsking, by: By = "") -> Response:
    """The figure as a file."""
    return saved("timeline", timeline_view(house, asked, by or None), language(request))


@listed(router, "/timeline")
def timeline_list(request: Request, house: InHouse, asked: InAsking, by: By = "") -> Listing[Bar]:  # noqa: ARG001 - as every list
    """The figure's bars as a list."""
    view = timeline_view(house, asked, by or None)
    return Listing(BARS, view.bars, f"{view.left_out:,} claims lie before or after" if view.left_out else None)
