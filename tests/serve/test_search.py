"""Claims are searched by words, names and filters, and every filter can be taken away again."""

from collections.abc import Iterator

import pytest

from foedus.ledger.store import Ledger
from tests.factories import claim, document
from tests.serve.told import delivery, ledger_of, links, order, reader_of, seen, treaty


@pytest.fixture
def ledger(place: str) -> Iterator[Ledger]:
    with ledger_of(place, [delivery(), order(), treaty()]) as opened:
        yield opened


def test_all_claims_newest_first(ledger: Ledger) -> None:
    page = seen(reader_of(ledger).get("/claims").text)
    assert page.index("signé") < page.index("заказал") < page.index("delivered 12 tanks")
    assert "3 claims" in page


@pytest.mark.parametrize("name", ["Belarus", "Беларусь", "Biélorussie", "belarus"])
def test_an_entity_is_found_under_any_of_its_names(ledger: Ledger, name: str) -> None:
    page = reader_of(ledger).get("/claims", params={"q": name}).text
    assert "Understood as Belarus (state)" in seen(page)
    assert "3 claims" in seen(page)
    assert links(page, "Belarus")[0] == "/entities/BLR"


def test_hits_are_marked_where_the_text_names_the_entity_otherwise(ledger: Ledger) -> None:
    page = reader_of(ledger).get("/claims", params={"q": "Belarus станции"}).text
    assert "<mark>Беларуси</mark>" in page
    assert "<mark>станции</mark>" in page
    assert "1 claim," in seen(page)


def test_prefixes_become_filters_of_the_address(ledger: Ledger) -> None:
    client = reader_of(ledger)
    answer = client.get("/claims", params={"q": "supplier:BLR recipient:AZE stage:delivered before:2023 tanks"})
    assert answer.history[0].status_code == 308
    query = answer.url.params
    assert query.get_list("role") == ["supplier=BLR", "recipient=AZE"]
    assert (query["stage"], query["to"], query["q"]) == ("delivered", "2022-12-31", "tanks")
    page = seen(answer.text)
    assert "delivered 12 tanks" in page
    assert "supplier Belarus" in page
    assert "заказал" not in page


def test_what_is_asked_for_in_the_box_wins_over_the_address(ledger: Ledger) -> None:
    answer = reader_of(ledger).get("/claims", params={"q": "asof:2026-01-31", "as_of": "2020", "type": "transfer"})
    assert answer.url.params.get_list("as_of") == ["2026-01-31"]
    assert answer.url.params["type"] == "transfer"


def test_counts_and_the_form(ledger: Ledger) -> None:
    page = reader_of(ledger).get("/claims", params={"type": "transfer"}).text
    assert 'name="type" value="transfer" checked' in page
    assert 'name="stage" value="delivered"' in page
    assert 'name="role" value="supplier=BLR"' not in page, "one supplier only: nothing to choose"
    assert 'name="lang" value="ru"' in page
    assert "signé" not in seen(page)
    assert "2 claims" in seen(page)


def test_a_chip_takes_its_filter_away_and_keeps_the_others(ledger: Ledger) -> None:
    page = reader_of(ledger).get("/claims", params={"type": "transfer", "lang": "ru", "as_of": "2026-02"}).text
    (away,) = links(page, "language Russian")
    assert away == "/claims?type=transfer&as_of=2026-02"


def test_an_empty_answer_names_the_nearest_steps(ledger: Ledger) -> None:
    page = reader_of(ledger).get("/claims", params={"type": "agreement", "lang": "ru"}).text
    assert "No claim meets all of this: type agreement , language Russian ." in seen(page)
    assert links(page, "without language Russian") == ["/claims?type=agreement"]
    assert links(page, "without type agreement") == ["/claims?lang=ru"]
    assert "without type agreement : 1 claim" in seen(page)


def test_an_empty_ledger_says_how_to_begin(place: str) -> None:
    with Ledger.open(place) as empty:
        page = seen(reader_of(empty).get("/claims").text)
    assert "holds no claim yet" in page
    assert "foedus read" in page


def test_pages_go_on_behind_a_cursor(place: str) -> None:
    told = document(" ".join(f"Arland delivered {number} tanks to Borland." for number in range(30)))
    claims = [
        claim(told, f"delivered {number} tanks", supplier="ARL=Arland", recipient="BOR=Borland", item="tanks")
        for number in range(30)
    ]
    with ledger_of(place, [(told, claims)]) as ledger:
        client = reader_of(ledger)
        first = client.get("/claims").text
        (more,) = links(first, "More")
        second = client.get(more).text
    assert "delivered 24 tanks" in seen(first)
    assert "delivered 25 tanks" not in seen(first)
    assert "delivered 25 tanks" in seen(second)
    assert not links(second, "More")


def test_for_programs(ledger: Ledger) -> None:
    told = reader_of(ledger).get("/claims.json", params={"q": "Belarus"}).json()
    assert [hit["card"]["type"] for hit in told["hits"]] == ["agreement", "transfer", "transfer"]
    assert told["named"][0]["key"] == "BLR"
    assert told["next"] is None


def test_hostile_words_stay_words(ledger: Ledger) -> None:
    answer = reader_of(ledger).get("/claims", params={"q": "<script>alert(1)</script>"})
    assert answer.status_code == 200
    assert "<script>alert" not in answer.text


def test_a_search_that_asks_for_nothing_says_so(ledger: Ledger) -> None:
    answer = reader_of(ledger).get("/claims", params={"q": '"open'})
    assert answer.status_code == 400
    assert "second quotation mark" in seen(answer.text)


def test_in_french(ledger: Ledger) -> None:
    page = seen(reader_of(ledger, "fr").get("/claims", params={"q": "Belarus", "type": "transfer"}).text)
    assert "Compris comme Biélorussie (État)" in page
    assert "transfert" in page
    assert "2 affirmations" in page


def test_as_files(ledger: Ledger) -> None:
    client = reader_of(ledger)
    page = client.get("/claims", params={"type": "transfer"}).text
    (address,) = links(page, "CSV")
    assert address == "/claims.csv?type=transfer"
    rows = client.get(address).text.splitlines()
    assert len(rows) == 3
    assert "supplier=BLR Belarus" in rows[2]
    lines = client.get("/claims.jsonl", params={"q": "supplier:BLR stage:ordered"})
    assert lines.url.params["role"] == "supplier=BLR"
    assert len(lines.text.splitlines()) == 1


def test_other_places_to_look(ledger: Ledger) -> None:
    page = reader_of(ledger).get("/claims", params={"q": "tanks"}).text
    assert links(page, "Search whole documents") == ["/documents?q=tanks"]
    assert links(page, "Look up as a name") == ["/entities?q=tanks"]
