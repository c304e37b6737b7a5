"""The first page: what is new, what changed since the last visit, what needs review."""

import time

import pytest

from foedus.ledger.store import Ledger
from foedus.serve.views.visits import NEW_VISIT_AFTER, Visit, cookie_name, visit
from tests.factories import claim, document
from tests.serve.told import delivery, ledger_of, links, order, reader_of, seen, treaty


def test_what_is_new(place: str) -> None:
    with ledger_of(place, [delivery()], [order(), treaty()]) as ledger:
        page = reader_of(ledger).get("/").text
    told = seen(page)
    assert "Published last" in told
    assert told.index("signé") < told.index("delivered 12 tanks")
    assert "11 January 2026 2 2 0" in told  # documents, claims, judgements of that day
    assert "10 January 2026 1 1 0" in told
    assert "Since your last visit" not in told


def test_what_needs_review(place: str) -> None:
    with ledger_of(place, [delivery(), order(), treaty()]) as ledger:
        page = reader_of(ledger).get("/").text
    assert "1 Doubtful" in seen(page)
    assert "3 Judged by nobody yet" in seen(page)
    (doubtful,) = links(page, "Doubtful")
    with Ledger.open(place) as ledger:
        waiting = seen(reader_of(ledger).get(doubtful).text)
    assert "Belarus → Azerbaijan: станции" in waiting
    assert "12 tanks" not in waiting


def test_what_is_open_and_what_was_read_in_one_look(place: str) -> None:
    told = document("Belarus handed 15 tanks to Zubrowka in 2022.", published="2022-05-20", outlet="The Herald")
    again = document("Belarus handed 30 tanks to Zubrowka in 2022.", published="2022-05-20", outlet="The Post")
    clash = [
        (
            one,
            [
                claim(
                    one,
                    "handed",
                    supplier="BLR=Belarus",
                    recipient="Zubrowka",
                    item="t-72=tanks",
                    when="2022-05-19",
                    quantity=number,
                    confidence=0.9,
                )
            ],
        )
        for one, number in ((told, "15"), (again, "30"))
    ]
    with ledger_of(place, [delivery(), *clash]) as ledger:
        page = reader_of(ledger).get("/").text
        french = seen(reader_of(ledger, "fr").get("/").text)
        aside = reader_of(ledger).get("/home.json").json()["aside"]
    assert "1 Doubtful" not in seen(page)
    assert "confidence below 0.85, and judged by nobody" in seen(page)
    assert "Names that are linked to nothing Zubrowka 2" in seen(page)
    assert "Noms liés à rien Zubrowka 2" in french
    assert aside["langs"] == [{"lang": "en", "name": "English", "count": 3}]
    assert "English 3 3" in seen(page)
    assert [one["kind"] for one in aside["pairs"]] == ["number"]
    assert "how many?" in seen(page)
    assert links(page, "Zubrowka")


def test_what_changed_since_the_last_visit(place: str) -> None:
    with ledger_of(place, [delivery()], [order()]) as ledger:
        client = reader_of(ledger)
        client.cookies.set(cookie_name(None), Visit(None, 1, int(time.time()) - NEW_VISIT_AFTER - 1).written())
        told = seen(client.get("/").text)
        again = seen(client.get("/").text)
    assert "Since your last visit: 1 document read, 1 claim written" in told
    assert "new : Азербайджан заказал" in told
    assert "1 document read" in again, "a visit goes on while the page is looked at"


def test_a_judgement_since_the_last_visit(place: str) -> None:
    with ledger_of(place, [delivery(), order()]) as ledger:
        (claim, _) = ledger.claims()
        ledger.review("anna").reject(claim.id, reason="a wish")
        client = reader_of(ledger)
        client.cookies.set(cookie_name(None), Visit(None, 1, 0).written())
        told = seen(client.get("/").text)
    assert "1 judgement." in told
    assert "1 rejected" in told
    assert "rejected : Belarus delivered 12 tanks" in told
    assert "anna" in told


@pytest.mark.parametrize("cookie", [None, "", "x", "1-2", "--", "1-2-3-4", "9" * 40 + "-1-1", "1-99-1"])
def test_a_cookie_that_is_none_of_ours_is_no_visit(cookie: str | None) -> None:
    assert visit(cookie, 5, now=10) == Visit(None, 5, 10)


def test_visits() -> None:
    first = visit(None, 5, now=10)
    assert visit(first.written(), 7, now=20) == Visit(None, 7, 20)
    later = visit(first.written(), 7, now=20 + NEW_VISIT_AFTER)
    assert later == Visit(5, 7, 20 + NEW_VISIT_AFTER)
    assert visit(later.written(), 8, now=30 + NEW_VISIT_AFTER).before == 5


def test_transfers_by_month_with_their_table(place: str) -> None:
    with ledger_of(place, [delivery(), order()]) as ledger:
        page = reader_of(ledger).get("/").text
        figure = reader_of(ledger).get("/home.svg")
        rows = reader_of(ledger).get("/home.csv").text.splitlines()
    assert "<svg" in page
    assert "The same as a table Month Claims March 2022 0" in seen(page)
    assert "May 2022 1 June 2022 0" in seen(page)
    assert "February 2023 1" in seen(page)
    assert figure.headers["content-type"].startswith("image/svg+xml")
    assert len(rows) == 13
    assert rows[-1] == "2023-02,1"


def test_an_empty_ledger_shows_how_to_begin(place: str) -> None:
    with Ledger.open(place) as empty:
        told = seen(reader_of(empty).get("/").text)
    assert "The ledger is empty" in told
    assert "foedus read" in told
    assert "Needs review" not in told


def test_for_programs(place: str) -> None:
    with ledger_of(place, [delivery()], [order()]) as ledger:
        client = reader_of(ledger)
        told = client.get("/home.json", params={"seen": 1}).json()
    assert told["batch"] == 2
    assert told["since"]["claims"] == 1
    assert [one["lang"] for one in told["langs"]] == ["en", "ru"]
