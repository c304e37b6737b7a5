"""All routes of the API, the document that describes them, and the page that lists them."""

from functools import cache

import msgspec
from fastapi import APIRouter, Request
from msgspec import Struct
from starlette.responses import Response

from foedus.serve.api import (
    claims,
    commitments,
    documents,
    entities,
    findings,
    ledger,
    register,
    review,
    standing,
    stories,
)
from foedus.serve.api.document import ADDRESS, Json, openapi
from foedus.serve.rendering import render

_ROOMS = (
    claims.room,
    documents.room,
    entities.room,
    register.room,
    standing.room,
    stories.room,
    commitments.room,
    findings.room,
    review.room,
    ledger.room,
)

_LISTED = "Listed_"
"""How the document names a list of records."""

router = APIRouter()
for _room in _ROOMS:
    router.include_router(_room.router)


class Route(Struct, frozen=True):
    """One route: how it is asked, what it does, which parameters and which records it takes and gives.

    Every second piece of `told` is code. `many` says that it gives a list of those records.
    """

    method: str
    path: str
    told: tuple[str, ...]
    parameters: tuple[tuple[str, str], ...]
    takes: str | None
    gives: str
    many: bool


class Part(Struct, frozen=True):
    """Routes that belong together."""

    name: str
    routes: tuple[Route, ...]


class ApiView(Struct, frozen=True):
    """The API as people read it; `document` is the address of the same for programs."""

    document: str
    parts: tuple[Part, ...]


@cache
def _document() -> Json:
    return openapi(_ROOMS)


@router.get(ADDRESS, include_in_schema=False)
def document() -> Response:
    """The OpenAPI document."""
    return Response(msgspec.json.encode(_document()), media_type="application/json")


@router.get("/api", include_in_schema=False)
def page(request: Request) -> Response:
    """The same as a page."""
    return render(request, "pages/api.html", view=_view())


@cache
def _view() -> ApiView:
    found = [(path, method, one) for path, methods in _document()["paths"].items() for method, one in methods.items()]
    parts = tuple(
        Part(tag["name"], tuple(_route(*one) for one in found if tag["name"] in one[2]["tags"]))
        for tag in _document()["tags"]
    )
    return ApiView(ADDRESS, parts)


def _route(path: str, method: str, one: Json) -> Route:
    content = one["responses"]["200"]["content"]
    (media_type, answer), *_ = content.items()
    given = _name(answer["schema"]) if answer else ""
    body = one.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema")
    return Route(
        method.upper(),
        path,
        tuple(one["description"].split("`")),
        tuple((parameter["name"], parameter.get("description", "")) for parameter in one["parameters"]),
        _name(body) if body else None,
        given.removeprefix(_LISTED).removesuffix("_") if answer else media_type.partition(";")[0],
        given.startswith(_LISTED),
    )


def _name(schema: Json) -> str:
    return str(schema.get("$ref", "")).rpartition("/")[2] or str(schema.get("type", "JSON"))
