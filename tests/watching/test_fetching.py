"""Fetching against a real server: what comes, what is refused, what may come later, and never too much of it."""

import gzip
import socket
import zlib
from email.utils import formatdate
from pathlib import Path

import pytest

from foedus.watching import web_address
from foedus.watching.errors import EndedError, FetchError, GoneError, RestingError, TryLaterError
from foedus.watching.fetching import Answer, Known, Limits
from foedus.watching.web_address import WebAddress
from tests.watching.case import AGENT, BEGIN, Desk, desk
from tests.watching.site import Reply, Site

BODY = b"The ministry signed a contract. " * 1000


def get(at: Desk, url: str, known: Known | None = None) -> Answer:
    return at.fetcher.get(url, accept="text/plain", known=known or Known())


def test_a_body_comes_with_its_kind_and_charset(at: Desk, site: Site) -> None:
    site.at["/a?b=1"] = Reply(BODY, headers={"Content-Type": 'Text/Plain; charset="windows-1251"', "ETag": '"1"'})
    found = get(at, f"{site.url}/a?b=1")
    assert (found.body, found.kind, found.charset) == (BODY, "text/plain", "windows-1251")
    assert (found.url, found.moved) == (f"{site.url}/a?b=1", None)
    asked = site.asked[0].headers
    assert asked["user-agent"] == AGENT
    assert asked["host"] == site.url.removeprefix("http://")
    assert "cookie" not in asked


def test_what_is_as_it_was_does_not_come_again(at: Desk, site: Site) -> None:
    site.at["/a"] = lambda headers: Reply(status=304) if headers.get("if-none-match") == '"1"' else Reply(BODY)
    assert get(at, f"{site.url}/a", Known('"1"', "Thu, 19 May 2022 10:00:00 GMT")).body is None
    assert site.asked[0].headers["if-modified-since"] == "Thu, 19 May 2022 10:00:00 GMT"


@pytest.mark.parametrize(
    ("encoding", "packed"),
    [
        ("gzip", gzip.compress(BODY)),
        ("x-gzip", gzip.compress(BODY)),
        ("deflate", zlib.compress(BODY)),
        ("deflate", zlib.compress(BODY)[2:-4]),
        ("identity", BODY),
    ],
)
def test_packed_bodies_are_unpacked(at: Desk, site: Site, encoding: str, packed: bytes) -> None:
    site.at["/a"] = Reply(packed, headers={"Content-Encoding": encoding})
    assert get(at, f"{site.url}/a").body == BODY


def test_a_packing_that_was_not_asked_for_is_refused(at: Desk, site: Site) -> None:
    site.at["/a"] = Reply(BODY, headers={"Content-Encoding": "br"})
    with pytest.raises(FetchError, match="packed as br, which was not asked for"):
        get(at, f"{site.url}/a")


@pytest.mark.parametrize(
    "reply",
    [
        Reply(BODY, cut=100),
        Reply(gzip.compress(BODY)[:-40], headers={"Content-Encoding": "gzip"}),
        Reply(b"\x1f\x8b" + b"x" * 100, headers={"Content-Encoding": "gzip"}),
    ],
)
def test_a_body_that_came_in_part_or_damaged_may_come_whole_later(at: Desk, site: Site, reply: Reply) -> None:
    site.at["/a"] = reply
    with pytest.raises(TryLaterError):
        get(at, f"{site.url}/a")


def test_a_body_over_the_limit_is_cut_off_also_where_it_is_packed(tmp_path: Path, site: Site) -> None:
    bomb = gzip.compress(b"\0" * 50_000_000)
    site.at |= {"/plain": Reply(BODY * 40), "/bomb": Reply(bomb, headers={"Content-Encoding": "gzip"})}
    with desk(tmp_path / "s", limits=Limits(100_000)) as at:
        for path in ("/plain", "/bomb"):
            with pytest.raises(FetchError, match=r"over the limit of 0\.1 MB"):
                get(at, site.url + path)


def test_a_server_that_does_not_answer_in_time_is_left(tmp_path: Path, site: Site) -> None:
    site.at |= {"/late": Reply(BODY, slow=3.0), "/drip": Reply(b"x" * 65_536 * 30, slow=0.1)}
    with desk(tmp_path / "s", limits=Limits(9_000_000, whole=0.5, quiet=0.4)) as at:
        with pytest.raises(TryLaterError, match=r"does not end within 0\.5 s"):
            get(at, f"{site.url}/drip")
        site.at["/late"] = lambda _: Reply(BODY, slow=0)
        assert get(at, f"{site.url}/late").body == BODY


def test_a_host_that_says_nothing_is_left_alone(tmp_path: Path) -> None:
    with socket.socket() as silent, desk(tmp_path / "s", limits=Limits(1000, quiet=0.3)) as at:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        with pytest.raises(TryLaterError, match="it does not answer in time"):
            get(at, f"http://127.0.0.1:{silent.getsockname()[1]}/")
        assert at.state.host("127.0.0.1").failures == 1


def test_a_host_that_is_not_there_is_left_alone_for_longer_each_time(at: Desk) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}/"
    waits = []
    for _ in range(12):
        with pytest.raises(TryLaterError) as told:
            get(at, url)
        waits.append(told.value.seconds)
        with pytest.raises(RestingError):
            get(at, url)
        at.clock.later(waits[-1] or 0.0)
    assert waits[:4] == [300, 600, 1200, 2400]
    assert waits[-1] == 86_400


