"""`/deals/SUPPLIER/RECIPIENT/ITEM`: the course of one deal, at its permanent address."""

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Depends, Path, Request
from starlette.responses import RedirectResponse, Response

from foedus.model.errors import UnknownError
from foedus.model.timeline import TimelineEntry
from foedus.publish.timeline import TIMELINE
from foedus.serve.asking import Asking, InAsking
from foedus.serve.charts.drawing import saved
from foedus.serve.files import Listing, listed
from foedus.serve.house import House, InHouse
from foedus.serve.languages import language
from foedus.serve.showing import Moved, show
from foedus.serve.views.deal import MOST_CLAIMS, DealView, Held, course_of, deal_view, held_of, known_as
from foedus.serve.views.deal_address import Deal

router = APIRouter()

_PATH = "/deals/{supplier}/{recipient}/{item}"
Part = Annotated[str, Path(min_length=1, max_length=300)]


def asked_deal(supplier: Part, recipient: Part, item: Part) -> Deal:
    """The deal that the address names."""
    return Deal(supplier, recipient, item)


InDeal = Annotated[Deal, Depends(asked_deal)]


# endings come before the page, whose last part would take them for its own
@router.get(f"{_PATH}.svg", include_in_schema=False)
def deal_svg(request: Request, house: InHouse, asked: InAsking, deal: InDeal) -> Response:
    """The figure of its stages as a file."""
    try:
        return saved("deal", _view(request, house, asked, deal), language(request))
    except Moved as moved:
        return RedirectResponse(moved.to, 308)


@listed(router, _PATH)
def deal_list(request: Request, house: InHouse, asked: InAsking, deal: InDeal) -> Listing[TimelineEntry]:
    """Its course as a list."""
    held = _held(request, house, asked, deal)
    left = held.total - len(held.claims)
    limit = f"of the {MOST_CLAIMS} claims learned last; {left:,} others are left out" if left else None
    return Listing(TIMELINE, course_of(held), limit, name=f"deal {deal.supplier} {deal.recipient} {deal.item}")


@show(router, _PATH, "pages/deal.html")
def deal(request: Request, house: InHouse, asked: InAsking, deal: InDeal) -> DealView:
    """The deal, or a redirect to what its parts are known as by now."""
    return _view(request, house, asked, deal)


def _view(request: Request, house: House, asked: Asking, deal: Deal) -> DealView:
    try:
        return deal_view(house, deal, language(request), asked.which.as_of, asked.which.published_by)
    except UnknownError:
        _go_on(request, house, asked, deal)
        raise


def _held(request: Request, house: House, asked: Asking, deal: Deal) -> Held:
    try:
        return held_of(house, deal, asked.which.as_of, asked.which.published_by)
    except UnknownError:
        _go_on(request, house, asked, deal)
        raise


def _go_on(request: Request, house: House, asked: Asking, deal: Deal) -> None:
    """Moved where the same deal is there under other keys."""
    now = known_as(deal, house.entities)
    if now != deal:
        held_of(house, now, asked.which.as_of, asked.which.published_by)
        path = "/deals/" + "/".join(quote(part, safe="") for part in now)
        ending = request.url.path.rpartition("/")[2].removeprefix(quote(deal.item, safe=""))
        raise Moved(str(request.url.replace(path=path + ending)))
