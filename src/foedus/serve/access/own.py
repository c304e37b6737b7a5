"""One person on this computer: the address with the token opens the ledger for writing, once, in one browser."""

from hashlib import sha256
from http import HTTPStatus
from secrets import compare_digest, token_urlsafe

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from foedus.serve.access.cookies import keep_session, session_of
from foedus.serve.access.crossing import bears_token
from foedus.serve.access.who import NOBODY, Who
from foedus.serve.errors import problem

PARAMETER = "token"


def new_token() -> str:
    """256 bits of chance."""
    return token_urlsafe(32)


class Own:
    """Reading is free on a loopback address; writing takes the session that the token was changed for."""

    open_to_all: frozenset[str] = frozenset()

    def __init__(self, token: str | None, name: str, *, writable: bool) -> None:
        """`name` is who judges. Without a token nobody can write."""
        self._token = token
        self._session: str | None = None
        self._owner = Who(name, "admin" if writable else "reader")

    async def who(self, request: Request) -> Who | Response:
        """The owner, by the session's cookie, or nobody; a token in the address is changed for a session."""
        given = request.query_params.get(PARAMETER)
        known = self._is_owner(request)
        if given is None or request.method != "GET":
            return self._owner if known else NOBODY
        if known:
            return _without_token(request)
        if _is_guess_of_the_browser(request):
            return Response(status_code=HTTPStatus.SERVICE_UNAVAILABLE)
        if self._token is None or not compare_digest(given.encode(), self._token.encode()):
            detail = (
                "the token of this address was used, or is of another run: start `foedus serve` again for a new one"
            )
            return problem(request, HTTPStatus.FORBIDDEN, detail)
        self._token = None
        session = new_token()
        self._session = _digest(session)
        response = _without_token(request)
        keep_session(request, response, session)
        return response

    def _is_owner(self, request: Request) -> bool:
        shown = session_of(request)
        # what claims to bear a token was not asked where it came from: the cookie beside it does not count
        if bears_token(request.headers) or not shown or not self._session:
            return False
        return compare_digest(_digest(shown), self._session)


def _digest(session: str) -> str:
    return sha256(session.encode()).hexdigest()


def _without_token(request: Request) -> Response:
    """The same address; the token must not stay in history and referrers."""
    left = request.url.remove_query_params(PARAMETER)
    where = f"{left.path}?{left.query}" if left.query else left.path
    return RedirectResponse(where if not where.startswith("//") else "/", HTTPStatus.SEE_OTHER)


def _is_guess_of_the_browser(request: Request) -> bool:
    """Fetched before anybody asked for it: that must not use the token up."""
    return "prefetch" in request.headers.get("sec-purpose", request.headers.get("purpose", ""))
