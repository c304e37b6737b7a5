"""What every answer tells the browser: to run and load nothing but ours, to stand in no frame, to guess no type."""

from starlette.datastructures import MutableHeaders
from starlette.types import Message, Scope, Send

CONTENT_SECURITY_POLICY = (
    "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'"
)
HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
}
KEPT_FOR_GOOD = "public, max-age=31536000, immutable"
ASKED_AGAIN = "private, no-cache"
_YEAR = 365 * 86_400


def with_headers(scope: Scope, send: Send) -> Send:
    """The sender, with the headers added to each answer; how long it may be kept is said where nothing else does."""

    async def sender(message: Message) -> None:
        if message["type"] == "http.response.start":
            _add(scope, MutableHeaders(scope=message), message["status"])
        await send(message)

    return sender


def _add(scope: Scope, headers: MutableHeaders, status: int) -> None:
    for name, value in HEADERS.items():
        headers[name] = value
    if scope["scheme"] == "https":
        headers["Strict-Transport-Security"] = f"max-age={_YEAR}"
    if is_static(scope):
        versioned = status == 200 and scope["query_string"].startswith(b"v=")
        headers.setdefault("Cache-Control", KEPT_FOR_GOOD if versioned else "no-cache")
        return
    headers.setdefault("Cache-Control", ASKED_AGAIN)
    headers.add_vary_header("Cookie")
    headers.add_vary_header("Accept-Language")


def is_static(scope: Scope) -> bool:
    """A file of the page itself, the same for everybody."""
    return str(scope["path"]).startswith("/static/")
