"""Entities and pairs: found by any name, at one address, with what claims say of them."""

from collections.abc import Iterator
from urllib.parse import unquote

import pytest

from foedus.ledger.store import Ledger
from tests.factories import claim, document
from tests.serve.told import Read, delivery, ledger_of, links, order, reader_of, seen, treaty


def denial() -> Read:
    """Another report contradicts the delivery."""
    told = document(
        "Belarus did not deliver tanks to Azerbaijan in 2022.", published="2022-06-01", outlet="Daily", lang="en"
    )
    return told, [
        claim(
            told,
            "deliver",
            supplier="BLR=Belarus",
            recipient="AZE=Azerbaijan",
            item="tanks",
            when="2022=2022",
            polarity="negated",
            confidence=0.9,
        )
    ]


def member() -> Read:
    """Belarus is a member of the CSTO and has troops in Syria."""
    told = document(
        "Belarus is a member of the CSTO. Russia stationed S-400 systems in Belarus.", published="2024-01-05"
    )
    return told, [
        claim(told, "member", "membership", "member", member="BLR=Belarus", organisation="CSTO=CSTO", confidence=0.9),
        claim(
            told,
            "stationed",
            "deployment",
            "done",
            actor="RUS=Russia",
            item="s-400=S-400",
            to="BLR=Belarus",
            confidence=0.9,
        ),
    ]


@pytest.fixture
def ledger(place: str) -> Iterator[Ledger]:
    with ledger_of(place, [delivery(), order(), treaty(), denial(), member()]) as opened:
        yield opened


def test_the_list_of_those_spoken_of(ledger: Ledger) -> None:
    page = reader_of(ledger).get("/entities").text
    assert links(page, "Belarus") == ["/entities/BLR"]
    assert "Azerbaijan" in seen(page)
    only = seen(reader_of(ledger).get("/entities", params={"kind": "organisation"}).text)
    assert "CSTO" in only
    assert "Azerbaijan" not in only


@pytest.mark.parametrize("name", ["Беларусь", "Bélarus", "belarus", "BLR"])
def test_by_any_name(ledger: Ledger, name: str) -> None:
    page = reader_of(ledger).get("/entities", params={"q": name}).text
    assert links(page, "Belarus") == ["/entities/BLR"]
    assert "2 March 2024" in seen(page)


def test_the_list_as_a_file(ledger: Ledger) -> None:
    client = reader_of(ledger)
    rows = client.get("/entities.csv").text.splitlines()
    assert rows[0].rstrip() == "key,kind,name,also,claims,newest"
    assert any(row.startswith("BLR,state,Belarus,Biélorussie; Белоруссия,") for row in rows)
    assert "2024-03-02" in client.get("/entities.csv", params={"q": "Беларусь"}).text


def test_a_name_that_nothing_has(ledger: Ledger) -> None:
    page = reader_of(ledger).get("/entities", params={"q": "Zzzland"}).text
    assert "No entity is named Zzzland" in seen(page)
    assert links(page, "Look for the words in claims") == ["/claims?q=Zzzland"]


def test_an_entity(ledger: Ledger) -> None:
    page = reader_of(ledger).get("/entities/BLR").text
    told = seen(page)
    assert "Belarus · Biélorussie · Белоруссия" in told
    assert "transfer 3" in told
    assert "supplier 3" in told
    assert "Supplies" in told
    assert "/pairs/BLR/AZE" in links(page, "Azerbaijan")
    assert "Memberships on" in told
    assert "CSTO" in told
    assert "The Gazette 1" in told
    assert links(page, "transfer")[0] == "/claims?about=BLR&type=transfer"


def test_a_position_where_the_entity_is_the_place(ledger: Ledger) -> None:
    told = seen(reader_of(ledger).get("/entities/BLR", params={"published_by": "2024-06"}).text)
    assert "Positions on 30 June 2024" in told
    assert "S-400" in told.partition("Positions on")[2]


def test_names_and_other_cases_lead_to_the_key(ledger: Ledger) -> None:
    client = reader_of(ledger)
    for name in ("blr", "Республика Беларусь", "Republic of Belarus"):
        answer = client.get(f"/entities/{name}", params={"as_of": "2026-02"})
        assert (answer.history[0].status_code, answer.url.path) == (308, "/entities/BLR")
        assert answer.url.params["as_of"] == "2026-02"
    assert client.get("/entities/blr.json").url.path == "/entities/BLR.json"


def test_a_key_that_nothing_has(ledger: Ledger) -> None:
    answer = reader_of(ledger).get("/entities/nothing-like-it")
    assert answer.status_code == 404
    assert "nothing-like-it" in seen(answer.text)
    problem = reader_of(ledger).get("/entities/nothing-like-it.json")
    assert problem.json()["status"] == 404


def test_a_known_entity_without_claims(ledger: Ledger) -> None:
    told = seen(reader_of(ledger).get("/entities/FRA").text)
    assert "France" in told
    assert "No claim of the ledger speaks of France" in told


def test_a_weapon(ledger: Ledger) -> None:
    page = reader_of(ledger).get("/entities/iskander-m").text
    assert links(page, "Russia")[0] == "/entities/RUS"
    assert "made in" in seen(page)


def test_a_pair_has_one_address(ledger: Ledger) -> None:
    client = reader_of(ledger)
    assert client.get("/pairs/BLR/AZE").url.path == "/pairs/AZE/BLR"
    assert client.get("/pairs/Belarus/Azerbaijan").url.path == "/pairs/AZE/BLR"
    assert client.get("/pairs/BLR/BLR").status_code == 400
    assert client.get("/pairs/BLR/nothing-like-it").status_code == 404


def test_a_pair(ledger: Ledger) -> None:
    page = reader_of(ledger).get("/pairs/AZE/BLR").text
    told = seen(page)
    assert "3 claims name both" in told
    assert "From Belarus to Azerbaijan" in told
    assert "From Azerbaijan to Belarus" not in told
    assert unquote(links(page, "tanks")[0]) == "/deals/BLR/AZE/name:tanks"
    assert links(page, "rows of the register") == ["/register?supplier=BLR&recipient=AZE"]
    assert "Contradictions" in told
    assert "did not deliver" in told.partition("Contradictions")[2]
    assert links(page, "all of them") == ["/claims?about=AZE&with=BLR"]


def test_families_of_claims_between_two(ledger: Ledger) -> None:
    told = seen(reader_of(ledger).get("/pairs/BLR/RUS").text)
    assert "Agreements and commitments" in told
    assert "Forces and exercises" in told
    assert "Hostilities" not in told


def test_two_that_nothing_names_together(ledger: Ledger) -> None:
    page = reader_of(ledger).get("/pairs/FRA/IND").text
    assert "No claim names both France and India" in seen(page)
    assert links(page, "claims about France") == ["/claims?about=FRA"]


def test_in_french(ledger: Ledger) -> None:
    told = seen(reader_of(ledger, "fr").get("/entities/BLR").text)
    assert "Biélorussie" in told
    assert "Fournit" in told
    assert "Azerbaïdjan" in told.partition("Fournit")[2]
