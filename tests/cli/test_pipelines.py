"""`foedus pipelines`: what is there, what is in use, and changing it."""

import json
from pathlib import Path

import pytest

from tests.cli.command import foedus
from tests.language.tiny import tiny_pipeline

TEXT = "La Turquie a livré six drones à l'Ukraine en mars 2022."


def listed(folder: Path) -> dict[tuple[str, str], str]:
    lines = foedus("pipelines", "--format", "csv", cwd=folder).out.splitlines()
    cells = [line.split(",") for line in lines[1:]]
    return {(cell[0], cell[1]): cell[2] for cell in cells}


def test_the_shipped_pipelines_are_in_use_unless_told(tmp_path: Path) -> None:
    assert listed(tmp_path) == {(lang, "shipped"): "yes" for lang in ("en", "fr", "ru")}


def test_a_choice_is_kept_in_foedus_toml_with_what_else_stands_there(tmp_path: Path) -> None:
    settings = tmp_path / "foedus.toml"
    settings.write_text('# our desk\nledger = "case.db"\n', encoding="utf-8")
    own = tiny_pipeline(tmp_path / "own")
    ran = foedus("pipelines", "use", "en", own, cwd=tmp_path)
    assert ran.code == 0, ran.err
    assert "en is read by spacy-xx_tiny" in ran.err
    assert settings.read_text(encoding="utf-8").startswith('# our desk\nledger = "case.db"\n')
    assert listed(tmp_path) == {
        ("en", "shipped"): "",
        ("en", own): "yes",
        ("fr", "shipped"): "yes",
        ("ru", "shipped"): "yes",
    }
    assert "en: spacy-xx_tiny" in foedus("doctor", cwd=tmp_path).out


def test_a_reading_says_which_pipeline_made_it(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text("Turkey delivered drones", encoding="utf-8")
    own = tiny_pipeline(tmp_path / "own")
    read = ("read", "report.txt", "--lang", "en", "--no-ledger", "--format", "jsonl", "--min-confidence", "0")
    plain = [json.loads(line) for line in foedus(*read, cwd=tmp_path).out.splitlines()]
    other = [json.loads(line) for line in foedus(*read, "--pipeline", f"en={own}", cwd=tmp_path).out.splitlines()]
    assert {claim["reader"]["name"] for claim in plain} == {"foedus"}
    assert {claim["reader"]["name"] for claim in other} == {f"foedus en={own}"}


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("pipelines", "use", "de", "shipped"), "no parsing pipeline for language 'de': there are en, fr, ru"),
        (("pipelines", "use", "fr", "best"), "no pipeline 'best' for 'fr'"),
        (("pipelines", "use", "fr", "spacy:nowhere"), "pipeline spacy:nowhere cannot be loaded"),
        (("read", "report.txt", "--pipeline", "fr=best"), "no pipeline 'best'"),
        (("read", "report.txt", "--pipeline", "best"), "--pipeline best names no language"),
    ],
)
def test_what_is_not_there_is_named_and_nothing_is_written(tmp_path: Path, words: tuple[str, ...], says: str) -> None:
    (tmp_path / "report.txt").write_text(TEXT, encoding="utf-8")
    ran = foedus(*words, cwd=tmp_path)
    assert ran.code != 0
    assert len(ran.errors) == 1
    assert says in ran.err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["report.txt"]


@pytest.mark.parametrize("content", ['pipelines = "shipped"\n', "[pipelines]\nfr = 3\n", "[pipelines\n"])
def test_settings_that_cannot_be_used_are_named(tmp_path: Path, content: str) -> None:
    (tmp_path / "foedus.toml").write_text(content, encoding="utf-8")
    ran = foedus("pipelines", cwd=tmp_path)
    assert ran.code != 0
    assert len(ran.errors) == 1
    assert "foedus.toml" in ran.err
