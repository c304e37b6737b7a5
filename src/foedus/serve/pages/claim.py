"""`/claims/ID`: one claim at its permanent address, as a citation too; `/claims/ID/why`: what its reader went by."""

import re

from fastapi import APIRouter, Request
from starlette.responses import PlainTextResponse, Response

from foedus.model.errors import NoTextError, UnknownError
from foedus.publish.citation import annotation as web_annotation
from foedus.publish.citation.bibtex import bibtex
from foedus.publish.citation.cited import Cited
from foedus.publish.citation.plain import plain
from foedus.serve.asking import InAsking
from foedus.serve.house import House, InHouse
from foedus.serve.pages.told import page_of
from foedus.serve.showing import Moved, show
from foedus.serve.views.citing import cited
from foedus.serve.views.claim import ClaimView, claim_view
from foedus.serve.views.panel import located
from foedus.serve.views.why import WhyView, why_view

router = APIRouter()

_ADDRESS = re.compile(r"[0-9a-fA-F]+(\.\d{1,9})?")


@router.get("/claims/{id}.anno.json", include_in_schema=False)
def as_annotation(request: Request, house: InHouse, asked: InAsking, id: str) -> Response:
    """The claim as a Web Annotation."""
    source = _cited(request, house, asked, id)
    return Response(web_annotation.annotation_json(source), media_type=web_annotation.MEDIA_TYPE)


@router.get("/claims/{id}.bib", include_in_schema=False)
def as_bibtex(request: Request, house: InHouse, asked: InAsking, id: str) -> Response:
    """The claim as a BibTeX entry."""
    return PlainTextResponse(
        bibtex(_cited(request, house, asked, id)), media_type="application/x-bibtex; charset=utf-8"
    )


@router.get("/claims/{id}.txt", include_in_schema=False)
def as_text(request: Request, house: InHouse, asked: InAsking, id: str) -> Response:
    """The claim cited in words, in the language of the page."""
    source = _cited(request, house, asked, id)
    return PlainTextResponse(f"{plain(source, 'fr' if page_of(request).lang == 'fr' else 'en')}\n")


@show(router, "/claims/{id}/why", "pages/why.html")
def why(request: Request, house: InHouse, asked: InAsking, id: str) -> WhyView:
    """Why the trigger makes the claim, and why each core role has its filler: its document is read again."""
    return why_view(house, checked_id(id), page_of(request), asked.which.as_of)


@show(router, "/claims/{id}", "pages/claim.html")
def claim(request: Request, house: InHouse, asked: InAsking, id: str) -> ClaimView:
    """The claim, or a redirect to where it went, or to its whole id."""
    view = claim_view(house, checked_id(id), page_of(request), asked.which.as_of)
    if view.told.address != id:
        raise Moved(str(request.url.replace(path=request.url.path.replace(id, view.told.address, 1))))
    return view


def checked_id(id: str) -> str:
    """An id as an address gives it, or the beginning of one; UnknownError where no claim can have it."""
    if not _ADDRESS.fullmatch(id):
        raise UnknownError(f"{id!r} is no claim id: an id has the digits 0–9 and a–f, and its beginning will do")
    return id


def _cited(request: Request, house: House, asked: InAsking, id: str) -> Cited:
    found = located(house, checked_id(id), asked.which.as_of)
    try:
        text = house.ledger.document(found.claim.document.sha256, asked.which.as_of).text
    except NoTextError:
        text = None
    return cited(found.claim, found.address, page_of(request).base, text)
