"""`/sign-in` and `/sign-out`: only a desk has them."""

from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Form, Request
from msgspec import Struct
from starlette.responses import RedirectResponse, Response

from foedus.serve.access.cookies import forget_session, keep_session, session_of
from foedus.serve.access.who import who_of
from foedus.serve.desk.desk import Desk, SlowedError
from foedus.serve.desk.keeper import SIGN_IN, DeskKeeper, address_of, local
from foedus.serve.desk.passwords import BusyError
from foedus.serve.rendering import render

router = APIRouter(include_in_schema=False)


class SignInView(Struct, frozen=True):
    """The form: where to go on, the name that was given, and whether it was wrong or must wait so many seconds.

    `elsewhere`: another service may know who somebody is.
    """

    next: str
    elsewhere: bool
    name: str = ""
    wrong: bool = False
    wait: int = 0


def _desk(request: Request) -> Desk:
    keeper: DeskKeeper = request.app.state.keeper
    return keeper.desk


def _elsewhere(request: Request) -> bool:
    return request.app.state.oidc is not None


@router.get(SIGN_IN)
def form(request: Request, next: str = "/") -> Response:
    """The form, or on to where somebody who is signed in wanted to go."""
    if who_of(request).is_known:
        return RedirectResponse(local(next), HTTPStatus.SEE_OTHER)
    return render(request, "pages/sign_in.html", view=SignInView(local(next), _elsewhere(request)))


@router.post(SIGN_IN)
def sign_in(
    request: Request,
    name: Annotated[str, Form()] = "",
    password: Annotated[str, Form()] = "",
    next: Annotated[str, Form()] = "/",
) -> Response:
    """A session, or the form again with what is wrong; never which of name and password."""
    desk, where = _desk(request), local(next)
    try:
        session = desk.sign_in(name, password, address_of(request))
    except (SlowedError, BusyError) as slowed:
        view = SignInView(where, _elsewhere(request), name, wait=slowed.seconds)
        answer = render(request, "pages/sign_in.html", status=HTTPStatus.TOO_MANY_REQUESTS, view=view)
        answer.headers["Retry-After"] = str(slowed.seconds)
        return answer
    if session is None:
        view = SignInView(where, _elsewhere(request), name, wrong=True)
        return render(request, "pages/sign_in.html", status=HTTPStatus.FORBIDDEN, view=view)
    entered = RedirectResponse(where, HTTPStatus.SEE_OTHER)
    keep_session(request, entered, session)
    return entered


@router.post("/sign-out")
def sign_out(request: Request) -> Response:
    """End the session; what the browser keeps of the desk's pages is dropped."""
    desk, session = _desk(request), session_of(request)
    if session:
        desk.sign_out(session, address_of(request))
    left = RedirectResponse(SIGN_IN, HTTPStatus.SEE_OTHER)
    forget_session(request, left)
    left.headers["Clear-Site-Data"] = '"cache"'
    return left
