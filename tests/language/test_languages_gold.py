"""Language identification on the held-out gold, and how the bench reads its files and counts."""

from pathlib import Path

import pytest
from bench.language import language_gold
from bench.language.languages import OURS, errors, mixed, rows

from foedus.model.errors import DataError


def test_the_held_out_lines_are_told_better_than_by_statistics_alone() -> None:
    right = {system: sum(row.right for row in rows(["test"]) if row.system == system) for system in (OURS, "py3langid")}
    lines = len(language_gold.lines("test"))
    assert right[OURS] >= 0.95 * lines
    assert right[OURS] > right["py3langid"]


def test_no_foreign_text_is_read_and_hardly_any_text_is_lost() -> None:
    ours = next(one for one in errors(["test"]) if one.system == OURS)
    assert ours.read <= 0.01 * ours.foreign
    assert ours.set_aside + ours.confused <= 0.01 * ours.readable


def test_paragraphs_of_mixed_documents_are_told_apart() -> None:
    ours = next(one for one in mixed(["test"]) if one.system == OURS)
    assert ours.right >= 0.95 * ours.paragraphs
    assert ours.foreign_read == 0


def test_headlines_of_the_gold_are_short() -> None:
    found = [line for part in language_gold.PARTS for line in language_gold.lines(part) if line.kind == "headline"]
    assert max(len(line.text) for line in found) <= 60


def test_a_gold_line_with_a_cell_missing_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "dev.tsv").write_text("# comment\nfr\theadline\tPremier\nfr\tDeuxième\n", encoding="utf-8")
    monkeypatch.setattr(language_gold, "GOLD", tmp_path)
    with pytest.raises(DataError, match=r"dev.tsv, line 3: expected 3 cells"):
        language_gold.lines("dev")
