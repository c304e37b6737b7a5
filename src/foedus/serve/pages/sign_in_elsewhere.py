"""`/sign-in/elsewhere`: to the service that knows who somebody is, and back."""

from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Query, Request
from msgspec import Struct
from starlette.concurrency import run_in_threadpool
from starlette.responses import RedirectResponse, Response

from foedus.serve.access.cookies import keep_session
from foedus.serve.desk.keeper import SIGN_IN, DeskKeeper, address_of, local
from foedus.serve.desk.oidc import Oidc, SignInError
from foedus.serve.errors import problem
from foedus.serve.rendering import render

router = APIRouter(include_in_schema=False)

ELSEWHERE = f"{SIGN_IN}/elsewhere"
_BACK = f"{ELSEWHERE}/back"
_COOKIE = "foedus_state"


class InView(Struct, frozen=True):
    """Signed in: where to go on."""

    next: str


@router.get(ELSEWHERE)
def leave(request: Request, next: str = "/") -> Response:
    """To the service; the browser keeps the state, so that only this browser can come back with it."""
    service: Oidc = request.app.state.oidc
    try:
        state, where = service.begin(local(next), _back(request))
    except SignInError as error:
        return problem(request, HTTPStatus.SERVICE_UNAVAILABLE, str(error))
    left = RedirectResponse(where, HTTPStatus.SEE_OTHER)
    secure = request.url.scheme == "https"
    # Lax: it comes back from another site
    left.set_cookie(_COOKIE, state, max_age=600, path=_BACK, httponly=True, samesite="lax", secure=secure)
    return left


@router.get(_BACK)
async def come_back(
    request: Request,
    state: Annotated[str, Query(max_length=200)] = "",
    code: Annotated[str, Query(max_length=4_000)] = "",
) -> Response:
    """A session for a user of the desk.

    The page goes on by itself: the session's cookie is not sent with what another site began, as a redirect still is.
    """
    keeper: DeskKeeper = request.app.state.keeper
    service: Oidc = request.app.state.oidc

    def let_in() -> tuple[str | None, str]:
        name, where = service.finish(request.cookies.get(_COOKIE, ""), state, code, _back(request))
        return keeper.desk.sign_in_known(name, address_of(request)), where

    try:
        session, where = await run_in_threadpool(let_in)
    except SignInError as error:
        return problem(request, HTTPStatus.FORBIDDEN, str(error))
    if session is None:
        return problem(request, HTTPStatus.FORBIDDEN, "you are no user of this desk: ask an admin of it")
    entered = render(request, "pages/signed_in.html", view=InView(local(where)))
    keep_session(request, entered, session)
    entered.delete_cookie(_COOKIE, path=_BACK)
    return entered


def _back(request: Request) -> str:
    return str(request.url.replace(path=_BACK, query=""))
