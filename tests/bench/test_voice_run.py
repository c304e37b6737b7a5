"""The command over the rows: what it prints, writes, refuses and pins."""

from pathlib import Path

import pytest
from bench.accuracy import floors as records
from bench.voice import __main__ as command
from bench.voice import floors
from bench.voice.hearing import hear_all
from bench.voice.misses import missed, told
from bench.voice.rows import PARTS, Row, load, sha256
from bench.voice.tables import by_construction, by_language, case_table, failing_cases
from bench.voice.tally import figures

from tests.bench.voice_rows import Knows, own_rows


@pytest.fixture
def rows(tmp_path: Path) -> list[Row]:
    return list(own_rows(tmp_path).values())


@pytest.fixture(scope="module")
def shipped() -> Knows:
    return Knows(load())


def test_shares_are_of_the_rows_that_ask(rows: list[Row]) -> None:
    voice, surety = by_language(hear_all(rows, Knows(rows, deaf=["en-v-002", "en-s-001"])))
    assert voice.rows[0] == ("open", "en", "2", "0.500", "0.500", "1.000", "0.500", "0.000", "1.000", "0.500", "1")
    assert surety.rows[0] == ("open", "en", "2", "0.500", "0.500", "0.000", "0.000", "0.000", "1")
    assert [line[:3] for line in voice.rows] == [
        ("open", "en", "2"),
        ("open", "all", "2"),
        ("cases", "en", "1"),
        ("cases", "all", "1"),
    ]


def test_a_case_is_right_where_all_its_rows_are(rows: list[Row]) -> None:
    assert case_table(hear_all(rows, Knows(rows))).rows[0] == ("en", "1", "1.000", "1", "1.000")
    deaf = hear_all(rows, Knows(rows, deaf=["AC-01-en-1"]))
    assert case_table(deaf).rows[0] == ("en", "1", "0.000", "1", "0.000")
    reasons = {"AC-01-en-1": "the clause is cut"}
    assert failing_cases(deaf, reasons).rows == [("AC-01-en-1", "tolerated readings", "the clause is cut")]
    assert failing_cases(deaf, {}).rows[0][2] == "no reason is written down yet"


def test_constructions_come_worst_first(rows: list[Row]) -> None:
    table = by_construction(hear_all(rows, Knows(rows, deaf=["en-s-002"])))
    assert table.rows[0] == ("en", "wish", "1", "0.000")
    assert {line[3] for line in table.rows[1:]} == {"1.000"}


def test_a_miss_is_told_with_what_was_wanted_and_heard(rows: list[Row]) -> None:
    [answer] = missed(hear_all(rows, Knows(rows, deaf=["en-v-001"])))
    assert "⟦handed⟧" in told(answer)
    assert "no parsed sentence" in told(answer)
    row = next(row for row in rows if row.id == "en-s-001")
    wrong = answer._replace(row=row, heard=Knows([row]).heard(row.document, row.start, row.end))
    assert wrong.heard is not None
    assert "polarity: wanted negated, heard affirmed" in told(
        wrong._replace(heard=wrong.heard._replace(polarity="affirmed"))
    )


def test_figures_with_floors_are_by_part_and_kind(rows: list[Row]) -> None:
    found = figures(hear_all(rows, Knows(rows, deaf=["en-s-001"])))
    assert found["en"] == {"open_voice": 1.0, "open_surety": 0.5, "cases_voice": 1.0, "cases_surety": 1.0}
    assert found["all"] == found["en"]


def test_the_whole_measure_runs_over_the_shipped_rows(shipped: Knows, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["--by", "construction"], lambda: shipped) == 0
    out = capsys.readouterr().out
    assert "Who says it" in out
    assert "By construction" in out


def test_the_frozen_part_has_no_list_of_misses(shipped: Knows, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["--misses", "--part", "frozen"], lambda: shipped) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_misses_without_a_part_leave_the_frozen_one_out(shipped: Knows, capsys: pytest.CaptureFixture[str]) -> None:
    deaf = Knows([])
    assert command.main(["--misses", "--lang", "ru"], lambda: deaf) == 0
    out = capsys.readouterr().out
    assert "frozen" not in out
    assert not any(f"{row.id}  " in out for row in load(["frozen"], ["ru"]))


@pytest.mark.parametrize("option", ["--floors", "--raise-floors", "--write-docs"])
def test_floors_and_docs_are_of_all_rows(shipped: Knows, option: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main([option, "--lang", "fr"], lambda: shipped) == 2
    assert "leave out --lang" in capsys.readouterr().err


def test_docs_are_written_between_the_markers(shipped: Knows, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = tmp_path / "voice.md"
    page.write_text(f"Before.\n\n{command.MARKERS.begin}\nold\n{command.MARKERS.end}\n\nAfter.\n", encoding="utf-8")
    monkeypatch.setattr(command, "DOCS", page)
    assert command.main(["--write-docs"], lambda: shipped) == 0
    text = page.read_text(encoding="utf-8")
    assert text.startswith("Before.\n")
    assert text.endswith("After.\n")
    assert "old" not in text
    assert sha256()[:12] in text


def test_floors_are_raised_checked_and_lowered_with_a_reason(rows: list[Row], tmp_path: Path) -> None:
    path = tmp_path / "floors.yaml"
    path.write_text("# why\n", encoding="utf-8")
    records.write(records.Floors("rows", "", {}, []), path)
    good = figures(hear_all(rows, Knows(rows)))
    bad = figures(hear_all(rows, Knows(rows, deaf=["en-s-001"])))
    assert "not those that the floors were measured on" in floors.check(good, path, tmp_path)[0]
    floors.raise_(good, path)
    assert floors.check(good, path, tmp_path) == []
    below = ["en open_surety: 0.5000 is below the floor 1.00", "all open_surety: 0.5000 is below the floor 1.00"]
    assert sorted(floors.check(bad, path, tmp_path)) == sorted(below)
    floors.raise_(bad, path)
    assert len(floors.check(bad, path, tmp_path)) == len(below)
    floors.lower(bad, "a wrong label was mended", path)
    assert floors.check(bad, path, tmp_path) == []
    assert path.read_text(encoding="utf-8").startswith("# why")


def test_this_repository_lowered_no_floor_of_voice_without_a_record() -> None:
    now = records.parse(floors.PATH.read_text(encoding="utf-8"), floors.PATH.name)
    before = records.committed(floors.PATH)
    assert before is None or records.unlawful(before, now) == []
    assert now.corpus_sha256 in ("", sha256())


def test_every_part_has_rows() -> None:
    assert {row.part for row in load()} == set(PARTS)
