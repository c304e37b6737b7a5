"""`/documents/ID`: one document with its claims in place; `.txt` is its stored text."""

import re
from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import PlainTextResponse, Response

from foedus.model.errors import UsageError
from foedus.serve.asking import InAsking
from foedus.serve.house import InHouse
from foedus.serve.pages.told import page_of
from foedus.serve.showing import Moved, show
from foedus.serve.views.document import Asked, DocumentView, document_view

router = APIRouter()

_SPAN = re.compile(r"(\d{1,9})[-–](\d{1,9})")


@router.get("/documents/{id}.txt", include_in_schema=False)
def text(house: InHouse, asked: InAsking, id: str) -> Response:
    """The text to which offsets refer, to the character."""
    return PlainTextResponse(house.ledger.document(id, asked.which.as_of).text)


@show(router, "/documents/{id}", "pages/document.html")
def document(
    request: Request,
    *,
    house: InHouse,
    asked: InAsking,
    id: str,
    claim: str | None = None,
    span: str | None = None,
    part: Annotated[int | None, Query(ge=1)] = None,
    garbled: bool = False,
) -> DocumentView:
    """The document, or a redirect to its whole id, or to that of a claim that is not in it."""
    wanted = Asked(claim or None, _span(span), part, garbled)
    view = document_view(house, id, wanted, page_of(request), asked.which.as_of)
    home = view.open.claim.document.id if view.open else view.document.id
    if home != id:
        raise Moved(str(request.url.replace(path=request.url.path.replace(id, home, 1))))
    return view


def _span(given: str | None) -> tuple[int, int] | None:
    if not given:
        return None
    found = _SPAN.fullmatch(given)
    if not found:
        raise UsageError(f"span {given!r} names no stretch of the text: write it like 120-168, the end not included")
    return int(found[1]), int(found[2])
