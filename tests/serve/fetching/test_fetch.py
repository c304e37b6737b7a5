"""A page is fetched from a real server; what is too large, too slow, or leads elsewhere, is not."""

import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from typing import NamedTuple

import pytest
from starlette.testclient import TestClient

from foedus.ledger.store import Ledger
from foedus.model.errors import UsageError
from foedus.serve.app import make_app
from foedus.serve.fetching.fetch import Page, fetch
from foedus.serve.fetching.target import Rules
from foedus.serve.settings import Settings
from foedus.watching.public import Address, is_public
from tests.serve.browsing import TOKEN, owner

LIMIT = 100_000
HERE = ip_address("127.0.0.1")


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.server.asked.append((self.headers.get("Host"), self.path, dict(self.headers)))  # type: ignore[attr-defined]  # of this test
        kind, _, rest = self.path.removeprefix("/").partition("?")
        getattr(self, f"_{kind}")(rest)

    def _page(self, _: str) -> None:
        self._send("<p>Russia delivered two systems.</p>", "text/html; charset=utf-8")

    def _to(self, where: str) -> None:
        self.send_response(302)
        self.send_header("Location", where)
        self.end_headers()

    def _loop(self, _: str) -> None:
        self._to("/loop")

    def _large(self, _: str) -> None:
        self._send("a" * (LIMIT + 1), "text/plain")

    def _lying(self, _: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.end_headers()
        for _piece in range(100):
            self.wfile.write(b"a" * 10_000)

    def _cut(self, _: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.send_header("Content-Length", "1000")
        self.end_headers()
        self.wfile.write(b"only so much")

    def _slow(self, _: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.end_headers()
        for _piece in range(200):
            self.wfile.write(b"a")
            self.wfile.flush()
            time.sleep(0.1)

    def _picture(self, _: str) -> None:
        self._send("x", "image/png")

    def _packed(self, _: str) -> None:
        self._send("x", "text/html", packed="gzip")

    def _gone(self, _: str) -> None:
        self.send_error(404)

    def _send(self, text: str, kind: str, packed: str | None = None) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        if packed:
            self.send_header("Content-Encoding", packed)
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text.encode())

    def log_message(self, *_: object) -> None:
        """Nothing."""

    def handle(self) -> None:
        """Who goes away is no error of the test."""
        try:
            super().handle()
        except OSError:
            return


class Site(NamedTuple):
    port: int
    asked: list[tuple[str, str, dict[str, str]]]

    def fetch(self, path: str, seconds: float = 20.0, host: str = "news.example") -> Page:
        rules = Rules(self.allowed, {"http": frozenset({self.port})})
        return fetch(f"http://{host}:{self.port}{path}", LIMIT, resolve=self.resolve, rules=rules, seconds=seconds)

    def allowed(self, address: Address) -> bool:
        """This one server, as if it were of the internet; nothing else of this computer."""
        return address == HERE or is_public(address)

    def resolve(self, host: str, _: int) -> list[str]:
        known = {"news.example": "127.0.0.1", "inside.example": "10.1.2.3", "clouds.example": "169.254.169.254"}
        return [known.get(host, host)]


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.asked = []  # type: ignore[attr-defined]  # of this test
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield Site(server.server_port, server.asked)  # type: ignore[attr-defined]  # as above
    server.shutdown()
    server.server_close()


def test_a_page_comes_as_it_is(site: Site) -> None:
    page = site.fetch("/page?a=é")
    assert page.content == b"<p>Russia delivered two systems.</p>"
    assert page.suffix == ".html"
    host, path, headers = site.asked[-1]
    assert host == f"news.example:{site.port}"
    assert path == "/page?a=%C3%A9"
    assert not {"Cookie", "Authorization", "Referer"} & set(headers)


def test_redirects_are_followed_a_few_times(site: Site) -> None:
    page = site.fetch("/to?/to?/page")
    assert page.url == f"http://news.example:{site.port}/page"
    with pytest.raises(UsageError, match="more than 5 redirects"):
        site.fetch("/loop")


@pytest.mark.parametrize(
    "where",
    [
        "http://inside.example:{port}/page",
        "http://clouds.example:{port}/latest/meta-data/",
        "http://127.0.0.2:{port}/page",
        "http://[::1]:{port}/page",
        "http://[::ffff:10.0.0.1]:{port}/page",
        "//169.254.169.254:{port}/page",
        "http://news.example:22/page",
        "file:///etc/passwd",
    ],
)
def test_a_redirect_leads_nowhere_that_an_address_may_not(site: Site, where: str) -> None:
    before = len(site.asked)
    with pytest.raises(UsageError, match=r"public internet|port 22|no address of a page"):
        site.fetch(f"/to?{where.format(port=site.port)}")
    assert len(site.asked) == before + 1, "nothing was asked behind it"


def test_a_name_is_resolved_once_for_each_request(site: Site) -> None:
    told: list[str] = []

    def turning(host: str, _: int) -> list[str]:
        """The second answer is another one, as of who would lead the guard astray."""
        told.append(host)
        return ["127.0.0.1" if len(told) == 1 else "10.0.0.1"]

    rules = Rules(site.allowed, {"http": frozenset({site.port})})
    page = fetch(f"http://news.example:{site.port}/page", LIMIT, resolve=turning, rules=rules)
    assert page.suffix == ".html"
    assert told == ["news.example"]


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/large", "over the limit of 0.1 MB"),
        ("/lying", "over the limit of 0.1 MB"),
        ("/cut", "did not answer as a server of pages does"),
        ("/picture", "image/png, no page of text"),
        ("/packed", "packed page"),
        ("/gone", "answered 404"),
    ],
)
def test_what_is_no_page_to_be_read_is_told(site: Site, path: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        site.fetch(path)


def test_who_sends_slowly_is_left(site: Site) -> None:
    begun = time.monotonic()
    with pytest.raises(UsageError, match="took too long"):
        site.fetch("/slow", seconds=1.0)
    assert time.monotonic() - begun < 8


def test_nobody_answers(site: Site) -> None:
    rules = Rules(site.allowed, {"http": frozenset({1})})
    with pytest.raises(UsageError, match="does not answer"):
        fetch("http://news.example:1/", LIMIT, resolve=site.resolve, rules=rules)


def test_a_server_fetches_only_where_it_was_told_so(place: str) -> None:
    with Ledger.open(place) as ledger:
        told = {fetches: _asked(ledger, place, fetches=fetches) for fetches in (False, True)}
    assert 'name="fetch"' not in told[False][0]
    assert "fetches no addresses" in told[False][1]
    assert 'name="fetch"' in told[True][0]
    assert "does not lie in the public internet" in told[True][1]


def _asked(ledger: Ledger, place: str, *, fetches: bool) -> tuple[str, str]:
    """The form, and what is said of an address of this computer."""
    client: TestClient = owner(make_app(ledger, Settings(token=TOKEN, place=place, fetch_urls=fetches)))
    answer = client.post("/add", data={"fetch": "http://127.0.0.1/"})
    assert answer.status_code == 422
    return client.get("/add").text, answer.text
