"""The session's cookie: no script sees it, no other site's page sends it."""

from starlette.requests import Request
from starlette.responses import Response

_NAME = "foedus_session"


def cookie_name(request: Request) -> str:
    """Cookies are shared by all ports of a host: two servers must not sign each other's users out.

    With TLS the prefix keeps neighbours of the host from setting it (RFC 6265bis, 4.1.3).
    """
    if request.url.scheme == "https":
        return f"__Host-{_NAME}_{request.url.port or 443}"
    return f"{_NAME}_{request.url.port or 80}"


def session_of(request: Request) -> str | None:
    """What the browser holds."""
    return request.cookies.get(cookie_name(request))


def keep_session(request: Request, response: Response, session: str) -> None:
    """Until the browser is closed."""
    secure = request.url.scheme == "https"
    response.set_cookie(cookie_name(request), session, httponly=True, samesite="strict", secure=secure)


def forget_session(request: Request, response: Response) -> None:
    """As `keep_session` set it."""
    secure = request.url.scheme == "https"
    response.delete_cookie(cookie_name(request), httponly=True, samesite="strict", secure=secure)
