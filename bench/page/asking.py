"""Requests over a connection that is kept open, as a browser's are, to the last byte of the answer."""

import http.client
import json
import time
import zlib
from typing import Any, NamedTuple
from urllib.parse import urlsplit

_HEADERS = {"Accept-Encoding": "gzip", "Accept-Language": "en"}


class Answer(NamedTuple):
    """Its status, how long it took, the bytes that came, and their content."""

    status: int
    milliseconds: float
    sent: int
    body: bytes


class Line:
    """One connection; not to be shared between threads."""

    def __init__(self, base: str) -> None:
        """To a server, `http://HOST:PORT`."""
        self._to = urlsplit(base).netloc
        self._open = http.client.HTTPConnection(self._to, timeout=300)

    def get(self, path: str) -> Answer:
        """The answer, whatever its status."""
        began = time.perf_counter()
        try:
            self._open.request("GET", path, headers=_HEADERS)
            answer = self._open.getresponse()
            body = answer.read()
        except (http.client.HTTPException, OSError):
            self._open.close()  # the next request makes it anew
            raise
        spent = 1000 * (time.perf_counter() - began)
        if answer.headers.get("Content-Encoding") == "gzip":
            return Answer(answer.status, spent, len(body), zlib.decompress(body, 31))
        return Answer(answer.status, spent, len(body), body)

    def json(self, path: str) -> Any:  # noqa: ANN401 - whatever the view has
        """A view as data."""
        answer = self.get(path)
        assert answer.status == 200, f"{path}: {answer.status}"
        return json.loads(answer.body)

    def close(self) -> None:
        """End it."""
        self._open.close()
