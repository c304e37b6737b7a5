"""The OpenAPI document: routes and parameters as FastAPI knows them, records as msgspec does."""

from collections.abc import Sequence
from http import HTTPStatus
from typing import Any

import msgspec
from fastapi.openapi.utils import get_openapi

from foedus import __version__
from foedus.model.answers import Listed, Problem
from foedus.serve.api.parameters import described
from foedus.serve.api.room import PREFIX, Operation, Room
from foedus.serve.files import AS_OF, LIMITED
from foedus.serve.languages import LANGUAGES

Json = dict[str, Any]
"""Any because JSON nests."""

_WORDS = """The records of a Foedus ledger: claims with their sources, the register that is computed from them, and \
what people judged. Lists come by pages: `next`, and the Link header, have the address of the next one. Every answer \
to GET has an ETag. Judging takes a session, or on a desk a token (`Authorization: Bearer …`)."""

_READ_PROBLEMS = (HTTPStatus.BAD_REQUEST, HTTPStatus.NOT_FOUND, HTTPStatus.SERVICE_UNAVAILABLE)
_WRITE_PROBLEMS = (
    HTTPStatus.BAD_REQUEST,
    HTTPStatus.FORBIDDEN,
    HTTPStatus.NOT_FOUND,
    HTTPStatus.CONFLICT,
    HTTPStatus.PRECONDITION_FAILED,
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
    HTTPStatus.UNPROCESSABLE_ENTITY,
    HTTPStatus.SERVICE_UNAVAILABLE,
)
_ON_A_DESK = (HTTPStatus.UNAUTHORIZED, HTTPStatus.TOO_MANY_REQUESTS)
_MEANS = {
    HTTPStatus.BAD_REQUEST: "A value of the request means nothing",
    HTTPStatus.UNAUTHORIZED: "This desk is for its users",
    HTTPStatus.FORBIDDEN: "This takes another role",
    HTTPStatus.NOT_FOUND: "The ledger does not hold it, or several things are named so",
    HTTPStatus.CONFLICT: "Somebody else changed it meanwhile",
    HTTPStatus.PRECONDITION_FAILED: "Its reading is not that of If-Match",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "Too much at once",
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE: "The body is to be JSON",
    HTTPStatus.UNPROCESSABLE_ENTITY: "The body is not what it should be",
    HTTPStatus.TOO_MANY_REQUESTS: "Too often: Retry-After says when to go on",
    HTTPStatus.SERVICE_UNAVAILABLE: "The ledger cannot be read or written now",
}
_SECURITY = {
    "token": {"type": "http", "scheme": "bearer", "description": "Of a desk: `foedus desk token NAME`"},
    "session": {
        "type": "apiKey",
        "in": "cookie",
        "name": "foedus_session",
        "description": "Of the browser; the cookie's name ends with the port of the server",
    },
}
_IN = {
    "name": "in",
    "in": "query",
    "description": "The language of names and words",
    "schema": {"type": "string", "enum": list(LANGUAGES)},
}


def openapi(rooms: Sequence[Room]) -> Json:
    """The document of all routes of the rooms."""
    routes = [route for room in rooms for route in room.router.routes]
    document = get_openapi(
        title="Foedus",
        version=__version__,
        openapi_version="3.1.0",
        description=_WORDS,
        routes=routes,
        tags=[{"name": room.tag} for room in rooms],
    )
    operations = {name: one for room in rooms for name, one in room.operations.items()}
    records = list(
        dict.fromkeys(kind for one in operations.values() for kind in (one.answer, one.body) if kind is not None)
    )
    schemas, components = msgspec.json.schema_components(
        [*records, Problem], ref_template="#/components/schemas/{name}"
    )
    by_record = dict(zip([*records, Problem], schemas, strict=True))
    for methods in document["paths"].values():
        for method, found in methods.items():
            _complete(found, operations[found["operationId"]], by_record, writes=method == "post")
    document["components"] = {"schemas": components, "securitySchemes": _SECURITY}
    return document


def _complete(found: Json, operation: Operation, schemas: dict[Any, Json], *, writes: bool) -> None:
    found["parameters"] = [described(one) for one in found.get("parameters", ())] + ([] if writes else [_IN])
    found["responses"] = {"200": _answer(operation, schemas, writes=writes)}
    if not writes:
        found["responses"]["304"] = {"description": "As it was: the ETag of If-None-Match is still right"}
    for status in (*(_WRITE_PROBLEMS if writes else _READ_PROBLEMS), *_ON_A_DESK):
        found["responses"][str(status.value)] = _problem(_MEANS[status], schemas)
    found["responses"]["default"] = _problem("Any other error", schemas)
    if operation.body is not None:
        found["requestBody"] = {"required": True, "content": {"application/json": {"schema": schemas[operation.body]}}}
    if writes:
        found["security"] = [{"token": []}, {"session": []}]


def _answer(operation: Operation, schemas: dict[Any, Json], *, writes: bool) -> Json:
    headers = {} if writes else {"ETag": _header("Changes when the answer may")}
    if operation.file is not None:
        headers |= {
            AS_OF: _header("The batch of the ledger as of which the file is given"),
            LIMITED: _header("What the file leaves out, if anything"),
        }
        content: Json = {operation.file: {}}
    else:
        if getattr(operation.answer, "__origin__", None) is Listed:
            headers["Link"] = _header('The next page, where there is one, as `<…>; rel="next"`')
        content = {"application/json": {"schema": schemas[operation.answer]}}
    return {"description": "The answer", "content": content} | ({"headers": headers} if headers else {})


def _header(text: str) -> Json:
    return {"description": text, "schema": {"type": "string"}}


def _problem(text: str, schemas: dict[Any, Json]) -> Json:
    return {"description": text, "content": {"application/problem+json": {"schema": schemas[Problem]}}}


ADDRESS = f"{PREFIX}/openapi.json"
