"""One thing of the web at a time: asked for politely, followed where it moved, taken up to a size and a time."""

import re
import time
from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import NamedTuple, Self
from urllib.parse import urljoin

from foedus.model.errors import UsageError
from foedus.watching.clock import Clock
from foedus.watching.errors import FetchError, GoneError, TryLaterError
from foedus.watching.hosts import Hosts
from foedus.watching.inflating import ACCEPTED, Inflating
from foedus.watching.patience import asked_for
from foedus.watching.web_address import WebAddress, resolved, web_address

MISSING = "watching feeds needs httpx2 and protego: install foedus[watch]"
_HOPS = 5
_CONNECT_SECONDS = 15.0
_QUIET_SECONDS = 30.0
_WHOLE_SECONDS = 120.0
_MOVED_FOR_GOOD = (HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.PERMANENT_REDIRECT)
_MOVED = (*_MOVED_FOR_GOOD, HTTPStatus.FOUND, HTTPStatus.SEE_OTHER, HTTPStatus.TEMPORARY_REDIRECT)
_BUSY = (HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE)
_CHARSET = re.compile(r"""charset\s*=\s*["']?([\w.:-]+)""", re.IGNORECASE)


class Answer(NamedTuple):
    """What came, and from where; `body` is None where it is as it was.

    `moved` is the address at which it is to be asked for from now on, None where that is the one that was asked.
    """

    url: str
    body: bytes | None
    headers: Mapping[str, str]
    moved: str | None

    @property
    def kind(self) -> str:
        """The content type without its parameters, in lower case."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def charset(self) -> str | None:
        """The charset that the server names."""
        match = _CHARSET.search(self.headers.get("content-type", ""))
        return match[1] if match else None


class Known(NamedTuple):
    """What was said of something when it was last fetched, so that it comes only if it is another now."""

    etag: str | None = None
    modified: str | None = None


class Limits(NamedTuple):
    """Most bytes of a body, unpacked; seconds for all of it, and for each wait in it."""

    most_bytes: int
    whole: float = _WHOLE_SECONDS
    quiet: float = _QUIET_SECONDS


def _anything(address: WebAddress) -> None:
    pass


class Fetcher:
    """Use it as a context manager, in one thread. No proxies are used; cookies are not sent."""

    def __init__(self, agent: str, hosts: Hosts, clock: Clock, limits: Limits, *, allow_private: bool = False) -> None:
        """`agent` is how the program names itself. UsageError where the library is missing."""
        try:
            import httpx2  # noqa: PLC0415 - an extra, and slow to import
        except ImportError as error:
            raise UsageError(MISSING) from error
        times = httpx2.Timeout(limits.quiet, connect=min(_CONNECT_SECONDS, limits.quiet))
        # no connection is kept: those to one numeric address would serve several names, which its certificate must show
        pool = httpx2.Limits(max_keepalive_connections=0)
        # without the environment's proxies, behind which a private address could hide; its certificates count
        trusted = httpx2.create_ssl_context()
        self._client = httpx2.Client(
            timeout=times, limits=pool, verify=trusted, follow_redirects=False, trust_env=False
        )
        self._agent = agent
        self._hosts = hosts
        self._clock = clock
        self._limits = limits
        self._allow_private = allow_private

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    def get(
        self,
        url: str,
        *,
        accept: str,
        known: Known = Known(),  # noqa: B008 - immutable
        allowed: Callable[[WebAddress], None] = _anything,
    ) -> Answer:
        """What is at an address. `allowed` is asked before each request, and raises where it is not to be made.

        GoneError, TryLaterError, or FetchError for all else that cannot be had.
        """
        at, moved, is_for_good = web_address(url), None, True
        for _ in range(_HOPS + 1):
            allowed(at)
            status, headers, body = self._asked(at, accept, known)
            if status not in _MOVED:
                return self._answer(at, status, headers, body, moved)
            target = headers.get("location")
            if not target:
                raise FetchError(f"{at.url} has moved, and does not say where")
            at = web_address(_joined(at.url, target))
            is_for_good = is_for_good and status in _MOVED_FOR_GOOD
            moved = at.url if is_for_good else moved
        raise FetchError(f"{url} is sent from address to address, more than {_HOPS} times: not followed")

    def _answer(
        self, at: WebAddress, status: int, headers: Mapping[str, str], body: bytes, moved: str | None
    ) -> Answer:
        if status == HTTPStatus.OK:
            return Answer(at.url, body, headers, moved)
        if status == HTTPStatus.NOT_MODIFIED:
            return Answer(at.url, None, headers, moved)
        told = f"{at.url} answers {status}{_phrase(status)}"
        if status == HTTPStatus.GONE:
            raise GoneError(told)
        seconds = asked_for(headers.get("retry-after"), self._clock.now())
        if status in _BUSY:
            raise TryLaterError(told, self._hosts.failed(at.host, seconds))
        if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            raise TryLaterError(told, seconds)
        raise FetchError(told)

    def _asked(self, at: WebAddress, accept: str, known: Known) -> tuple[int, Mapping[str, str], bytes]:
        """Status, headers and body of one request, made when it is the host's turn."""
        import httpx2  # noqa: PLC0415 - an extra, and slow to import

        self._hosts.turn(at.host)
        try:
            found = self._sent(at, accept, known)
        except (httpx2.HTTPError, httpx2.InvalidURL, ValueError) as error:
            is_late = isinstance(error, httpx2.TimeoutException)
            is_away = is_late or isinstance(error, httpx2.ConnectError)
            why = "it does not answer in time" if is_late else _reason(error)
            seconds = self._hosts.failed(at.host, None) if is_away else None
            raise TryLaterError(f"{at.url} cannot be fetched: {why}", seconds) from error
        finally:
            self._hosts.done(at.host)
        if found[0] not in _BUSY:
            self._hosts.answered(at.host)
        return found

    def _sent(self, at: WebAddress, accept: str, known: Known) -> tuple[int, Mapping[str, str], bytes]:
        """To the first numeric address of the host that takes a connection."""
        import httpx2  # noqa: PLC0415 - an extra, and slow to import

        numbers = resolved(at, allow_private=self._allow_private)
        for number in numbers[:-1]:
            try:
                return self._sent_to(number, at, accept, known)
            except httpx2.ConnectError:
                continue
        return self._sent_to(numbers[-1], at, accept, known)

    def _sent_to(self, number: str, at: WebAddress, accept: str, known: Known) -> tuple[int, Mapping[str, str], bytes]:
        until = time.monotonic() + self._limits.whole
        host = f"[{number}]" if ":" in number else number
        url = f"{at.scheme}://{host}:{at.port}{at.target}"
        headers = {"Host": at.netloc, "User-Agent": self._agent, "Accept": accept, "Accept-Encoding": ACCEPTED}
        asked = {"If-None-Match": known.etag, "If-Modified-Since": known.modified}
        headers |= {name: value for name, value in asked.items() if value}
        self._client.cookies.clear()  # they would be those of the number, which may be that of several hosts
        # the certificate must be that of the name, though the connection is to the number that was looked at
        name = {"sni_hostname": at.host}
        with self._client.stream("GET", url, headers=headers, extensions=name) as answer:
            found = {key.lower(): value for key, value in answer.headers.items()}
            if answer.status_code != HTTPStatus.OK:
                return answer.status_code, found, b""
            body = Inflating(found.get("content-encoding", ""), at.url, self._limits.most_bytes)
            for piece in answer.iter_raw():
                body.take(piece)
                if time.monotonic() > until:
                    raise TryLaterError(f"{at.url} does not end within {self._limits.whole:g} s")
            return answer.status_code, found, body.whole()


def _joined(base: str, target: str) -> str:
    try:
        return urljoin(base, target)
    except ValueError as error:
        raise FetchError(f"{base} has moved to an address that is none: {target[:80]}") from error


def _phrase(status: int) -> str:
    try:
        return f" ({HTTPStatus(status).phrase})"
    except ValueError:
        return ""


def _reason(error: Exception) -> str:
    return " ".join(str(error).split()) or type(error).__name__
