"""`/network`: suppliers and recipients, or allies, on a date."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import Response

from foedus.asked.names import entities
from foedus.serve.asking import InAsking
from foedus.serve.charts.drawing import saved
from foedus.serve.files import Listing, listed
from foedus.serve.house import InHouse
from foedus.serve.languages import language
from foedus.serve.numbers import whole
from foedus.serve.showing import show
from foedus.serve.views.network import NetworkView, Question, What, network_view
from foedus.serve.views.ties import TIES, Tie

router = APIRouter()

_USUAL = 20


def question(
    item: Annotated[list[str], Query(default_factory=list)], what: What = "transfers", year: str = "", most: str = ""
) -> Question:
    """What the fields of this view's own ask; UsageError where one means nothing."""
    notes: list[str] = []
    items = entities([one for one in item if one.strip()], notes.append)
    ties = whole("most", most, range(1, 201)) or _USUAL
    return Question(what, items, whole("year", year, range(1900, 2101)), ties, tuple(notes))


InQuestion = Annotated[Question, Depends(question)]


@show(router, "/network", "pages/network.html")
def network(request: Request, house: InHouse, asked: InAsking, ties: InQuestion) -> NetworkView:
    """The strongest ties under the filters of the address."""
    return network_view(house, asked, ties, language(request))


@router.get("/network.svg", include_in_schema=False)
def network_svg(request: Request, house: InHouse, asked: InAsking, ties: InQuestion) -> Response:
    """The figure as a file."""
    return saved("network", network_view(house, asked, ties, language(request)), language(request))


@listed(router, "/network")
def network_list(request: Request, house: InHouse, asked: InAsking, ties: InQuestion) -> Listing[Tie]:
    """The figure's ties as a list."""
    view = network_view(house, asked, ties, language(request))
    left = view.ties_in_all - len(view.ties)
    return Listing(TIES, view.ties, f"{left:,} weaker ties are left out" if left else None)
