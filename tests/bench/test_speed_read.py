"""The speed command measures in processes of their own and reports ratios to its yardstick."""

import json
import time
from collections import Counter
from importlib.util import find_spec
from pathlib import Path

import pytest
from bench.speed import read
from bench.speed.child import Measured, Spent
from bench.speed.steps import REST, STEPS, shares, step_of, watched

from foedus.language.zones import zones


def test_the_yardstick_is_measured_and_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written = tmp_path / "speed.json"
    assert read.main(["--most", "3", "--only-yardstick", "--json", str(written)]) == 0
    [measured] = json.loads(written.read_text(encoding="utf-8"))
    assert measured["name"] == read.YARDSTICK
    assert [one["documents"] for one in measured["by_lang"].values()] == [1, 1, 1]
    assert measured["peak_mib"] > 10
    assert "3 documents" in capsys.readouterr().out


def test_figures_are_ratios_to_the_yardstick() -> None:
    half = {step: 0.5 if step in ("parse", REST) else 0.0 for step in (*STEPS, REST)}
    yard = Measured(read.YARDSTICK, 0.1, 50.0, {"fr": Spent(10, 5000, 2000, 2.0, half)})
    reader = Measured("reader", 1.0, 200.0, {"fr": Spent(10, 5000, 2000, 8.0, half)})
    [first, second] = read.table([yard, reader]).rows
    assert first == (read.YARDSTICK, "5.0", "2", "1.0", "0.1", "50", "1.0")
    assert second == ("reader", "1.2", "1", "4.0", "1.0", "200", "4.0")
    assert ("parse", "50", "400.0") in read.steps(reader).rows


def test_every_step_names_modules_that_are_there() -> None:
    assert [name for names in STEPS.values() for name in names if find_spec(f"foedus.{name}") is None] == []
    assert step_of("foedus.reader.deciding.trees") == "deciding"
    assert step_of("foedus.reader.lexicon.words") is None


def test_time_goes_to_the_step_in_which_it_is_spent() -> None:
    text = "Le pays a livré des chars à son voisin. " * 40
    met: Counter[str] = Counter()
    until = time.process_time() + 0.3
    with watched(met):
        while time.process_time() < until:
            zones(text, None, "fr")
    assert shares(met)["zones and sentences"] > 0.5
    assert sum(shares(met).values()) == pytest.approx(1)
    assert shares({}) == {}


def test_a_limit_takes_every_language() -> None:
    assert [document.lang for document in read.dev_documents(3)] == ["fr", "en", "ru"]


def test_a_folder_without_reports_is_one_clear_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert read.main(["--folder", str(tmp_path)]) == 3
    assert "name a folder with reports" in capsys.readouterr().err
