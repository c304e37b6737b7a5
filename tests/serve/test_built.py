"""What is built on installation: where it is missing the page, and `foedus doctor`, say so."""

import shutil
from pathlib import Path

import pytest

from foedus.cli.health import examine
from foedus.ledger.store import Ledger
from foedus.serve import built, rendering
from foedus.serve.app import make_app
from foedus.serve.settings import Settings
from tests.serve.browsing import visitor


@pytest.fixture
def without(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(built, "SCRIPT", "none.js")
    monkeypatch.setitem(rendering.environment("en").globals, "is_built", False)


@pytest.mark.usefixtures("without")
def test_without_scripts_the_page_says_so_and_asks_for_none(place: str) -> None:
    with Ledger.open(place) as ledger:
        told = visitor(make_app(ledger, Settings())).get("/claims").text
    assert "Installed without Node" in told
    assert "<script" not in told


@pytest.mark.usefixtures("without")
def test_the_doctor_says_so_too(tmp_path: Path) -> None:
    (found,) = (one for one in examine(f"{tmp_path}/none.db") if one.name == "page")
    assert found.state == "warn"
    assert "without Node" in found.text


@pytest.mark.skipif(shutil.which("npm") is None, reason="Node is missing: nothing was built")
def test_with_node_scripts_and_map_are_there_and_no_script_stands_in_the_page(place: str) -> None:
    plane = built.world()
    assert plane is not None
    assert {"FRA", "RUS", "UKR", "XKX"} <= set(plane.middles)
    with Ledger.open(place) as ledger:
        browser = visitor(make_app(ledger, Settings()))
        told = browser.get("/claims").text
        address = told.partition('<script type="module" src="')[2].partition('"')[0]
        assert browser.get(address).headers["content-type"].startswith(("text/javascript", "application/javascript"))
    assert told.count("<script") == 1
    assert " style=" not in told
