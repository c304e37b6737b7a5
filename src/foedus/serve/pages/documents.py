"""`/documents`: what has been read, newest first, and search in whole texts."""

from fastapi import APIRouter, Request

from foedus.serve.asking import InAsking
from foedus.serve.house import InHouse
from foedus.serve.showing import show
from foedus.serve.views.documents import DocumentsView, documents_view

router = APIRouter()


@show(router, "/documents", "pages/documents.html")
def documents(
    request: Request,  # noqa: ARG001 - the answer is made for it
    house: InHouse,
    asked: InAsking,
    after: str | None = None,
) -> DocumentsView:
    """Documents under the filters of the address."""
    return documents_view(house, asked, after)
