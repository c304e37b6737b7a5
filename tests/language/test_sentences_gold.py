"""Sentences of the held-out gold, and how the bench reads its files and counts."""

from pathlib import Path

import pytest
from bench.language.paragraph_sets import LANGS, Paragraph, gold_paragraphs, joined, treebank_sets
from bench.language.sentence_peers import OURS
from bench.language.sentences import main, rows

from foedus.model.errors import UsageError


@pytest.fixture(scope="module")
def ours() -> dict[tuple[str, str], float]:
    return {(row.lang, row.gold): row.f1 for row in rows(splitters=[OURS])}


@pytest.mark.parametrize("lang", LANGS)
def test_the_held_out_gold_is_split_well(ours: dict[tuple[str, str], float], lang: str) -> None:
    assert ours[(lang, "own test")] >= 0.95


def test_gold_lines_are_sentences_and_empty_lines_part_paragraphs() -> None:
    assert gold_paragraphs("# a comment\nOne.\nTwo.\n\nThree.~\nFour.\n") == [
        Paragraph("One. Two.", (4,)),
        Paragraph("Three.Four.", (6,)),
    ]


def test_a_treebank_is_read_by_its_paragraphs_or_by_fives(tmp_path: Path) -> None:
    (tmp_path / "fr").mkdir()
    (tmp_path / "fr" / "fr_a-ud-test.conllu").write_text("# newdoc id = a\n# text = Un.\n# newpar\n# text = Deux.\n")
    (tmp_path / "fr" / "fr_b-ud-test.conllu").write_text("# text = Un.\n" * 6)
    marked, grouped = treebank_sets([tmp_path])
    assert (marked.name, [p.text for p in marked.paragraphs]) == ("fr_a-test", ["Un.", "Deux."])
    assert grouped.paragraphs == [joined(["Un."] * 5), joined(["Un."])]


def test_a_folder_without_treebanks_is_one_clear_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(UsageError, match="no treebank found"):
        list(treebank_sets([tmp_path]))
    assert main(["--treebanks", str(tmp_path)]) != 0
    assert capsys.readouterr().err.strip().splitlines()[-1].startswith("error: ")
