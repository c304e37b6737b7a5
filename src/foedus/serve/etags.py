"""ETags: what was answered before is not computed again as long as nothing that it depends on has changed.

A tag covers all that an answer to GET can depend on: the address, the last link of the ledger's chain, who asks, the
language and what the cookies choose, the day (views tell of today), and this run of the server. It is made before the
answer: what is written meanwhile is in the answer and not yet in its tag, so that the next request gets it anew. Under
its tag an answer is kept for others too who ask the same (`kept`).
"""

import hashlib
from datetime import UTC, datetime
from http import HTTPStatus
from secrets import token_hex

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from foedus.model.errors import FoedusError
from foedus.serve.access.cookies import cookie_name as session_name
from foedus.serve.access.headers import is_static
from foedus.serve.access.who import who_of
from foedus.serve.house import house_of
from foedus.serve.kept import Answers
from foedus.serve.views.visits import cookie_name as visit_name

_UNTAGGED = frozenset({"", "add", "sign-in"})
"""First parts of pages that change without the ledger: with the visit before, with what is read now, with a sign-in."""
_VERIFY = "/audit/verify"
"""Tells how far a check of the chain is."""
_READ_HEADERS = ("host", "accept", "accept-language")


class ETags:
    """Middleware behind the door, which says who asks."""

    def __init__(self, app: ASGIApp) -> None:
        """As Starlette makes middleware."""
        self._app = app
        self._run = token_hex(8)
        self._answers = Answers()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request: 304 where the client has the answer already, else the answer with its tag."""
        if scope["type"] != "http" or scope["method"] != "GET" or is_static(scope) or _is_untagged(scope["path"]):
            await self._app(scope, receive, send)
            return
        request = Request(scope)
        tag = await self._tag(request)
        if tag is None:
            await self._app(scope, receive, send)
        elif tag in _known(request):
            await Response(status_code=HTTPStatus.NOT_MODIFIED, headers={"ETag": tag})(scope, receive, send)
        else:
            await self._answer(scope, receive, send, tag)

    async def _answer(self, scope: Scope, receive: Receive, send: Send, tag: str) -> None:
        """The answer as it was made before, else a new one."""
        key = f"{tag} {Headers(scope=scope).get('accept-encoding', '')}"
        kept = self._answers.get(key)
        if kept is not None:
            await kept.send(send)
        else:
            await self._app(scope, receive, _tagging(self._answers.keeping(key, send), tag))

    async def _tag(self, request: Request) -> str | None:
        """None where the ledger does not answer: then there is nothing to keep."""
        try:
            head = await run_in_threadpool(house_of(request).ledger.head)
        except FoedusError:
            return None
        who = who_of(request)
        parts = [
            self._run,
            head.hash if head else "",
            datetime.now(UTC).date().isoformat(),
            request.scope["scheme"],
            request.url.path,
            request.url.query,
            who.name,
            who.role,
            *(request.headers.get(name, "") for name in _READ_HEADERS),
            *_chosen(request),
        ]
        told = hashlib.sha256("\0".join(parts).encode()).hexdigest()
        return f'W/"{told[:32]}"'


def _chosen(request: Request) -> list[str]:
    """The cookies that choose something: who has a session is told already, and the visit before shows on one page."""
    others = {session_name(request), visit_name(request.url.port)}
    return [f"{name}={value}" for name, value in sorted(request.cookies.items()) if name not in others]


def _known(request: Request) -> frozenset[str]:
    """Tags that the client has; weak and strong ones compare alike here (RFC 9110, 13.1.2)."""
    given = ",".join(request.headers.getlist("if-none-match"))
    return frozenset(f"W/{word}" for one in given.split(",") if (word := one.strip().removeprefix("W/")))


def _tagging(send: Send, tag: str) -> Send:
    async def tagged(message: Message) -> None:
        if message["type"] == "http.response.start" and message["status"] == HTTPStatus.OK:
            MutableHeaders(scope=message).setdefault("ETag", tag)
        await send(message)

    return tagged


def _is_untagged(path: str) -> bool:
    return path.startswith(_VERIFY) or path.removeprefix("/").partition("/")[0].partition(".")[0] in _UNTAGGED
