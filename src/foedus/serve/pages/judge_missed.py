"""`/documents/ID/claim`: a claim that the reader missed, from words of the document."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.datastructures import FormData
from starlette.responses import Response

from foedus.asked.review.missed import as_addition
from foedus.model.errors import FoedusError, UsageError
from foedus.serve.access.who import Reviewer
from foedus.serve.done import onward
from foedus.serve.house import InHouse
from foedus.serve.languages import language
from foedus.serve.pages.forms import InForm, desk_of, status_of, text_in
from foedus.serve.rendering import render
from foedus.serve.showing import show
from foedus.serve.views.review_form import form_from, form_of
from foedus.serve.views.review_given import correction
from foedus.serve.views.review_missed import Asked, MissedView, Sent, drafted, missed_view

router = APIRouter()

Offset = Annotated[str, Query(pattern=r"^\d{0,9}$")]


@show(router, "/documents/{id}/claim", "pages/missed.html")
def form(
    request: Request,
    *,
    house: InHouse,
    id: str,
    words: str = "",
    start: Offset = "",
    end: Offset = "",
    type: str = "",
) -> MissedView:
    """The words are found, the type is chosen, then the other fields are given."""
    # words that are written come after those that were selected
    selected = start and end and not words.strip()
    asked = Asked("", int(start), int(end), type) if selected else Asked(words, type=type)
    return missed_view(house, id, asked, Sent(), language(request))


@router.post("/documents/{id}/claim", include_in_schema=False)
def add(request: Request, house: InHouse, who: Reviewer, given: InForm, id: str) -> Response:
    """The claim is added and counts as reviewed; on to it in its document."""
    typed = form_from(given)
    asked = Asked("", *_offsets(given), typed.type)
    try:
        document = house.ledger.document(id)
        base = drafted(document, asked, typed)
        change = correction(base, document.text, typed, form_of(base))
        addition = as_addition(base, change)
        judged = desk_of(house, who.name, "add").add(document.id, addition, reason=text_in(given, "reason"))
    except FoedusError as error:
        sent = Sent(typed, text_in(given, "reason"), str(error))
        view = missed_view(house, id, asked, sent, language(request))
        return render(request, "pages/missed.html", status=status_of(error), view=view)
    return onward(request, judged, f"/documents/{document.id}?claim={judged.claim}")


def _offsets(given: FormData) -> tuple[int, int]:
    start, end = text_in(given, "start"), text_in(given, "end")
    if not (start.isdecimal() and end.isdecimal() and max(len(start), len(end)) < 10):
        raise UsageError("the form does not say where the words of the claim stand: choose them in the document again")
    return int(start), int(end)
