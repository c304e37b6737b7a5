"""Fetching one page: each step of the way is checked, and size, time and number of steps are limited."""

import http.client
import socket
import ssl
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from threading import Timer
from time import monotonic
from typing import NamedTuple
from urllib.parse import quote, urljoin

from foedus.model.errors import UsageError
from foedus.serve.fetching.target import Resolve, Rules, Target, resolved, target

STEPS = 5
"""Redirects that are followed."""
SECONDS = 20.0
"""For all of it together."""
_CONNECTING = 8.0
_PIECE = 1 << 16
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_OK = 200
_KEPT = "/?&=%:;,+@!$'()*~[]-._"
"""Characters of a path that stay as they are."""
_SUFFIXES = {"text/html": ".html", "application/xhtml+xml": ".html", "text/plain": ".txt"}
"""By the type that the server gives, what the page is kept as."""
_HEADERS = {
    "User-Agent": "Foedus",
    "Accept": "text/html, application/xhtml+xml, text/plain",
    "Accept-Encoding": "identity",
    "Connection": "close",
}


class Page(NamedTuple):
    """What came: from which address in the end, its bytes, and the suffix of its kind."""

    url: str
    content: bytes
    suffix: str


class _Answer(NamedTuple):
    page: Page | None
    onward: str | None


def fetch(
    url: str,
    most: int,
    *,
    resolve: Resolve = resolved,
    rules: Rules = Rules(),  # noqa: B008 - it does not change
    seconds: float = SECONDS,
) -> Page:
    """The page at an address, of so many bytes at most; UsageError says in a line why it is not to be had.

    A name is resolved once, and the connection goes to what was checked. No cookies, no name and password, no proxy.
    """
    ends = monotonic() + seconds
    for _ in range(STEPS + 1):
        at = target(url, resolve, rules)
        answer = _ask(at, most, ends)
        if answer.page is not None:
            return answer.page
        url = urljoin(url, answer.onward or "")
        if at.scheme == "https" and not url.startswith("https:"):
            raise UsageError(f"{at.host} leads from https to an address without it: not followed")
    raise UsageError(f"more than {STEPS} redirects: not followed any further")


def _ask(at: Target, most: int, ends: float) -> _Answer:
    with _connected(at, ends) as connection:
        try:
            path = quote(at.path, safe=_KEPT)
            connection.putrequest("GET", path, skip_host=True, skip_accept_encoding=True)
            connection.putheader("Host", at.host_header)
            for name, value in _HEADERS.items():
                connection.putheader(name, value)
            connection.endheaders()
            answer = connection.getresponse()
            if answer.status in _REDIRECTS:
                with answer:
                    return _Answer(None, _location(answer, at))
            with answer:
                content, suffix = _content(answer, at, most), _suffix(answer, at)
            if monotonic() >= ends:  # what came may have been cut by the end of the time
                raise TimeoutError
            return _Answer(Page(at.url, content, suffix), None)
        except (OSError, http.client.HTTPException, ValueError) as error:
            if monotonic() >= ends:
                raise UsageError(f"{at.host} took too long to answer: try again later") from error
            raise UsageError(f"{at.host} did not answer as a server of pages does") from error


@contextmanager
def _connected(at: Target, ends: float) -> Iterator[http.client.HTTPConnection]:
    """Closed at the end of the time, however slowly bytes come."""
    left = ends - monotonic()
    if left <= 0:
        raise UsageError(f"{at.host} took too long to answer: try again later")
    try:
        plain = socket.create_connection((str(at.address), at.port), timeout=min(_CONNECTING, left))
    except OSError as error:
        raise UsageError(f"{at.host} does not answer: try again later") from error
    wires = [plain]
    watch = Timer(left, _shut, [wires])
    watch.daemon = True
    watch.start()
    connection = http.client.HTTPConnection(at.host, at.port)
    try:
        plain.settimeout(left)
        if at.scheme == "https":
            safe = ssl.create_default_context().wrap_socket(
                plain, server_hostname=at.host, do_handshake_on_connect=False
            )
            wires.append(safe)
            safe.do_handshake()
        connection.sock = wires[-1]
        yield connection
    except ssl.SSLError as error:
        raise UsageError(f"{at.host} cannot prove that it is {at.host}: not fetched") from error
    except OSError as error:
        raise UsageError(f"{at.host} does not answer: try again later") from error
    finally:
        watch.cancel()
        connection.close()
        wires[-1].close()


def _shut(wires: Sequence[socket.socket]) -> None:
    """Whoever reads from the last one is told that it has ended."""
    with suppress(OSError):
        socket.socket.shutdown(wires[-1], socket.SHUT_RDWR)


def _location(answer: http.client.HTTPResponse, at: Target) -> str:
    onward = answer.getheader("Location")
    if not onward:
        raise UsageError(f"{at.host} leads on to nowhere: not fetched")
    return onward


def _suffix(answer: http.client.HTTPResponse, at: Target) -> str:
    kind = (answer.getheader("Content-Type") or "").partition(";")[0].strip().lower()
    if kind not in _SUFFIXES:
        raise UsageError(
            f"{at.host} gave {kind[:60] or 'something unnamed'}, no page of text: save it, and send the file"
        )
    return _SUFFIXES[kind]


def _content(answer: http.client.HTTPResponse, at: Target, most: int) -> bytes:
    """Counted as it comes: what the server says of the length is not believed."""
    if answer.status != _OK:
        raise UsageError(f"{at.host} answered {answer.status}: there is no page to be had")
    if (answer.getheader("Content-Encoding") or "identity").strip().lower() != "identity":
        raise UsageError(f"{at.host} gave a packed page though none was asked for: save it, and send the file")
    pieces: list[bytes] = []
    size = 0
    while piece := answer.read1(_PIECE):
        size += len(piece)
        if size > most:
            raise UsageError(f"the page is over the limit of {most / 1e6:g} MB: save it, and send a part")
        pieces.append(piece)
    if answer.length:  # it promised more
        raise http.client.IncompleteRead(b"", answer.length)
    return b"".join(pieces)
