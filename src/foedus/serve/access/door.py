"""The door: every request passes these checks, in this order, before any route sees it."""

from http import HTTPStatus

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from foedus.serve.access.crossing import SAFE, is_crossing
from foedus.serve.access.headers import is_static, with_headers
from foedus.serve.access.hosts import is_ours
from foedus.serve.access.keeper import Keeper
from foedus.serve.access.limits import FORM_BYTES, limited, over, too_long
from foedus.serve.access.who import NOBODY, refusal
from foedus.serve.errors import problem
from foedus.serve.settings import Settings

_UPLOADS = ("/add",)
_CROSSING = "this was sent by another site, or by a program that does not say from where: nothing was changed"


def guard(app: FastAPI, settings: Settings, keeper: Keeper) -> None:
    """Put the door before an application; to be called after all other middleware was added."""
    app.state.keeper = keeper
    app.add_middleware(Door, settings=settings, keeper=keeper)


class Door:
    """Host, origin, size, who asks, what they may; and the headers of every answer, those of errors included."""

    def __init__(self, app: ASGIApp, settings: Settings, keeper: Keeper) -> None:
        """As Starlette makes middleware."""
        self._app = app
        self._settings = settings
        self._keeper = keeper

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request; there are no websockets."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
        elif scope["type"] == "http":
            await self._request(scope, receive, with_headers(scope, send))

    async def _request(self, scope: Scope, receive: Receive, send: Send) -> None:
        begun = False

        async def watched(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        request = Request(scope, receive)
        limit = self._limit(scope)
        try:
            answer = await self._answer(request, limit)
            if answer is None:
                await self._app(scope, limited(receive, limit), watched)
            else:
                await answer(scope, receive, watched)
        except Exception:
            # the page of an error inside must bear the headers too; the server logs the error itself
            if not begun:
                detail = "an error in Foedus itself; the ledger is as it was. The server's log says where."
                await problem(request, HTTPStatus.INTERNAL_SERVER_ERROR, detail)(scope, receive, watched)
            raise

    async def _answer(self, request: Request, limit: int) -> Response | None:
        """What a request gets that may not come in; None for one that may."""
        refused = self._unfit(request, limit)
        state = request.scope.setdefault("state", {})
        state["who"] = NOBODY
        if refused is not None or is_static(request.scope):
            return refused
        who = await self._keeper.who(request)
        if isinstance(who, Response):
            return who
        state["who"] = who
        is_open = request.method in SAFE or request.url.path in self._keeper.open_to_all
        if not is_open and not who.may("reviewer"):
            return problem(request, HTTPStatus.FORBIDDEN, refusal(request, who, "reviewer"))
        return None

    def _unfit(self, request: Request, limit: int) -> Response | None:
        headers = request.headers
        if not is_ours(headers.get("host"), self._settings.hosts) or len(headers.getlist("host")) > 1:
            return PlainTextResponse("Foedus is not served under this name.\n", HTTPStatus.MISDIRECTED_REQUEST)
        if "\0" in request.scope["path"] or b"%00" in request.scope["query_string"]:
            return problem(request, HTTPStatus.BAD_REQUEST, "the address has a NUL character in it, which no text has")
        if is_crossing(request.method, headers):
            return problem(request, HTTPStatus.FORBIDDEN, _CROSSING)
        if too_long(headers.get("content-length"), limit):
            return problem(request, HTTPStatus.REQUEST_ENTITY_TOO_LARGE, over(limit))
        return None

    def _limit(self, scope: Scope) -> int:
        uploads = any(scope["path"] == path or str(scope["path"]).startswith(f"{path}/") for path in _UPLOADS)
        return self._settings.upload_bytes if uploads else FORM_BYTES
