"""`foedus register` in every format: what a row shows, and what lies behind each cell."""

import csv
import io
import json
from datetime import UTC, datetime
from pathlib import Path

from foedus.ledger.store import Ledger
from tests.cli.case import case
from tests.cli.command import foedus
from tests.register.case import DENIED, ORDERED, RUMOUR, SIX, TWELVE

__all__ = ["case"]


def test_the_table_shows_numbers_years_and_what_the_item_is(case: Path) -> None:
    ran = foedus("register", cwd=case)
    head, rumour, row = ran.out.splitlines()
    assert head.split() == "supplier recipient item what ordered delivered local status claims mark".split()
    cells = ("tank", "18, in 2019", "18, in 2020; 2021; (by 2021 planned)", "ongoing, with the supplier")
    for cell in (*cells, "delivered, 1 against"):
        assert f"  {cell}  " in row
    assert rumour.split()[-3:] == ["(30)", "rumoured", RUMOUR.id[:8]]
    assert "local: made by, with or in the recipient" in ran.err


def test_csv_has_a_column_for_everything_that_a_register_holds(case: Path) -> None:
    rumour, row = csv.DictReader(io.StringIO(foedus("register", "--format", "csv", cwd=case).out))
    assert (row["item_key"], row["category"]) == ("t-72", "armoured-vehicle")
    assert (row["number_ordered"], row["order_years"]) == ("18", "2019")
    assert (row["number_delivered"], row["delivery_years"]) == ("18", "2020; 2021; (by 2021 planned)")
    assert (row["uncertain"], row["outlets"], row["contradicting"]) == (
        "delivery_years",
        "The Gazette; The Herald",
        DENIED.id,
    )
    assert "number delivered: sum of lots told apart: 6 in 2020, 12 in 2021" in row["comment"]
    assert (rumour["uncertain"], rumour["number_ordered"]) == ("number_ordered", "(30)")
    assert (row["supplier_state"], row["local_production"]) == ("RUS", "ongoing, with the supplier")
    assert {"local_production", "worth", "flags", "status"} <= set(row)


def test_every_cell_of_a_record_has_claims_outlets_contradictions_and_a_reason(case: Path) -> None:
    _, line = foedus("register", "--format", "jsonl", cwd=case).out.splitlines()
    row = json.loads(line)
    assert set(row["cells"]) == set(row["sources"]) == set(row["against"]) == set(row["reasons"])
    assert row["cells"]["number_ordered"] == [ORDERED.id]
    assert set(row["cells"]["number_delivered"]) == {SIX.id, TWELVE.id}
    assert row["sources"]["number_delivered"] == ["The Gazette"]
    assert row["against"]["number_delivered"] == row["against"]["status"] == [DENIED.id]
    assert [lot["count"]["low"] for lot in row["deliveries"]] == [6, 12]


def test_claims_of_other_types_make_no_row(case: Path) -> None:
    ran = foedus("register", "--type", "attack", cwd=case)
    assert (ran.code, ran.out) == (0, "")
    assert ran.errors == ["foedus: no claim of a transfer matches"]


def test_origins_are_counted_on_demand(case: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(foedus("register", "--origins", "--format", "csv", cwd=case).out)))
    assert [row["origins"] for row in rows] == ["1", "2"]
    head = foedus("register", "--origins", cwd=case).out.splitlines()[0]
    assert head.split()[-3:] == ["origins", "claims", "mark"]
    assert [
        row["origins"] for row in csv.DictReader(io.StringIO(foedus("register", "--format", "csv", cwd=case).out))
    ] == ["", ""]


def test_an_outlet_marked_as_dependent_is_no_origin_of_its_own_from_then_on(case: Path) -> None:
    before = datetime.now(UTC).isoformat()
    with Ledger.open(case / "foedus.db") as ledger:
        ledger.review("A. Analyst").depend("The Herald", "The Gazette", reason="reprints it")

    def deal(*words: str) -> dict[str, str]:
        ran = foedus("register", "--origins", "--format", "csv", *words, cwd=case)
        return list(csv.DictReader(io.StringIO(ran.out)))[1]

    assert deal()["origins"] == "1"
    assert "origins: 2 pages, 1 story (1 not independent: The Herald depends on The Gazette)" in deal()["comment"]
    assert (deal("--as-of", before)["origins"], "origins:" in deal("--as-of", before)["comment"]) == ("2", False)
