"""`/keys`: the keys of the page, and what the search box understands."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from foedus.serve.rendering import render

router = APIRouter()


@router.get("/keys", include_in_schema=False)
def keys(request: Request) -> Response:
    """The list."""
    return render(request, "pages/keys.html")
