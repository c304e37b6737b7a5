"""The keeper of a desk: everybody signs in, programs bear a token, and nobody asks too often."""

from http import HTTPStatus
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from foedus.serve.access.cookies import session_of
from foedus.serve.access.crossing import SAFE, bears_token
from foedus.serve.access.who import NOBODY, Who
from foedus.serve.desk.desk import Desk
from foedus.serve.desk.rates import Rate
from foedus.serve.errors import for_programs, problem

SIGN_IN = "/sign-in"
_OPEN = frozenset({SIGN_IN, f"{SIGN_IN}/elsewhere", f"{SIGN_IN}/elsewhere/back"})
"""What somebody sees who is not signed in."""
_READS, _WRITES, _STRANGERS = (30.0, 300), (3.0, 60), (2.0, 40)
"""A second, and at once."""


class DeskKeeper:
    """Knows users by session or token."""

    open_to_all = frozenset({SIGN_IN})

    def __init__(self, desk: Desk, *, writable: bool) -> None:
        """Of an open desk; a ledger that cannot be written has only readers."""
        self.desk = desk
        self._writable = writable
        self._reads, self._writes, self._strangers = (Rate(*rate) for rate in (_READS, _WRITES, _STRANGERS))

    async def who(self, request: Request) -> Who | Response:
        """The user; others get to see the form to sign in, or 401 where a program asks."""
        known = await run_in_threadpool(self._known, request)
        if known is None:
            rate, key = self._strangers, address_of(request)
        else:
            rate, key = (self._reads if request.method in SAFE else self._writes), known.name
        if (seconds := rate.wait(key)) > 0:
            return _too_often(request, seconds)
        if known is not None:
            return known if self._writable else Who(known.name, "reader")
        if request.url.path in _OPEN:
            return NOBODY
        return _unknown(request)

    def _known(self, request: Request) -> Who | None:
        if bears_token(request.headers):
            token = request.headers["authorization"].partition(" ")[2].strip()
            return self.desk.by_token(token, address_of(request))
        session = session_of(request)
        return self.desk.by_session(session) if session else None


def address_of(request: Request) -> str:
    """Of the other side; that which a trusted proxy tells."""
    return request.client.host if request.client else ""


def local(path: str) -> str:
    """An address on this server to go on to; the first page where it is none."""
    fit = path.startswith("/") and not path.startswith(("//", "/\\")) and path.isprintable()
    return path if fit else "/"


def _unknown(request: Request) -> Response:
    if request.method == "GET" and not for_programs(request) and not bears_token(request.headers):
        asked = f"{request.url.path}?{request.url.query}" if request.url.query else request.url.path
        where = f"{SIGN_IN}?{urlencode({'next': asked})}" if asked != "/" else SIGN_IN
        return RedirectResponse(where, HTTPStatus.SEE_OTHER)
    detail = "this desk is for its users: sign in, or send a token that is valid (Authorization: Bearer …)"
    response = problem(request, HTTPStatus.UNAUTHORIZED, detail)
    response.headers["WWW-Authenticate"] = 'Bearer realm="Foedus"'
    return response


def _too_often(request: Request, seconds: float) -> Response:
    whole = int(seconds) + 1
    response = problem(request, HTTPStatus.TOO_MANY_REQUESTS, f"too many requests: go on in {whole} s")
    response.headers["Retry-After"] = str(whole)
    return response
