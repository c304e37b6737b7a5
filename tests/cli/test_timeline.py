"""`foedus timeline`: a deal's course in order of date, contradictions in their place."""

import csv
import io
import json
from pathlib import Path

from tests.cli.case import case
from tests.cli.command import foedus
from tests.register.case import DENIED, ORDERED, SIX, TWELVE

__all__ = ["case"]


def test_entries_come_in_order_of_date_and_undated_ones_last(case: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(foedus("timeline", "--about", "T-72", "--format", "csv", cwd=case).out)))
    assert [(row["when"], row["what"], row["number"], row["claims"]) for row in rows] == [
        ("2019", "ordered", "18", ORDERED.id),
        ("2020", "delivered", "6", SIX.id),
        ("2021", "delivered", "12", TWELVE.id),
        ("../2021-12-31", "due", "18", ORDERED.id),
        ("", "delivered", "", DENIED.id),
    ]
    assert [row["sureness"] for row in rows] == ["plain", "plain", "plain", "plain", "denied"]
    assert rows[0]["supplier_key"] == "RUS"


def test_the_table_says_who_told_it_first_and_what_contradicts(case: Path) -> None:
    ran = foedus("timeline", "--about", "T-72", "--with", "BLR", cwd=case)
    lines = ran.out.splitlines()
    assert lines[0].split() == ["deal", "when", "what", "number", "told", "claims", "against", "why"]
    assert lines[1].startswith("Arland → Borland: VT-9")
    assert "(not delivered)" in lines[-1]
    assert "negated or denied; no claim gives a date" in lines[-1]
    assert "due: to come" in ran.err


def test_what_contradicts_stands_on_both_sides_with_its_reason(case: Path) -> None:
    rows = [json.loads(line) for line in foedus("timeline", "--format", "jsonl", cwd=case).out.splitlines()]
    denied = next(row for row in rows if row["claims"] == [DENIED.id])
    told = next(row for row in rows if row["claims"] == [TWELVE.id])
    assert TWELVE.id in denied["against"]
    assert told["against"] == [DENIED.id]
    assert told["contradictions"][0].startswith("polarity: ")


def test_nothing_is_told_as_nothing(case: Path) -> None:
    ran = foedus("timeline", "--about", "FRA", cwd=case)
    assert (ran.out, ran.errors) == ("", ["foedus: no claim of a transfer matches"])
