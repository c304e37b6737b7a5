"""What a door asks about each request: one kind of keeper for each mode."""

from typing import Protocol

from starlette.requests import Request
from starlette.responses import Response

from foedus.serve.access.who import Who


class Keeper(Protocol):
    """Knows who asks."""

    open_to_all: frozenset[str]
    """Paths that may be posted to by those who are not known, as that of signing in."""

    async def who(self, request: Request) -> Who | Response:
        """Who it is, or the answer that the request gets instead."""
