"""Whether a request that changes something was sent by a page of ours, not by another site's (CSRF).

Browsers say so themselves (Sec-Fetch-Site; older ones Origin), so that forms need no secret in them.
"""

from urllib.parse import urlsplit

from starlette.datastructures import Headers

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_OURS = frozenset({"same-origin", "none"})


def is_crossing(method: str, headers: Headers) -> bool:
    """Whether it comes from elsewhere, or does not say where it comes from."""
    if method in SAFE or bears_token(headers):
        return False
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site not in _OURS
    try:
        origin = urlsplit(headers.get("origin", "")).netloc
    except ValueError:
        return True
    return not origin or origin != headers.get("host")


def bears_token(headers: Headers) -> bool:
    """A program's own token, which no browser adds by itself; cookies beside it do not count."""
    return headers.get("authorization", "").lower().startswith("bearer ")
