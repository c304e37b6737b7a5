"""`foedus tolls`: a toll that grows is a series."""

import csv
import io
from pathlib import Path

from tests.cli.case import case
from tests.cli.command import foedus
from tests.register.case import FIVE, NINE

__all__ = ["case"]


def test_numbers_come_as_of_the_day_on_which_they_were_told(case: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(foedus("tolls", "--type", "attack", "--format", "csv", cwd=case).out)))
    assert [(row["series"], row["told"], row["event"], row["least"], row["most"], row["unit"]) for row in rows] == [
        ("1", "2022-05-18", "2022-05-17", "5", "5", "person"),
        ("1", "2022-05-20", "2022-05-17", "9", "9", "person"),
    ]
    assert [(row["change"], row["claims"], row["outlets"]) for row in rows] == [
        ("first", FIVE.id, "The Herald"),
        ("grew", NINE.id, "The Star"),
    ]
    assert (rows[0]["by_keys"], rows[0]["target_keys"], rows[0]["measure"]) == ("RUS", "ARM", "casualties")


def test_the_growth_of_a_toll_is_no_contradiction(case: Path) -> None:
    out = foedus("contradictions", "--type", "attack", "--format", "jsonl", cwd=case).out
    assert out == ""
    ran = foedus("tolls", cwd=case)
    assert ran.out.splitlines()[2].split()[-2:] == ["grew", NINE.id[:8]]
    assert "told: date of the page" in ran.err


def test_no_toll_is_told(case: Path) -> None:
    assert foedus("tolls", "--about", "FRA", cwd=case).errors == ["foedus: no claim of a toll matches"]
    ran = foedus("tolls", "--type", "displacement", cwd=case)
    assert "(400 × person)" in ran.out
    assert ran.out.splitlines()[1].endswith("number: approximate")
