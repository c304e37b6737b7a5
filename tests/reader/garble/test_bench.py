"""The bench's texts are well formed, and what was reached on them is kept."""

from pathlib import Path

import pytest
from bench.garble.floors import below
from bench.garble.measure import Measured, measure
from bench.garble.texts import PARTS, texts

from foedus.model.errors import DataError


def test_garbled_texts_raise_the_alarm_as_often_as_before() -> None:
    assert list(below(measure(texts(), ()))) == []


def test_alarms_on_clean_documents_are_held_against_their_ceiling() -> None:
    counts = Measured()
    counts.documents["samples", "fr"] = 10
    assert list(below(counts)) == []
    counts.false["samples", "fr"] = 1
    assert list(below(counts)) == ["1 alarms on 10 clean documents, the ceiling is 0.50%"]


def test_every_part_has_texts_of_each_language() -> None:
    counts = {(text.part, text.lang) for text in texts()}
    assert counts == {(part, lang) for part in PARTS for lang in ("fr", "en", "ru")}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("fr-1\ntext", "begin it with"),
        ("fr-01 spun\na {x:word} here", "no kind 'x'"),
        ("fr-01 spun\na {c:word here", "not closed"),
    ],
)
def test_a_faulty_text_is_named(tmp_path: Path, content: str, said: str) -> None:
    (tmp_path / "fr.txt").write_text(content, encoding="utf-8")
    with pytest.raises(DataError, match=r"fr\.txt") as error:
        texts(("fr",), tmp_path)
    assert said in str(error.value)
