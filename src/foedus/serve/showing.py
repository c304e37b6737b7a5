"""A view at two addresses: as a page, and with `.json` behind it as the same content for programs."""

import functools
from collections.abc import Callable
from typing import Any, TypeVar

import msgspec
from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool
from starlette.responses import RedirectResponse, Response

from foedus.serve.rendering import render

View = TypeVar("View", bound=msgspec.Struct)


class Moved(Exception):  # noqa: N818 - no error: the address is another now
    """What was asked for has another address."""

    def __init__(self, to: str) -> None:
        """Where to go."""
        super().__init__(to)
        self.to = to


def show(router: APIRouter, path: str, template: str) -> Callable[[Callable[..., View]], Callable[..., View]]:
    """Serve a function's view as a page and as JSON.

    The function takes `request: Request` and whatever else FastAPI can give; it is run in a thread, and its view, a
    Struct, is the template's `view`. It raises FoedusErrors, which become pages of their own, and Moved.
    """

    def served(make: Callable[..., View]) -> Callable[..., View]:
        @functools.wraps(make)
        async def page(**given: Any) -> Response:  # noqa: ANN401 - whatever the function takes
            return await _answer(make, given, lambda request, view: render(request, template, view=view))

        @functools.wraps(make)
        async def data(**given: Any) -> Response:  # noqa: ANN401 - as above
            return await _answer(make, given, lambda _, view: as_json(view))

        for suffix, endpoint in ((".json", data), ("", page)):
            at = f"{path.rstrip('/') or '/home'}{suffix}" if suffix else path
            router.add_api_route(at, endpoint, methods=["GET"], include_in_schema=False, response_model=None)
        return make

    return served


async def _answer(
    make: Callable[..., View], given: dict[str, Any], form: Callable[[Request, View], Response]
) -> Response:
    def answer() -> Response:
        return form(given["request"], make(**given))

    try:
        return await run_in_threadpool(answer)
    except Moved as moved:
        return RedirectResponse(moved.to, 308)


def as_json(view: object) -> Response:
    """Any Struct, list or mapping of them."""
    return Response(msgspec.json.encode(view), media_type="application/json")
