"""`/map`: transfers from state to state, deployments and attacks by state; with and without the outlines."""

import csv
import io
from collections.abc import Iterator

import pytest
from lxml import etree
from starlette.testclient import TestClient

from foedus.ledger.store import Ledger
from foedus.serve import built
from foedus.serve.app import make_app
from foedus.serve.charts import world as drawing
from foedus.serve.rendering import environment
from foedus.serve.settings import Settings
from tests.factories import claim, document
from tests.serve.browsing import visitor


@pytest.fixture
def page(place: str) -> Iterator[TestClient]:
    first = document("Dassault Aviation delivered Rafale jets to Greece. Russia sent troops to Niamey.", source="1")
    second = document("Drones struck Kyiv. Ukraine was hit.", source="2")
    with Ledger.open(place) as ledger:
        ledger.add(
            [
                (
                    first,
                    [
                        claim(
                            first,
                            "delivered",
                            supplier="dassault-aviation=Dassault Aviation",
                            recipient="GRC=Greece",
                            item="Rafale",
                        ),
                        claim(
                            first, "sent", "deployment", "done", actor="RUS=Russia", item="troops", to="niamey=Niamey"
                        ),
                    ],
                ),
                (
                    second,
                    [
                        claim(second, "struck", "attack", "done", hit="Drones", target="kyiv=Kyiv"),
                        claim(second, "hit", "attack", "done", target="UKR=Ukraine"),
                    ],
                ),
            ]
        )
        yield visitor(make_app(ledger, Settings()))


def test_a_company_counts_for_its_state(page: TestClient) -> None:
    rows = page.get("/map.json").json()["rows"]
    assert [(row["origin"]["key"], row["to"]["key"], row["claims"]) for row in rows] == [("FRA", "GRC", 1)]


def test_a_town_counts_for_its_state_and_is_named(page: TestClient) -> None:
    (sent,) = page.get("/map.json?what=deployments").json()["rows"]
    assert (sent["to"]["key"], sent["claims"], sent["named"]) == ("NER", 1, ["Niamey"])
    (struck,) = page.get("/map.json?what=attacks").json()["rows"]
    assert (struck["to"]["key"], struck["claims"]) == ("UKR", 2)


def test_the_files(page: TestClient) -> None:
    (row,) = csv.DictReader(io.StringIO(page.get("/map.csv").text))
    assert (row["from"], row["to"], row["claims"]) == ("France", "Greece", "1")
    if built.is_built(built.WORLD):
        assert etree.fromstring(page.get("/map.svg").content).tag == "{http://www.w3.org/2000/svg}svg"


def test_with_outlines_the_arrow_is_drawn(page: TestClient) -> None:
    if not built.is_built(built.WORLD):
        pytest.skip("the outlines were not built: Node is missing")
    assert 'marker-end="url(#map-arms)"' in page.get("/map").text


def test_without_outlines_the_table_has_it_all_and_the_page_says_so(
    page: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(environment("en").globals, "has_world", False)
    monkeypatch.setattr(drawing, "world", lambda: None)
    told = page.get("/map").text
    assert "without Node" in told
    assert "<svg" not in told
    assert ">Greece</a>" in told


def test_nothing_found_is_said(page: TestClient) -> None:
    assert "No claim under these filters says where." in page.get("/map?about=Chile").text