def test_what_a_server_asks_for_is_kept(at: Desk, site: Site) -> None:
    site.at["/a"] = Reply(status=429, headers={"Retry-After": "7200"})
    with pytest.raises(TryLaterError, match="answers 429"):
        get(at, f"{site.url}/a")
    at.clock.later(7000)
    with pytest.raises(RestingError):
        get(at, f"{site.url}/b")
    assert site.paths == ["/a"]
    at.clock.later(300)
    site.at["/a"] = Reply(status=503, headers={"Retry-After": formatdate(BEGIN + 100_000, usegmt=True)})
    with pytest.raises(TryLaterError):
        get(at, f"{site.url}/a")
    assert at.state.host("127.0.0.1").not_before == BEGIN + 100_000
    at.clock.later(100_000)
    site.at["/a"] = Reply(BODY)
    assert get(at, f"{site.url}/a").body == BODY
    assert at.state.host("127.0.0.1").failures == 0


@pytest.mark.parametrize(
    ("status", "kind"), [(410, GoneError), (500, TryLaterError), (404, FetchError), (451, FetchError)]
)
def test_other_answers_say_whether_asking_again_helps(
    at: Desk, site: Site, status: int, kind: type[FetchError]
) -> None:
    site.at["/a"] = Reply(status=status)
    with pytest.raises(FetchError, match=f"answers {status}") as told:
        get(at, f"{site.url}/a")
    assert type(told.value) is kind
    assert at.state.host("127.0.0.1").failures == 0


def test_what_has_moved_for_good_has_a_new_address_and_what_has_not_none(at: Desk, site: Site) -> None:
    site.at |= {
        "/old": Reply(status=301, headers={"Location": "/new"}),
        "/new": Reply(BODY),
        "/today": Reply(status=302, headers={"Location": "/old"}),
        "/older": Reply(status=308, headers={"Location": f"{site.url}/today"}),
    }
    assert get(at, f"{site.url}/old").moved == f"{site.url}/new"
    found = get(at, f"{site.url}/today")
    assert (found.url, found.moved) == (f"{site.url}/new", None)
    assert get(at, f"{site.url}/older").moved == f"{site.url}/today"


def test_a_circle_of_addresses_is_left(at: Desk, site: Site) -> None:
    site.at["/a"] = Reply(status=301, headers={"Location": "/a"})
    with pytest.raises(FetchError, match="more than 5 times"):
        get(at, f"{site.url}/a")
    assert len(site.asked) == 6


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://127.0.0.1/x", "http://a:b@127.0.0.1/", "http://[::1/"])
def test_moves_to_anything_but_the_web_are_refused(at: Desk, site: Site, target: str) -> None:
    site.at["/a"] = Reply(status=302, headers={"Location": target})
    with pytest.raises(FetchError):
        get(at, f"{site.url}/a")
    assert site.paths == ["/a"]


def test_a_private_host_is_refused_before_it_is_asked(tmp_path: Path, site: Site) -> None:
    with desk(tmp_path / "s", allow_private=False) as at, pytest.raises(FetchError, match="private network"):
        get(at, f"{site.url}/a")
    assert site.asked == []


def test_a_move_into_a_private_network_is_refused(tmp_path: Path, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    # this computer's first number stands for the internet, as no test can serve from there
    monkeypatch.setattr(web_address, "is_public", lambda number: str(number) == "127.0.0.1")
    inside = site.url.replace("127.0.0.1", "127.0.0.2")
    site.at["/a"] = Reply(status=302, headers={"Location": f"{inside}/admin"})
    with desk(tmp_path / "s", allow_private=False) as at, pytest.raises(FetchError, match=r"127\.0\.0\.2, inside"):
        get(at, f"{site.url}/a")
    assert site.paths == ["/a"]


def test_a_name_is_looked_up_once_and_the_server_hears_it(
    at: Desk, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = int(site.url.rpartition(":")[2])
    lookups: list[object] = []

    def look_up(host: object, *_: object, **__: object) -> list[object]:
        lookups.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]

    real = socket.getaddrinfo
    monkeypatch.setattr(
        socket, "getaddrinfo", lambda host, *a, **k: look_up(host) if host == "gazette.example" else real(host, *a, **k)
    )
    site.at["/a"] = Reply(BODY)
    assert get(at, f"http://gazette.example:{port}/a").body == BODY
    assert lookups == ["gazette.example"]
    assert site.asked[0].headers["host"] == f"gazette.example:{port}"


def test_requests_to_a_host_have_a_gap(at: Desk, site: Site) -> None:
    site.at["/a"] = Reply(BODY)
    for _ in range(3):
        get(at, f"{site.url}/a")
    assert at.clock.waits == [2.0, 2.0]


def test_cookies_are_not_sent_back(at: Desk, site: Site) -> None:
    site.at |= {
        "/a": Reply(status=302, headers={"Set-Cookie": "who=you; Path=/", "Location": "/b"}),
        "/b": Reply(BODY, headers={"Set-Cookie": "again=you"}),
    }
    get(at, f"{site.url}/a")
    get(at, f"{site.url}/b")
    assert site.paths == ["/a", "/b", "/b"]
    assert [one.headers.get("cookie") for one in site.asked] == [None, None, None]


def test_nothing_is_asked_once_watching_is_to_end(at: Desk, site: Site) -> None:
    at.clock.is_ended = True
    with pytest.raises(EndedError):
        get(at, f"{site.url}/a")
    assert site.asked == []


def test_who_decides_is_asked_before_every_request(at: Desk, site: Site) -> None:
    site.at |= {"/a": Reply(status=302, headers={"Location": "/b"}), "/b": Reply(BODY)}
    met: list[str] = []

    def allowed(address: WebAddress) -> None:
        met.append(address.target)
        if address.target == "/b":
            raise FetchError("not this one")

    with pytest.raises(FetchError, match="not this one"):
        at.fetcher.get(f"{site.url}/a", accept="*/*", allowed=allowed)
    assert met == ["/a", "/b"]
    assert site.paths == ["/a"]
