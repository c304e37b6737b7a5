"""A deal at its address: its course with contradictions in place, its figure and files, and who it is known as."""

import csv
import io
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from lxml import etree
from lxml.html import HtmlElement
from starlette.testclient import TestClient

from foedus.ledger.store import Ledger
from foedus.serve.app import make_app
from foedus.serve.settings import Settings
from tests.factories import claim, document
from tests.ledger.reports import Read
from tests.register.case import CASE, DENIED
from tests.serve.browsing import visitor
from tests.serve.reading import page, some

HERE = "/deals/RUS/BLR/t-72"


@pytest.fixture
def ledger(place: str) -> Iterator[Ledger]:
    with Ledger.open(place) as opened:
        opened.add([*CASE, unlinked()])
        yield opened


@pytest.fixture
def client(ledger: Ledger) -> TestClient:
    return visitor(make_app(ledger, Settings(sure=0.8)))


def words(element: HtmlElement) -> str:
    """Its words, those of different cells with spaces between them."""
    return " ".join(" ".join(element.itertext()).split())


def unlinked() -> Read:
    """An order of something that no gazetteer knows, from nobody in particular."""
    told = document("Borland ordered 4 of the A/B 50% launcher in 2020.", outlet="The Star")
    roles = {"recipient": "BLR=Borland", "item": "A/B 50% launcher"}
    return told, [claim(told, "ordered", stage="ordered", quantity="4", when="2020", roles=roles)]


def test_the_course_stands_in_order_with_words_and_voices(client: TestClient) -> None:
    deal = page(client, HERE)
    steps = [words(one) for one in some(deal, ".//li[contains(@class, 'ev')]")]
    assert [one.split()[0] for one in steps[:2]] == ["2019", "2020"]
    assert "ordered : 18" in steps[0]
    assert "Borland ordered 18 VT-9 tanks from Arland in 2019" in steps[0]
    events = client.get(f"{HERE}.json").json()["events"]
    assert [(one["what"], one["when"]) for one in events if one["when"]] == [
        ("ordered", "2019"),
        ("delivered", "2020"),
        ("delivered", "2021"),
        ("due", "../2021-12-31"),
    ]
    assert [one["reached"] for one in events if one["when"]] == [3, 5, 5, 5]


def test_facts_say_how_far_it_has_come_and_from_where_that_is_known(client: TestClient) -> None:
    facts = words(some(page(client, HERE), ".//dl[contains(@class, 'deal-facts')]")[0])
    for told in ("Stage reached Status: delivered", "Number ordered: 18", "Local production", "2 origins, 2 pages"):
        assert told in facts


def test_contradictions_stand_at_their_step(client: TestClient) -> None:
    deal = client.get(f"{HERE}.json").json()
    clashes = [clash for event in deal["events"] for clash in event["clashes"]]
    assert DENIED.id in {side for clash in clashes for side in (clash["one"]["id"], clash["other"]["id"])}
    told = words(some(page(client, HERE), "clash")[0])
    assert "Contradiction 1: did it happen?" in told
    assert "Arland never delivered a VT-9" in told


def test_the_figure_is_a_file_of_its_own(client: TestClient) -> None:
    answer = client.get(f"{HERE}.svg")
    assert answer.headers["content-type"].startswith("image/svg+xml")
    figure = etree.fromstring(answer.content)
    assert figure.findtext("{http://www.w3.org/2000/svg}title") == "Stage reached over time"
    assert "delivered" in "".join(figure.itertext())
    assert some(page(client, HERE), ".//svg")


def test_the_course_is_a_table_and_files(client: TestClient) -> None:
    twin = words(some(page(client, HERE), ".//details[contains(@class, 'twin')]")[0])
    assert "2019 ordered 18 plainly" in twin
    answer = client.get(f"{HERE}.csv")
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert (rows[0]["what"], rows[0]["number"], rows[0]["supplier_key"]) == ("ordered", "18", "RUS")
    assert "foedus-deal-rus-blr-t-72.csv" in answer.headers["content-disposition"]
    assert len(client.get(f"{HERE}.jsonl").text.splitlines()) == len(rows)


def test_a_deal_without_entity_or_supplier_has_an_address_that_the_register_links_to(client: TestClient) -> None:
    (row,) = client.get("/register.json?supplier=-").json()["rows"]
    assert row["deal"] == ["-", "BLR", "name:a~sb 50% launcher"]
    (link,) = {
        one.get("href", "") for one in some(page(client, "/register"), ".//a") if "/deals/-/" in one.get("href", "")
    }
    told = words(page(client, link))
    assert "A/B 50% launcher" in told
    assert "unknown supplier to Belarus" in told


@pytest.mark.parametrize(
    "address", ["/deals/rus/blr/T-72", "/deals/Russia/Belarus/t-72", "/deals/name:Russia/BLR/t-72"]
)
@pytest.mark.parametrize("ending", ["", ".json", ".csv", ".svg"])
def test_other_names_of_the_same_lead_to_the_permanent_address(client: TestClient, address: str, ending: str) -> None:
    answer = client.get(f"{address}{ending}?as_of=2090-01-01")
    assert answer.status_code == 308
    to = urlsplit(answer.headers["location"])
    assert (to.path, to.query) == (HERE + ending, "as_of=2090-01-01")


@pytest.mark.parametrize("address", ["/deals/FRA/BLR/t-72", "/deals/RUS/BLR/name:nothing", "/deals/x/y/z"])
def test_a_deal_that_nobody_tells_of_is_told_in_one_line(client: TestClient, address: str) -> None:
    answer = client.get(f"{address}.json")
    assert answer.status_code == 404
    assert answer.json()["detail"].startswith("no claim tells of ")
    assert client.get(f"{HERE}.json?as_of=2000-01-01").status_code == 404


def test_a_deal_is_read_in_french(client: TestClient) -> None:
    told = words(page(client, f"{HERE}?in=fr"))
    for phrase in (
        "Russie vers Biélorussie",
        "Étape atteinte",
        "2 origines, 2 pages",
        "Contradiction 1 : a-t-il eu lieu ?",
    ):
        assert phrase in told
