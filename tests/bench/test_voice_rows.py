"""Rows of voice and surety: what a file may say, where its target stands, and how a wrong one is told."""

from pathlib import Path

import pytest
from bench.voice.known import known
from bench.voice.rows import LANGS, PARTS, load, sha256

from foedus.model.errors import DataError
from tests.bench.voice_rows import CASE, OPEN, own_rows, written


def test_a_target_is_the_words_in_the_document_with_its_headline(tmp_path: Path) -> None:
    row = own_rows(tmp_path)["en-v-002"]
    assert row.document.text == "Borland buys tanks\n\nArland sold tanks. Arland sold guns too."
    assert (row.target, row.start) == ("sold", row.document.text.rindex("sold"))


def test_a_target_that_the_body_lacks_stands_in_the_headline(tmp_path: Path) -> None:
    text = OPEN.replace("[sold, 2]", "buys")
    [row] = [row for row in load(folder=written(tmp_path, open_en=text)) if row.id == "en-v-002"]
    assert row.start == len("Borland ")


def test_what_is_left_out_is_plain(tmp_path: Path) -> None:
    label = own_rows(tmp_path)["en-v-002"].label
    assert (label.quoted, label.asserted, label.polarity, label.certainty) == (False, True, "affirmed", "certain")


def test_an_id_says_what_the_row_is_judged_for(tmp_path: Path) -> None:
    rows = own_rows(tmp_path)
    assert rows["en-v-001"].kinds == ("voice",)
    assert rows["en-s-001"].kinds == ("surety",)
    assert rows["AC-01-en-1"].kinds == ("voice", "surety")


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("target: sell\n", "target: bought\n", r"open/en\.yaml: row 3 \(en-s-001\): field target"),
        ("target: sell\n", "target: [sell, 2]\n", r"row 3 \(en-s-001\): field target: .* 2 times"),
        ("standing: stated", "standing: said", r"row 2 \(en-v-002\): Invalid enum value 'said'.*standing"),
        ("who: the Daily", "who: the Weekly", r"row 1 \(en-v-001\): voice 2, field who"),
        ("when: on Tuesday", "when: on Friday", r"row 1 \(en-v-001\): voice 1, field when"),
        ("polarity: negated", "negated: true", r"row 3 \(en-s-001\): .*unknown field `negated`"),
        ("id: en-s-002", "id: en-s-001", "en-s-001 is the id of two rows"),
        ("id: en-s-002", "id: fr-s-002", r"row 4 \(fr-s-002\): an id of this file is like en-v-001"),
        ("standing: attributed", "standing: stated", r"row 1 \(en-v-001\): field voices: what is stated has none"),
        ("standing: stated", "standing: unnamed", r"row 2 \(en-v-002\): field voices: what is unnamed has one"),
        ("- id: en-v-001", "id: en-v-001", r"open/en\.yaml, line \d+: not YAML"),
    ],
)
def test_a_wrong_row_is_one_line_naming_file_row_and_field(tmp_path: Path, before: str, after: str, told: str) -> None:
    with pytest.raises(DataError, match=told) as caught:
        load(folder=written(tmp_path, open_en=OPEN.replace(before, after, 1)))
    assert "\n" not in str(caught.value)


def test_the_words_of_a_text_are_not_repeated_in_messages(tmp_path: Path) -> None:
    with pytest.raises(DataError) as caught:
        load(folder=written(tmp_path, frozen_en=OPEN.replace("target: sell\n", "target: bought\n")))
    assert "bought" not in str(caught.value)


def test_any_change_of_a_row_changes_the_hash(tmp_path: Path) -> None:
    before = sha256(written(tmp_path, open_en=OPEN, cases_en=CASE))
    assert sha256(written(tmp_path, open_en=OPEN.replace("ten", "six"))) != before
    assert sha256(written(tmp_path, open_en=OPEN)) == before


def test_a_known_miss_is_a_row_with_a_reason(tmp_path: Path) -> None:
    path = tmp_path / "known.yaml"
    assert known(["AC-01-en-1"], path) == {}
    path.write_text("AC-01-en-1: the parser cuts the clause\n", encoding="utf-8")
    assert known(["AC-01-en-1"], path) == {"AC-01-en-1": "the parser cuts the clause"}
    with pytest.raises(DataError, match="AC-01-en-1 is no row of the cases"):
        known([], path)
    path.write_text("AC-01-en-1: ' '\n", encoding="utf-8")
    with pytest.raises(DataError, match="AC-01-en-1 has no reason"):
        known(["AC-01-en-1"], path)
    path.write_text("- AC-01-en-1\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"known\.yaml: not a list of ids with reasons"):
        known(["AC-01-en-1"], path)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("part", PARTS)
def test_the_rows_of_this_project_can_be_read(part: str, lang: str) -> None:
    rows = load([p for p in PARTS if p == part], [lang])
    assert {kind for row in rows for kind in row.kinds} == {"voice", "surety"}
    assert all(row.document.text[row.start : row.end] == row.target for row in rows)
