"""Only public hosts of the web are asked, by the numbers that were looked at."""

from ipaddress import ip_address

import pytest

from foedus.watching.errors import FetchError, TryLaterError
from foedus.watching.public import is_public
from foedus.watching.web_address import resolved, web_address


@pytest.mark.parametrize(
    ("url", "origin", "target"),
    [
        ("https://Gazette.Example/feed?a=1#x", "https://gazette.example", "/feed?a=1"),
        ("http://gazette.example:8080", "http://gazette.example:8080", "/"),
        ("http://gazette.example:80/", "http://gazette.example", "/"),
        ("https://газета.example/лента", "https://xn--80aahjj1e.example", "/лента"),
        ("http://[2001:db8::1]:81/", "http://[2001:db8::1]:81", "/"),
    ],
)
def test_an_address_is_taken_apart(url: str, origin: str, target: str) -> None:
    found = web_address(url)
    assert found.origin == origin
    assert found.target == target


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "ftp://gazette.example/",
        "gopher://127.0.0.1/",
        "gazette.example/feed",
        "http://",
        "http://host:port/",
        "http://[::1/",
        "https://reader:secret@gazette.example/feed",
        "javascript:alert(1)",
    ],
)
def test_what_is_no_plain_address_of_the_web_is_refused(url: str) -> None:
    with pytest.raises(FetchError) as told:
        web_address(url)
    assert "secret" not in str(told.value)


@pytest.mark.parametrize("number", ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946", "64:ff9b::5db8:d822"])
def test_public_numbers_are_public(number: str) -> None:
    assert is_public(ip_address(number))


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "0x7f.1", "2130706433", "[::1]", "[::ffff:127.0.0.1]"])
def test_private_hosts_are_refused_however_they_are_written(host: str) -> None:
    with pytest.raises(FetchError, match="inside a private network") as told:
        resolved(web_address(f"http://{host}/"), allow_private=False)
    assert not isinstance(told.value, TryLaterError)


def test_a_private_host_is_found_where_it_is_allowed() -> None:
    assert "127.0.0.1" in resolved(web_address("http://localhost/"), allow_private=True)


def test_a_name_that_is_not_known_may_be_known_later() -> None:
    with pytest.raises(TryLaterError, match=r"the name gazette\.invalid is not known"):
        resolved(web_address("http://gazette.invalid/"), allow_private=False)
