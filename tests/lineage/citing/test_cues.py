"""The file of cues: what is shipped can be used, and what cannot is said in one line."""

from pathlib import Path

import pytest

from foedus.lineage.citing import cues
from foedus.lineage.citing.cues import PLACES, load_cues, load_words
from foedus.model.errors import DataError


@pytest.mark.parametrize("lang", ["en", "fr", "ru", "it"])
def test_every_language_has_the_cues_of_all(lang: str) -> None:
    found = load_cues(lang)
    assert set(found.patterns) == set(PLACES)
    assert len(found.patterns["line"]) >= 3
    assert (len(found.patterns["statement"]) > 5) == (lang != "it")


def test_words_of_names_are_folded() -> None:
    words = load_words()
    assert {"depeche", "вестник"} <= words.names
    assert "letter" in words.endings


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("en: {statement: ['according to']}", "citing.yaml: en, statement: 'according to' must hold {outlet} once"),
        ("en: {statement: ['(according {outlet}']}", "citing.yaml: en, statement: '(according {outlet}' is no regular"),
        ("en: {articles: [the, on]}", "citing.yaml: en: articles must be a list of words"),
        ("en: [statement]", "citing.yaml: en: is no mapping of lists"),
        ("- en", "citing.yaml: is no mapping"),
        ("en: {", "no YAML"),
    ],
)
def test_a_cue_that_cannot_be_used_is_said_with_its_place(
    written: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "data" / "lineage"
    folder.mkdir(parents=True)
    (folder / "citing.yaml").write_text(written, encoding="utf-8")
    monkeypatch.setattr(cues, "files", lambda _: tmp_path)
    load_cues.cache_clear()
    try:
        with pytest.raises(DataError) as error:
            load_cues("en")
    finally:
        load_cues.cache_clear()
    assert said in str(error.value)
    assert "\n" not in str(error.value)
