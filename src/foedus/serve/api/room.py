"""Routes of the API: what each takes and answers with, told once, for the server and for the OpenAPI document."""

import functools
import re
from collections.abc import Awaitable, Callable
from http import HTTPStatus
from typing import Any, TypeVar

import msgspec
from fastapi import APIRouter, HTTPException, Request
from fastapi.concurrency import run_in_threadpool
from msgspec import Struct
from starlette.responses import Response

from foedus.model.answers import Listed
from foedus.model.errors import InputError

PREFIX = "/api/v1"
_NUL = re.compile(rb"(?<!\\)(?:\\\\)*\\u0000")
"""In JSON; PostgreSQL keeps no such text."""

Make = TypeVar("Make", bound=Callable[..., Any])
Body = TypeVar("Body", bound=Struct)


class Operation(Struct, frozen=True):
    """One route: the record that it answers with, the one that it takes, or the media type of a file."""

    answer: Any = None
    body: Any = None
    file: str | None = None


class Room:
    """The routes of one part of the API."""

    def __init__(self, tag: str) -> None:
        """`tag` is the part's name in the document."""
        self.tag = tag
        self.router = APIRouter(prefix=PREFIX, tags=[tag])
        self.operations: dict[str, Operation] = {}

    def get(self, path: str, answer: Any) -> Callable[[Make], Make]:  # noqa: ANN401 - a type, maybe a generic one
        """Serve what a function makes, a record of type `answer`; the function is run in a thread."""
        return self._served("GET", path, Operation(answer))

    def post(self, path: str, answer: Any, body: type[Struct]) -> Callable[[Make], Make]:  # noqa: ANN401 - as above
        """The same, of a function that changes something; it takes `body` by the dependency `sent`."""
        return self._served("POST", path, Operation(answer, body))

    def file(self, path: str, name: str, media_type: str, endpoint: Callable[..., Any]) -> None:
        """A route that answers with a file."""
        self.operations[name] = Operation(file=media_type)
        summary, description = told(endpoint)
        self.router.add_api_route(
            path, endpoint, operation_id=name, summary=summary, description=description, response_model=None
        )

    def _served(self, method: str, path: str, operation: Operation) -> Callable[[Make], Make]:
        def served(make: Make) -> Make:
            @functools.wraps(make)
            async def endpoint(**given: Any) -> Response:  # noqa: ANN401 - whatever the function takes
                return await run_in_threadpool(lambda: _answer(make(**given)))

            summary, description = told(make)
            self.operations[make.__name__] = operation
            self.router.add_api_route(
                path,
                endpoint,
                methods=[method],
                operation_id=make.__name__,
                summary=summary,
                description=description,
                response_model=None,
            )
            return make

        return served


def _answer(made: object) -> Response:
    headers = {"Link": f'<{made.next}>; rel="next"'} if isinstance(made, Listed) and made.next else None
    return Response(msgspec.json.encode(made), media_type="application/json", headers=headers)


def told(make: Callable[..., Any]) -> tuple[str, str]:
    """The first sentence of what a function says of itself, and all of it."""
    text = " ".join((make.__doc__ or "").split())
    return text.partition(". ")[0].rstrip("."), text


def sent(kind: type[Body]) -> Callable[[Request], Awaitable[Body]]:
    """A dependency that gives the request's body as a record; InputError says which field is wrong."""

    async def given(request: Request) -> Body:
        media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if media_type != "application/json":
            raise HTTPException(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "send JSON: Content-Type: application/json")
        body = await request.body()
        if _NUL.search(body):
            raise InputError("the body has a NUL character in it, which no text has")
        try:
            return msgspec.json.decode(body, type=kind)
        except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
            raise InputError(
                f"the body is no {kind.__name__.lower()}: {error}; {PREFIX}/openapi.json says what is"
            ) from error

    return given
