"""The style sheet: files of `static/css` in the order of their numbers, sent as one."""

from functools import cache
from importlib.resources import files

from fastapi import APIRouter
from starlette.responses import Response

ADDRESS = "/static/foedus.css"

router = APIRouter()


@cache
def sheet() -> bytes:
    """All of them."""
    folder = files("foedus.serve") / "static" / "css"
    parts = sorted((one for one in folder.iterdir() if one.name.endswith(".css")), key=lambda one: one.name)
    return b"\n".join(one.read_bytes() for one in parts)


@router.get(ADDRESS, include_in_schema=False)
def style_sheet() -> Response:
    """Its address changes with its content, so that it may be kept."""
    return Response(sheet(), media_type="text/css", headers={"Cache-Control": "public, max-age=31536000, immutable"})
