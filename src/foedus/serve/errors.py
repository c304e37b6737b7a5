"""Errors as pages, or as problem details (RFC 9457) where a program asks."""

from http import HTTPStatus

import msgspec
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from foedus.model.answers import Problem
from foedus.model.errors import ConflictError, DataError, FoedusError, InputError, LedgerError, UnknownError, UsageError
from foedus.serve.rendering import render

_STATUS: tuple[tuple[type[FoedusError], HTTPStatus], ...] = (
    (UnknownError, HTTPStatus.NOT_FOUND),
    (ConflictError, HTTPStatus.CONFLICT),
    (UsageError, HTTPStatus.BAD_REQUEST),
    (InputError, HTTPStatus.UNPROCESSABLE_ENTITY),
    (LedgerError, HTTPStatus.SERVICE_UNAVAILABLE),
    (DataError, HTTPStatus.INTERNAL_SERVER_ERROR),
    (FoedusError, HTTPStatus.INTERNAL_SERVER_ERROR),
)


def told_by(app: FastAPI) -> None:
    """Answer every error of the app in one line; nothing is shown of what went on inside."""

    @app.exception_handler(FoedusError)
    async def foedus(request: Request, error: FoedusError) -> Response:
        status = next(status for kind, status in _STATUS if isinstance(error, kind))
        return problem(request, status, str(error))

    @app.exception_handler(RequestValidationError)
    async def invalid(request: Request, error: RequestValidationError) -> Response:
        first = error.errors()[0]
        place = " ".join(str(part) for part in first["loc"][1:])
        return problem(request, HTTPStatus.BAD_REQUEST, f"{place}: {first['msg']}")

    @app.exception_handler(HTTPException)
    async def http(request: Request, error: HTTPException) -> Response:
        response = problem(request, HTTPStatus(error.status_code), error.detail)
        response.headers.update(error.headers or {})
        return response

    @app.exception_handler(Exception)
    async def internal(request: Request, _: Exception) -> Response:
        detail = "an error in Foedus itself; the ledger is as it was. The server's log says where."
        return problem(request, HTTPStatus.INTERNAL_SERVER_ERROR, detail)


def problem(request: Request, status: HTTPStatus, detail: str) -> Response:
    """One error in the form that the request asks for."""
    found = Problem(status.value, status.phrase, detail)
    if for_programs(request):
        return Response(msgspec.json.encode(found), status.value, media_type="application/problem+json")
    # errors are told on the server's own loop too, where nothing may be asked of the ledger
    return render(request, "pages/problem.html", status=status.value, view=found, waiting=lambda: None)


def for_programs(request: Request) -> bool:
    """Whether a program asks, which no page helps."""
    path = request.url.path
    last = path.rpartition("/")[2]
    return path.startswith("/api/") or "." in last or "application/json" in request.headers.get("accept", "")
