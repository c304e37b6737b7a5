"""`foedus network`: the whole network, counted, as a person calls it."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from foedus.ledger.store import Ledger
from tests.cli.command import foedus
from tests.factories import claim, document


@pytest.fixture
def filled(tmp_path: Path) -> str:
    """Two reports of a deal, learned on two days."""
    days = iter(datetime(2024, 5, day, tzinfo=UTC) for day in (1, 1, 3))  # the ledger is made, then written to
    first = document("Borland ordered 12 tanks from Arland in 2022.", published="2022-06-01")
    second = document("Arland delivered 4 tanks to Borland in 2023.", published="2023-06-01")
    parties = {"supplier": "ARL=Arland", "recipient": "BOR=Borland", "item": "tanks"}
    where = str(tmp_path / "case.db")
    with Ledger.open(where, clock=lambda: next(days)) as ledger:
        ordered = claim(first, "ordered", stage="ordered", quantity="12", when="2022=2022", roles=parties)
        ledger.add([(first, [ordered])])
        ledger.add([(second, [claim(second, "delivered", quantity="4", when="2023=2023", roles=parties)])])
    return where


def test_a_row_has_bounds_and_the_furthest_stage(filled: str, tmp_path: Path) -> None:
    ran = foedus("network", "--ledger", filled, "--format", "csv", cwd=tmp_path)
    head, row = (line.split(",") for line in ran.out.replace('"', "").splitlines())
    assert head[:3] == ["supplier", "recipient", "item"]
    assert "12, in 2022,4, in 2023" in ran.out.replace('"', "")
    assert row[:4] == ["Arland", "Borland", "tanks", "delivered"]


def test_as_of_a_day_it_is_what_was_known_then(filled: str, tmp_path: Path) -> None:
    ran = foedus("network", "--ledger", filled, "--as-of", "2024-05-02", "--format", "jsonl", cwd=tmp_path)
    told = json.loads(ran.out)
    assert (told["furthest"], told["claims"], [one["stage"] for one in told["stages"]]) == ("ordered", 1, ["ordered"])
    before = foedus("network", "--ledger", filled, "--as-of", "2024-04", cwd=tmp_path)
    assert (before.code, before.out, before.errors) == (0, "", ["foedus: no claim of a transfer"])


def test_only_pages_published_by_a_day_count(filled: str, tmp_path: Path) -> None:
    ran = foedus("network", "--ledger", filled, "--published-by", "2022", "--format", "jsonl", cwd=tmp_path)
    assert json.loads(ran.out)["documents"] == 1
