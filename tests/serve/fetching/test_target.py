"""Where a request may go: only into the public internet, whatever the address looks like."""

from ipaddress import ip_address

import pytest

from foedus.model.errors import UsageError
from foedus.serve.fetching.target import Rules, resolved, target
from foedus.watching.public import is_public

PUBLIC = "93.184.216.34"


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "127.8.8.8",
        "0.0.0.0",  # noqa: S104 - an address to be refused
        "10.0.0.1",
        "172.16.3.4",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "100.100.100.200",
        "168.63.129.16",
        "192.0.2.1",
        "198.18.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fc00::1",
        "fd00:ec2::254",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::127.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "2001:0:4136:e378:8000:63bf:3fff:fdd2",
    ],
)
def test_what_is_not_public_is_refused(address: str) -> None:
    assert not is_public(ip_address(address))
    with pytest.raises(UsageError, match="does not lie in the public internet"):
        target("https://news.example/a", lambda *_: [address], Rules())
    with pytest.raises(UsageError, match="does not lie in the public internet"):
        target("https://news.example/a", lambda *_: [PUBLIC, address], Rules())


def test_what_is_public_is_asked_for_where_it_was_found() -> None:
    for address in (PUBLIC, "2606:2800:220:1:248:1893:25c8:1946"):
        told = [address]
        at = target("https://news.example/a?b=c#d", lambda *_, told=told: told, Rules())
        assert (str(at.address), at.port, at.path, at.host_header) == (address, 443, "/a?b=c", "news.example")


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("file:///etc/passwd", "no address of a page"),
        ("ftp://news.example/a", "no address of a page"),
        ("gopher://news.example/", "no address of a page"),
        ("https:///a", "no address of a page"),
        ("http://[::1", "no address of a page"),
        ("https://news.example:99999/", "no address of a page"),
        ("https://anna:secret@news.example/", "name or password"),
        ("http://news.example:22/", "port 22"),
        ("https://news.example:6379/", "port 6379"),
        ("https://news.example/a b", "characters"),
        ("https://news.example/\r\nHost: other", "characters"),
        ("https://news.example/" + "a" * 3000, "too long"),
    ],
)
def test_what_is_no_address_of_a_page_is_told(url: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        target(url, lambda *_: [PUBLIC], Rules())


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1/", "http://[::1]/", "http://2130706433/", "http://0x7f.1/", "http://localhost/"]
)
def test_this_computer_is_refused_in_every_spelling(url: str) -> None:
    with pytest.raises(UsageError, match=r"public internet|cannot be found"):
        target(url, resolved, Rules())
