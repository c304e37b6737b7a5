"""Real readings from the report to the register: what is sure, what is to check, what is held back.

Only the shipped levels are taken as given, no figure of the model.
"""

import csv
import io
import json
import re
from importlib.resources import files
from pathlib import Path

import pytest

from foedus.reader.confidence import load_confidence
from tests.cli.command import foedus


def reports() -> list[Path]:
    """Some of the samples, texts and pages."""
    shipped = files("foedus") / "data" / "samples"
    names = sorted(entry.name for entry in shipped.iterdir())
    return [Path(str(shipped / name)) for name in names if name.endswith((".txt", ".html"))][:6]


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder whose ledger holds all claims of some samples, the doubtful ones too."""
    folder = tmp_path_factory.mktemp("read")
    ran = foedus("read", *reports(), "--min-confidence", "all", cwd=folder)
    assert ran.code == 0
    (folder / "summary.txt").write_text(ran.errors[-1])
    return folder


def table(folder: Path, *words: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(foedus(*words, "--format", "csv", cwd=folder).out)))


def confidences(folder: Path) -> dict[str, float]:
    records = [json.loads(line) for line in foedus("claims", "--format", "jsonl", cwd=folder).out.splitlines()]
    return {record["id"]: record["reader"]["confidence"] for record in records}


def test_claims_are_marked_and_ordered_by_the_shipped_level(read: Path) -> None:
    sure, known = load_confidence().sure, confidences(read)
    rows = table(read, "claims")
    assert rows
    assert {row["claim"]: row["mark"] for row in rows} == {
        name: "to check" if confidence < sure else "" for name, confidence in known.items()
    }
    marks = [row["mark"] for row in rows]
    assert marks == sorted(marks)
    for mark in ("", "to check"):
        days = [row["published"] or "9999" for row in rows if row["mark"] == mark]
        assert days == sorted(days)


def test_a_row_of_the_register_is_as_sure_as_its_surest_claim(read: Path) -> None:
    sure, known = load_confidence().sure, confidences(read)
    rows = [json.loads(line) for line in foedus("register", "--format", "jsonl", cwd=read).out.splitlines()]
    assert rows
    for row in rows:
        best = max(known[name] for name in row["claims"])
        assert (row["confidence"], row["to_check"]) == (best, best < sure)
        assert set(row["cells"]["to_check"]) <= set(row["claims"])
    for part in (False, True):
        named = [row["supplier"]["name"] for row in rows if row["to_check"] is part]
        heads = [(name == "unknown", name.casefold()) for name in named]
        assert heads == sorted(heads)
    assert [row["to_check"] for row in rows] == sorted(row["to_check"] for row in rows)


def test_the_summary_counts_the_sure_ones(read: Path) -> None:
    summary, known = (read / "summary.txt").read_text(), confidences(read)
    sure = sum(confidence >= load_confidence().sure for confidence in known.values())
    rest = len(known) - sure
    assert f"({len(known)} new, 0 known in foedus.db), {sure} sure{f', {rest} to check' if rest else ''}; " in summary
    assert "held back" not in summary


def test_a_level_by_name_filters_as_its_number_does(read: Path) -> None:
    known, shipped = confidences(read), load_confidence()
    for name, number in {"sure": shipped.sure, "default": shipped.default, "all": 0.0}.items():
        found = {row["claim"] for row in table(read, "claims", "--min-confidence", name)}
        assert found == {claim for claim, confidence in known.items() if confidence >= number}


def test_what_is_held_back_is_counted_and_all_gives_it(read: Path, tmp_path: Path) -> None:
    known = confidences(read)
    level = sorted(known.values())[len(known) // 2]
    ran = foedus("read", *reports(), "--min-confidence", str(level), "--no-ledger", "--format", "jsonl", cwd=tmp_path)
    shown = len(ran.out.splitlines())
    assert shown == sum(confidence >= level for confidence in known.values())
    (held,) = re.findall(r"; (\d+) more held back \(--min-confidence all gives them too\); ", ran.errors[-1])
    assert shown + int(held) == len(known)
