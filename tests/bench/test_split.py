"""The split is a promise: an id keeps its part for ever, and each file lies where its part says."""

from pathlib import Path

import pytest

from foedus.learning.corpus.split import part_of

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("document_id", "part"),
    [("afc-01", "dev"), ("tra-15", "train"), ("x", "test"), ("a", "train"), ("b", "test")],
)
def test_an_id_keeps_its_part(document_id: str, part: str) -> None:
    assert part_of(document_id) == part


@pytest.mark.parametrize("lang", ["fr", "en", "ru"])
def test_the_corpus_folder_holds_no_document_of_the_test_part(lang: str) -> None:
    stems = [path.stem for path in (ROOT / "training" / "corpus" / lang).glob("*.json")]
    assert stems
    assert "test" not in {part_of(stem) for stem in stems}
    assert {"train", "dev"} <= {part_of(stem) for stem in stems}


@pytest.mark.parametrize("lang", ["fr", "en", "ru"])
def test_the_gold_folder_holds_the_test_part_alone(lang: str) -> None:
    stems = [path.stem for path in (ROOT / "bench" / "accuracy" / "gold" / "test" / lang).glob("*.json")]
    assert stems
    assert {part_of(stem) for stem in stems} == {"test"}


def test_a_fifth_of_many_ids_is_test_and_a_fifth_dev() -> None:
    parts = [part_of(f"doc-{n}") for n in range(5000)]
    assert 0.18 < parts.count("test") / 5000 < 0.22
    assert 0.18 < parts.count("dev") / 5000 < 0.22
