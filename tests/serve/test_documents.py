"""Documents in a list: newest first, under filters, by words of their texts, page by page."""

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from foedus.ledger.store import Ledger
from foedus.serve.app import make_app
from foedus.serve.settings import Settings
from foedus.serve.views.documents import PAGE
from tests.factories import claim, document
from tests.ledger.reports import Read
from tests.serve.browsing import visitor
from tests.serve.filling import href
from tests.serve.reading import link, one, page, some, words

MANY = PAGE * 2 + 3


def read(number: int) -> Read:
    day = f"2022-{1 + number // 28:02}-{1 + number % 28:02}"
    told = document(
        f"Report number{number}. Arland delivered tanks to Borland.",
        title=f"Tanks, part {number}",
        published=day,
        outlet="The Herald" if number % 2 else "The Gazette",
        lang="fr" if number == 0 else "en",
    )
    return told, [claim(told, "delivered", supplier="Arland", recipient="Borland", item="tanks")]


@pytest.fixture
def client(place: str) -> Iterator[TestClient]:
    with Ledger.open(place) as ledger:
        ledger.add([read(number) for number in range(MANY)])
        yield visitor(make_app(ledger, Settings()))


def titles(client: TestClient, address: str) -> list[str]:
    return [words(link) for link in some(page(client, address), ".//p[@class='what']/a")]


def test_the_newest_come_first_and_every_one_once(client: TestClient) -> None:
    found: list[str] = []
    address = "/documents"
    for _ in range(9):
        found += titles(client, address)
        more = [link for link in some(page(client, address), ".//a[@class='btn']") if words(link) == "More"]
        if not more:
            break
        address = link(more[0])
    assert found == [f"Tanks, part {number}" for number in reversed(range(MANY))]


def test_filters_narrow_the_list(client: TestClient) -> None:
    assert titles(client, "/documents?lang=fr") == ["Tanks, part 0"]
    assert titles(client, "/documents?published_by=2022-01-02") == ["Tanks, part 1", "Tanks, part 0"]
    herald = page(client, "/documents?outlet=The+Herald")
    assert {words(end).partition(",")[0] for end in some(herald, "end")} == {"The Herald"}


def test_words_of_the_text_are_found_and_open_in_their_place(client: TestClient) -> None:
    shown = page(client, "/documents?q=number7")
    (hit,) = some(shown, ".//p[@class='what']")
    assert words(one(hit, ".//mark")) == "number7"
    opened = page(client, link(hit))
    assert words(one(opened, ".//*[@id='span']")) == "number7"


def test_where_nothing_is_found_the_page_says_so(client: TestClient) -> None:
    assert "No text has the words “zeppelin”" in words(one(page(client, "/documents?q=zeppelin"), "state"))
    assert "No document meets" in words(one(page(client, "/documents?lang=ru"), "state"))


def test_what_the_form_does_not_show_is_kept(client: TestClient) -> None:
    shown = page(client, "/documents?type=transfer&lang=fr")
    assert [field.get("value") for field in some(one(shown, "doc-filters"), ".//input[@type='hidden']")] == ["transfer"]


def test_from_each_document_one_comes_to_the_next_of_the_list(place: str) -> None:
    undated = document("Nobody knows when Arland delivered tanks.", published=None)
    known = [read(number) for number in range(0, 60, 20)]
    twin = document("Arland delivered tanks twice that day.", published=known[1][0].published)
    with Ledger.open(place) as ledger:
        ledger.add([*known, (undated, []), (twin, [])])
        client = visitor(make_app(ledger, Settings()))
        listed = [one["document"]["id"] for one in client.get("/documents.json").json()["documents"]]
        assert len(listed) == 5
        for way, ids in (("next", listed), ("prev", listed[::-1])):
            walked, there = [ids[0]], page(client, f"/documents/{ids[0]}")
            while onward := [href(one) for one in some(there, ".//a[@data-key]") if one.get("rel") == way]:
                walked.append(onward[0].rpartition("/")[2])
                there = page(client, onward[0])
            assert walked == ids
