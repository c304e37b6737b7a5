"""The folder of a user's own rules: by the option, by foedus.toml, and what is told where it is wrong."""

from pathlib import Path

import pytest

from foedus.cli.rules_option import rule_limits, rules, rules_folder
from foedus.judge.rules.files import shipped
from foedus.model.errors import DataError, UsageError


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_without_a_word_there_are_the_shipped_rules_and_their_usual_limits() -> None:
    assert rules_folder(None) is None
    assert len(rules(None)) == len([file for file in shipped().iterdir() if file.name.endswith(".sql")])
    assert rule_limits().seconds == 5


def test_the_folder_of_the_option_goes_before_that_of_the_settings(folder: Path) -> None:
    for name in ("mine", "theirs"):
        (folder / name).mkdir()
    (folder / "foedus.toml").write_text('rules = "theirs"\nrule_seconds = 0.5\n', encoding="utf-8")
    own = (shipped() / "pledge-not-followed.sql").read_text(encoding="utf-8")
    (folder / "mine" / "late-pledge.sql").write_text(own, encoding="utf-8")
    assert rules_folder(None) == Path("theirs")
    assert "late-pledge" in rules("mine")
    assert rule_limits().seconds == 0.5


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("rules = 3", "rules is no path"),
        ('rules = "none"', "rules folder none is not there: name a folder that holds rule files"),
    ],
)
def test_a_setting_that_is_no_folder_is_told(folder: Path, said: str, told: str) -> None:
    (folder / "foedus.toml").write_text(said, encoding="utf-8")
    with pytest.raises(DataError, match=f"foedus.toml: {told}"):
        rules(None)


@pytest.mark.parametrize("said", ["rule_seconds = 0", "rule_seconds = true", 'rule_seconds = "long"'])
def test_a_time_that_is_none_is_told(folder: Path, said: str) -> None:
    (folder / "foedus.toml").write_text(said, encoding="utf-8")
    with pytest.raises(DataError, match=r"foedus\.toml: rule_seconds is no number above 0: write rule_seconds = 5"):
        rule_limits()


def test_an_option_that_names_no_folder_is_the_calls_fault() -> None:
    with pytest.raises(UsageError, match="rules folder none is not there"):
        rules("none")
