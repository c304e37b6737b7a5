"""`/network`: who supplies whom and who is allied with whom, as figure, table and files."""

import csv
import io
from collections.abc import Iterator

import pytest
from lxml import etree
from starlette.testclient import TestClient

from foedus.ledger.store import Ledger
from foedus.model.claim import Claim
from foedus.model.document import Document
from foedus.serve.app import make_app
from foedus.serve.settings import Settings
from tests.factories import claim, document
from tests.serve.browsing import visitor


def _read() -> list[tuple[Document, list[Claim]]]:
    first = document(
        "Russia delivered S-400 systems to Turkey in 2019. Russia denied that it sold Iskander to Serbia.", source="1"
    )
    second = document("Russia ordered drones from Iran. Belarus and Russia signed a pact.", source="2")
    third = document("Armenia joined the CSTO. Armenia refused a pact with Turkey.", source="3")
    return [
        (
            first,
            [
                claim(
                    first, "delivered", supplier="RUS=Russia", recipient="TUR=Turkey", item="S-400", when="2019=2019"
                ),
                claim(
                    first, "sold", supplier="RUS=Russia", recipient="SRB=Serbia", item="Iskander", polarity="negated"
                ),
            ],
        ),
        (
            second,
            [
                claim(second, "ordered", stage="ordered", supplier="IRN=Iran", recipient="RUS=Russia", item="drones"),
                claim(second, "signed", "agreement", "signed", party=["BLR=Belarus", "RUS=Russia"], subject="pact"),
            ],
        ),
        (
            third,
            [
                claim(third, "joined", "membership", "joined", member="ARM=Armenia", organisation="csto=CSTO"),
                claim(third, "refused", "agreement", "refused", party=["ARM=Armenia", "TUR=Turkey"], subject="pact"),
            ],
        ),
    ]


@pytest.fixture
def page(place: str) -> Iterator[TestClient]:
    with Ledger.open(place) as ledger:
        ledger.add(_read())
        yield visitor(make_app(ledger, Settings()))


def test_transfers_have_a_line_and_a_row_and_denials_have_none(page: TestClient) -> None:
    told = page.get("/network").text
    assert told.count('marker-end="url(#net-arms)"') == 2
    assert ">Russia</text>" in told
    assert ">Turkey</text>" in told
    assert "Serbia" not in told


def test_the_files_hold_what_the_figure_shows(page: TestClient) -> None:
    rows = list(csv.DictReader(io.StringIO(page.get("/network.csv").text)))
    assert {(row["from"], row["to"], row["stage"], row["claims"]) for row in rows} == {
        ("Russia", "Turkey", "delivered", "1"),
        ("Iran", "Russia", "ordered", "1"),
    }
    figure = page.get("/network.svg")
    assert figure.headers["content-type"].startswith("image/svg+xml")
    assert "--arms:" in figure.text
    assert etree.fromstring(figure.content).tag == "{http://www.w3.org/2000/svg}svg"
    assert [tie["claims"] for tie in page.get("/network.json").json()["ties"]] == [1, 1]


def test_a_state_an_item_and_a_year_narrow(page: TestClient) -> None:
    assert len(page.get("/network.json?about=Turkey").json()["ties"]) == 1
    assert len(page.get("/network.json?item=S-400&year=2019").json()["ties"]) <= 1
    assert page.get("/network.json?year=2001").json()["ties"] == []
    empty = page.get("/network?year=2001")
    assert "No claim of a transfer" in empty.text
    assert "Without the filters" in empty.text


def test_a_year_that_is_none_is_told(page: TestClient) -> None:
    answer = page.get("/network?year=soon")
    assert answer.status_code == 400
    assert "year &#39;soon&#39;" in answer.text


def test_allies_are_told_apart_from_those_who_refused(page: TestClient) -> None:
    ties = page.get("/network.json?what=alliances").json()["ties"]
    told = {(tie["source"]["name"], tie["target"]["name"], tie["stage"]) for tie in ties}
    assert ("Belarus", "Russia", "signed") in told
    assert ("Armenia", "CSTO", "joined") in told
    shown = page.get("/network?what=alliances").text
    assert shown.count('class="edge" stroke-width') >= 2
    assert "refused, suspended or ended" in shown


def test_a_name_with_signs_of_markup_stays_a_name(place: str) -> None:
    told = document("<script>alert(1)</script> gave Borland tanks.", source="4")
    given = claim(told, "gave", supplier="<script>alert(1)</script>", recipient="BOR=Borland", item="tanks")
    with Ledger.open(place) as ledger:
        ledger.add([(told, [given])])
        page = visitor(make_app(ledger, Settings()))
        for address in ("/network", "/network.svg"):
            assert "<script>alert" not in page.get(address).text


def test_in_french(page: TestClient) -> None:
    told = page.get("/network?in=fr").text
    assert "Qui fournit qui" in told
    assert ">Russie</text>" in told
