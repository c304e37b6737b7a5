"""The speed command measures in processes of their own and reports ratios to its yardstick."""

import json
from pathlib import Path

import pytest
from bench.speed import read
from bench.speed.child import Measured


def test_the_yardstick_is_measured_and_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written = tmp_path / "speed.json"
    assert read.main(["--most", "3", "--only-yardstick", "--json", str(written)]) == 0
    [measured] = json.loads(written.read_text(encoding="utf-8"))
    assert measured["name"] == read.YARDSTICK
    assert measured["documents"] == 3
    assert measured["peak_mib"] > 10
    assert "3 documents" in capsys.readouterr().out


def test_figures_are_ratios_to_the_yardstick() -> None:
    yard = Measured(read.YARDSTICK, 10, 5000, 0.1, 2.0, 50.0)
    reader = Measured("reader", 10, 5000, 1.0, 8.0, 200.0)
    [first, second] = read.table([yard, reader]).rows
    assert first == (read.YARDSTICK, "5.0", "2", "1.0", "0.1", "50", "1.0")
    assert second == ("reader", "1.2", "1", "4.0", "1.0", "200", "4.0")


def test_a_limit_takes_every_language() -> None:
    assert [document.lang for document in read.dev_documents(3)] == ["fr", "en", "ru"]


def test_a_folder_without_reports_is_one_clear_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert read.main(["--folder", str(tmp_path)]) == 3
    assert "name a folder with reports" in capsys.readouterr().err
