"""The register as its reader sees it: rows, brackets, what stands behind a cell, filters, items held back."""

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from foedus.ledger.store import Ledger
from foedus.serve.app import make_app
from foedus.serve.settings import Settings
from tests.factories import claim, document
from tests.ledger.reports import Read
from tests.register.case import CASE, DENIED, ORDERED, RUMOUR
from tests.serve.browsing import visitor
from tests.serve.reading import page, some, words


@pytest.fixture
def ledger(place: str) -> Iterator[Ledger]:
    with Ledger.open(place) as opened:
        opened.add(CASE)
        yield opened


@pytest.fixture
def client(ledger: Ledger) -> TestClient:
    return visitor(make_app(ledger, Settings(sure=0.8)))


def deals(number: int) -> Read:
    """One page that tells of so many orders of as many things."""
    told = document("".join(f"Borland ordered thing-{one:02} from Arland in 2019. " for one in range(number)))
    ordered = [
        claim(
            told,
            f"ordered thing-{one:02}",
            stage="ordered",
            when="2019",
            roles={"supplier": "RUS=Arland", "recipient": "BLR=Borland", "item": f"thing-{one:02}"},
        )
        for one in range(number)
    ]
    return told, ordered


def test_a_row_says_what_claims_say_of_one_supplier_recipient_and_item(client: TestClient) -> None:
    register = page(client, "/register")
    (row,) = [one for one in some(register, ".//tr") if "T-72" in words(one) and some(one, "desig")]
    cells = {one.get("data-label"): words(one) for one in some(row, ".//td")}
    assert cells["Ordered"].startswith("Number ordered: 18.")
    assert cells["Year of order"].startswith("Year of order: 2019.")
    assert "2020; 2021; uncertain: by 2021 due" in cells["Delivered in"]
    assert cells["Status"].startswith("Status: delivered.")
    assert cells["Origins"].startswith("2 of 2 pages")
    assert "2 outlets" in cells["Origins"]
    assert "Belarus supplied by Russia" in words(register)


def test_a_cell_opens_onto_the_claims_behind_it_and_those_against_it(client: TestClient) -> None:
    (row,) = client.get("/register.json").json()["rows"]
    ordered, status = row["cells"]["number_ordered"], row["cells"]["status"]
    assert [(one["id"], one["says"], one["out"]) for one in ordered["behind"]] == [(ORDERED.id, "18", "")]
    assert ordered["behind"][0]["quote"].startswith("Borland ordered 18 VT-9 tanks from Arland")
    assert [one["out"] for one in status["behind"]].count("denies") == 1
    assert status["behind"][-1]["id"] == DENIED.id
    assert status["reason"] == "the furthest stage said plainly"
    opened = words(some(page(client, "/register"), "pop")[0])
    assert "Borland ordered 18 VT-9 tanks" in opened
    assert "Rule:" in opened


def test_items_without_order_or_delivery_are_held_back(client: TestClient) -> None:
    register = page(client, "/register")
    held = words(some(register, ".//section[contains(@class, 'held')]")[0])
    assert "1 item with no order and no delivery claimed" in held
    assert "D-30" in held
    assert "only rumoured" in held
    alone = client.get("/register.json?held=true").json()
    assert [row["row"]["item"]["entity"] for row in alone["rows"]] == ["d-30"]
    assert alone["rows"][0]["cells"]["status"]["behind"][0]["id"] == RUMOUR.id


@pytest.mark.parametrize(
    ("asked", "rows"),
    [
        ("recipient=Belarus", 1),
        ("recipient=Biélorussie&supplier=RUS", 1),
        ("role=recipient%3DBelarus", 1),
        ("recipient=Iran", 0),
        ("item=T-72", 1),
        ("status=delivered", 1),
        ("status=ordered", 0),
        ("year=2020", 1),
        ("year=2018", 0),
        ("category=armoured-vehicle", 1),
        ("category=ship", 0),
        ("weakest=stated", 1),
        ("about=Belarus&with=Russia", 1),
        ("standing=rumoured", 0),
        ("review=accepted", 0),
        ("from=2020&to=2020", 1),
        ("q=rockets", 0),
        ("published_by=2022-06-01", 0),
        ("as_of=2000-01-01", 0),
        ("recipient=-", 0),
    ],
)
def test_filters_narrow_the_rows(client: TestClient, asked: str, rows: int) -> None:
    assert client.get(f"/register.json?{asked}").json()["total"] == rows
    assert client.get(f"/register?{asked}").status_code == 200


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("status=sunk", "'sunk' is no status of the register"),
        ("year=20", "year '20' is no year"),
        ("weakest=loud", "'loud' is no standing"),
        ("recipient=Nowhereland", "no entity is named 'Nowhereland'"),
        ("type=attack", "the register is made of transfers"),
        ("sort=shoe", "sort"),
        ("after=-1", "after"),
    ],
)
def test_a_filter_that_means_nothing_is_told(client: TestClient, asked: str, told: str) -> None:
    answer = client.get(f"/register.json?{asked}")
    assert answer.status_code == 400
    assert told in answer.json()["detail"]


def test_counts_stand_beside_the_filters_and_leave_their_own_filter_out(client: TestClient) -> None:
    view = client.get("/register.json?recipient=BLR&status=ordered").json()
    groups = {one["name"]: {value["value"]: value["count"] for value in one["values"]} for one in view["groups"]}
    assert groups["status"] == {"ordered": 0, "delivered": 1}
    assert groups["weakest"]["rumoured"] >= groups["weakest"]["stated"]
    assert [one["shown"] for one in view["chips"]] == ["Belarus", "ordered"]


def test_an_empty_answer_says_what_was_asked_and_the_nearest_step(client: TestClient) -> None:
    state = some(page(client, "/register?status=cancelled&recipient=BLR"), "state")[0]
    assert "No item with an order or a delivery meets all of this." in words(state)
    assert "without Status cancelled" in words(state)
    assert "1 item is held back" in words(state)


def test_many_rows_come_in_pages_in_every_order(ledger: Ledger, client: TestClient) -> None:
    ledger.add([deals(60)])
    first = page(client, "/register")
    assert "rows 1 to 50 of 61" in words(first)
    assert "rows 51 to 61 of 61" in words(page(client, "/register?after=50"))
    assert "The register ends before row 101." in words(page(client, "/register?after=100"))
    for sort, top in (("status", "t-72"), ("delivered", "t-72"), ("claims", "t-72"), ("year", "t-72")):
        rows = client.get(f"/register.json?sort={sort}").json()["rows"]
        assert (sort, rows[0]["row"]["item"]["entity"]) == (sort, top)
    by_name = client.get("/register.json?sort=item").json()["rows"]
    assert [row["item"] for row in by_name] == sorted(row["item"] for row in by_name)


def test_what_the_ledger_learns_is_there_at_once(ledger: Ledger, client: TestClient) -> None:
    assert client.get("/register.json").json()["total"] == 1
    ledger.add([deals(2)])
    assert client.get("/register.json").json()["total"] == 3


def test_an_empty_ledger_says_so(place: str) -> None:
    with Ledger.open(place) as empty:
        state = some(page(visitor(make_app(empty, Settings())), "/register"), "state")[0]
    assert "No claim of the ledger tells of a transfer yet." in words(state)


def test_the_register_is_read_in_french(client: TestClient) -> None:
    told = words(page(client, "/register?in=fr"))
    for phrase in ("Registre des transferts", "Biélorussie", "En attente", "Année de commande", "Règle :"):
        assert phrase in told
