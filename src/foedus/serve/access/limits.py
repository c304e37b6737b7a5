"""How much a request may send, and how long it may take over it."""

import asyncio
from http import HTTPStatus

from starlette.exceptions import HTTPException
from starlette.types import Message, Receive

FORM_BYTES = 1_000_000
"""Of a form; documents have a limit of their own (`Settings.upload_bytes`)."""
PAUSE_SECONDS = 20.0
"""Between two pieces of a body."""
BODY_SECONDS = 300.0


def too_long(length: str | None, limit: int) -> bool:
    """Whether a Content-Length is over the limit, or is none."""
    return length is not None and (not length.isdecimal() or len(length) > 15 or int(length) > limit)


def limited(receive: Receive, limit: int) -> Receive:
    """The receiver of a body: HTTPException 413 once it is over the limit in bytes, 408 where it is too slow."""
    seen = 0
    whole = False
    ends = asyncio.get_running_loop().time() + BODY_SECONDS

    async def receiver() -> Message:
        nonlocal seen, whole
        if whole:  # what comes now is only that the other side has gone, whenever that may be
            return await receive()
        left = ends - asyncio.get_running_loop().time()
        try:
            message = await asyncio.wait_for(receive(), max(0.0, min(PAUSE_SECONDS, left)))
        except TimeoutError as error:
            raise HTTPException(HTTPStatus.REQUEST_TIMEOUT, "the request came too slowly: send it again") from error
        seen += len(message.get("body", b""))
        if seen > limit:
            raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, over(limit))
        whole = not message.get("more_body", False)
        return message

    return receiver


def over(limit: int) -> str:
    """What is said of a request over the limit."""
    return f"the request is over the limit of {limit / 1e6:g} MB: send less at once"
