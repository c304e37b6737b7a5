"""`/review`: the queue; how far reviewers agree; a judgement taken back."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from msgspec import Struct
from starlette.responses import Response

from foedus.model.errors import UsageError
from foedus.model.review import Agreement
from foedus.publish.agreement import AGREEMENT
from foedus.serve.access.who import Reviewer, who_of
from foedus.serve.asking import InAsking
from foedus.serve.done import onward
from foedus.serve.files import Listing, listed
from foedus.serve.house import InHouse
from foedus.serve.pages.forms import InForm, back_in, desk_of, text_in
from foedus.serve.pages.told import page_of
from foedus.serve.showing import show
from foedus.serve.views.review import Queued, ReviewView, review_view

router = APIRouter()


class AgreementView(Struct, frozen=True):
    """Verdicts and corrected fields, over all claims and by type."""

    agreement: tuple[Agreement, ...]


@show(router, "/review", "pages/review.html")
def review(
    request: Request,
    *,
    house: InHouse,
    asked: InAsking,
    doubtful: bool = False,
    second: bool = False,
    after: Annotated[str | None, Query()] = None,
    claim: str | None = None,
) -> ReviewView:
    """Claims that wait, sure ones or doubtful ones, or those that others have judged; one of them open."""
    who = who_of(request)
    if second and not who.name:
        raise UsageError("second opinions are for a reviewer: say who you are first")
    queued = Queued(doubtful, second, after or None, claim or None)
    return review_view(house, asked, queued, who.name, page_of(request))


@show(router, "/review/agreement", "pages/agreement.html")
def agreement(request: Request, house: InHouse) -> AgreementView:  # noqa: ARG001 - every view takes it
    """Krippendorff's alpha of those who judged the same claims."""
    return AgreementView(tuple(house.ledger.agreement()))


@listed(router, "/review/agreement")
def agreement_files(request: Request, house: InHouse) -> Listing[Agreement]:  # noqa: ARG001 - every list takes it
    """The same list."""
    return Listing(AGREEMENT, house.ledger.agreement())


@router.post("/review/undo", include_in_schema=False)
def undo(request: Request, house: InHouse, who: Reviewer, given: InForm) -> Response:
    """Take back a judgement, by its number."""
    number = text_in(given, "number")
    if not number.isdecimal() or len(number) > 18:
        raise UsageError("the form does not say which judgement is taken back")
    judged = desk_of(house, who.name, "undo").undo(int(number), reason=text_in(given, "reason"))
    return onward(request, judged, back_in(given, "/review"))
