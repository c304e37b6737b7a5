"""Which addresses are of one page."""

import pytest

from foedus.lineage.citing.addresses import canonical


@pytest.mark.parametrize(
    "address",
    [
        "http://www.gazette.example/boats",
        "https://m.gazette.example/boats/",
        "https://gazette.example/boats/amp/",
        "https://amp.gazette.example/amp/boats",
        "https://GAZETTE.example/boats?utm_source=x&fbclid=1#top",
        "gazette.example/boats?xtor=RSS-1",
        "https://gazette.example/boats/index.html",
    ],
)
def test_one_page_has_one_address(address: str) -> None:
    assert canonical(address) == "gazette.example/boats"


def test_parameters_that_name_a_page_count_in_any_order() -> None:
    assert canonical("https://gazette.example/?p=2&id=7") == canonical("http://gazette.example?id=7&p=2&gclid=3")
    assert canonical("https://gazette.example/?id=7") != canonical("https://gazette.example/?id=8")


@pytest.mark.parametrize("address", [None, "", "https://gazette.example/", "not an address", "http://[::1", "file.txt"])
def test_what_is_no_pages_address(address: str | None) -> None:
    assert canonical(address) is None
