"""One claim split into several, and several merged into one."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.datastructures import FormData
from starlette.responses import Response

from foedus.model.errors import FoedusError, UsageError
from foedus.serve.access.who import Reviewer
from foedus.serve.done import is_here, onward
from foedus.serve.house import InHouse
from foedus.serve.pages.forms import InForm, back_in, desk_of, reading_in, status_of, text_in
from foedus.serve.pages.told import page_of
from foedus.serve.rendering import render
from foedus.serve.showing import show
from foedus.serve.views.review_form import Form, form_from, form_of
from foedus.serve.views.review_given import correction
from foedus.serve.views.review_parts import LEAST, MOST, MergeView, Sent, SplitView, merge_view, split_view

router = APIRouter()

_SEEN = "@"
"""Between an address and the reading that was seen."""


@show(router, "/claims/{id}/split", "pages/split.html")
def split_form(
    request: Request, house: InHouse, id: str, back: str = "", parts: Annotated[int | None, Query(ge=1)] = None
) -> SplitView:
    """A form for each part."""
    return split_view(house, id, page_of(request), back if is_here(back) else "", Sent(count=parts))


@router.post("/claims/{id}/split", include_in_schema=False)
def split(request: Request, house: InHouse, who: Reviewer, given: InForm, id: str) -> Response:
    """The parts, each the claim with what is its own; the first keeps the address."""
    forms = _parts(given)
    reason, back = text_in(given, "reason"), back_in(given, "")
    if "more" in given:
        sent = Sent(forms, len(forms) + 1, reason=reason)
        view = split_view(house, id, page_of(request), back, sent)
        return render(request, "pages/split.html", view=view)
    try:
        reading, held = reading_in(given), house.ledger.version(id)
        text = house.ledger.document(held.claim.document.sha256).text
        now = form_of(held.claim)
        parts = [correction(held.claim, text, one, now) for one in forms]
        judged = desk_of(house, who.name, "split").split(id, parts, reason=reason, expected=reading)
    except FoedusError as error:
        sent = Sent(forms, len(forms), reason=reason, problem=str(error))
        view = split_view(house, id, page_of(request), back, sent)
        return render(request, "pages/split.html", status=status_of(error), view=view)
    return onward(request, judged, back or f"/claims/{judged.claim or id}")


@show(router, "/claims/{id}/merge", "pages/merge.html")
def merge_form(request: Request, house: InHouse, id: str, back: str = "") -> MergeView:
    """The other claims of the document."""
    return merge_view(house, id, page_of(request), back if is_here(back) else "", Sent())


@router.post("/claims/{id}/merge", include_in_schema=False)
def merge(request: Request, house: InHouse, who: Reviewer, given: InForm, id: str) -> Response:
    """Those that were chosen go into this one."""
    chosen = [one for one in given.getlist("other") if isinstance(one, str)]
    reason, back = text_in(given, "reason"), back_in(given, "")
    try:
        if not chosen:
            raise UsageError("choose the claims that are the same statement as this one")
        desk = desk_of(house, who.name, "merge")
        judged = desk.merge((id, reading_in(given)), *map(_seen, chosen), reason=reason)
    except FoedusError as error:
        addresses = tuple(one.partition(_SEEN)[0] for one in chosen)
        view = merge_view(house, id, page_of(request), back, Sent(chosen=addresses, reason=reason, problem=str(error)))
        return render(request, "pages/merge.html", status=status_of(error), view=view)
    return onward(request, judged, back or f"/claims/{judged.claim or id}")


def _parts(given: FormData) -> tuple[Form, ...]:
    count = text_in(given, "parts")
    size = min(int(count), MOST) if count.isdecimal() and len(count) < 3 else LEAST
    return tuple(form_from(given, f"{number}.") for number in range(1, size + 1))


def _seen(given: str) -> tuple[str, int]:
    address, _, reading = given.partition(_SEEN)
    if not reading.isdecimal() or len(reading) > 18:
        raise UsageError("the form does not say which version of the other claims was seen: open the form again")
    return address, int(reading)
