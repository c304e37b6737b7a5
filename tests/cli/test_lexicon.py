"""`foedus lexicon` and a user's own words: what is counted and shown, and how a wrong folder is told."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.command import Ran, foedus

SENTENCE = "Moscou a zigouiné des chars."
UNITS = """\
type: transfer
families:
  - like: livrer
    verb:
      units: [zigouiner]
  - drop: true
    verb:
      units: [vendre]
"""
OPERATORS = "- stages: {transfer: refused}\n  control: subj\n  verb: [tergiboudiner à]\n"


@pytest.fixture
def words(tmp_path: Path) -> Path:
    """A lexicon folder of one's own."""
    (tmp_path / "words" / "fr" / "units").mkdir(parents=True)
    (tmp_path / "words" / "fr" / "units" / "mine.yaml").write_text(UNITS, encoding="utf-8")
    (tmp_path / "words" / "fr" / "operators.yaml").write_text(OPERATORS, encoding="utf-8")
    return tmp_path / "words"


def table(ran: Ran) -> list[dict[str, str]]:
    assert ran.code == 0, ran.err
    return list(csv.DictReader(io.StringIO(ran.out)))


def test_a_check_counts_units_by_type_and_what_ones_own_words_did(words: Path) -> None:
    rows = {row["what"]: row for row in table(foedus("lexicon", "check", "words", "--format", "csv", cwd=words.parent))}
    assert all(int(rows["units"][lang]) > 1000 for lang in ("en", "fr", "ru"))
    of_types = sum(int(row["fr"]) for what, row in rows.items() if what.endswith(" units"))
    assert int(rows["units"]["fr"]) == of_types
    own = [rows[f"{did} by your own"] for did in ("added", "replaced", "dropped")]
    assert [row["fr"] for row in own] == ["2", "0", "1"]
    assert [row["en"] for row in own] == ["0", "0", "0"]


def test_a_check_names_every_fault_in_a_line_of_its_own(words: Path) -> None:
    (words / "fr" / "units" / "mine.yaml").write_text(UNITS.replace("livrer", "lirer").replace("drop", "droop"))
    (words / "fr" / "operators.yaml").write_bytes(OPERATORS.encode("latin-1"))
    (words / "fr" / "units" / "other.yml").write_text(UNITS)
    ran = foedus("lexicon", "check", "words", cwd=words.parent)
    assert (ran.code, ran.out, len(ran.errors)) == (4, "", 4)
    for told in (
        "other.yml is not read: name it *.yaml",
        "words/fr/units/mine.yaml, line 3: like 'lirer' is neither",
        "words/fr/units/mine.yaml, line 6: field 'droop' is none of",
        "words/fr/operators.yaml, line 3: a byte is no UTF-8",
    ):
        assert told in ran.err


def test_a_sentence_is_tried_with_what_the_lexicon_says_of_each_word(words: Path) -> None:
    said = "Moscou tergiboudine à zigouiner des chars."
    call = ("lexicon", "try", said, "--lang", "fr", "--lexicon", "words")
    rows = {row["entry"]: row for row in table(foedus(*call, "--format", "csv", cwd=words.parent))}
    assert rows["tergiboudiner à"]["kind"] == "operator"
    assert rows["tergiboudiner à"]["stage"] == "transfer: refused"
    unit = rows["zigouiner"]
    assert (unit["words"], unit["type"], unit["stage"], unit["gate"]) == ("zigouiner", "transfer", "delivered", "arms")
    assert unit["frame"].startswith("subj:supplier obj:item")
    blocks = foedus(*call, cwd=words.parent).out
    assert "“zigouiner” → zigouiner\n  verb, transfer: delivered; gate arms\n  frame subj:supplier" in blocks


def test_the_language_of_a_sentence_is_told_by_itself(tmp_path: Path) -> None:
    ran = foedus("lexicon", "try", "Россия поставила Индии системы С-400.", "--format", "jsonl", cwd=tmp_path)
    hits = [json.loads(line) for line in ran.out.splitlines()]
    assert "поставить" in {hit["text"] for hit in hits if hit["kind"] == "unit"}
    assert {hit["place"]["words"] for hit in hits} >= {"поставила"}


def test_coverage_counts_sentences_hits_and_the_units_that_are_met(words: Path) -> None:
    texts = words.parent / "reports"
    texts.mkdir()
    (texts / "one.txt").write_text(f"{SENTENCE} La Pologne achète des canons.", encoding="utf-8")
    (texts / "two.jsonl").write_text(json.dumps({"text": "Oslo a zigouiné des chars.", "lang": "fr"}) + "\n")
    call = ("lexicon", "coverage", "reports", "--lang", "fr", "--lexicon", "words", "--format", "csv")
    rows = table(foedus(*call, cwd=words.parent))
    counts = {row["what"]: int(row["count"]) for row in rows if row["what"] not in ("unit", "hits by type")}
    assert (counts["documents"], counts["sentences"]) == (2, 3)
    assert [row["count"] for row in rows if row["unit"] == "zigouiner"] == ["2"]
    unused = table(foedus(*call, "--unused", cwd=words.parent))
    assert len(unused) == counts["units unused"]
    assert "zigouiner" not in {row["unit"] for row in unused}


def test_coverage_goes_on_after_what_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("La Pologne achète des canons.", encoding="utf-8")
    ran = foedus("lexicon", "coverage", "one.txt", "missing.txt", "--lang", "fr", "--format", "csv", cwd=tmp_path)
    assert ran.code == 1
    assert len(ran.errors) == 1
    assert "missing.txt" in ran.err
    assert "fr,sentences,,,,1\n" in ran.out
    assert foedus("lexicon", "coverage", "missing.txt", cwd=tmp_path).code == 3


def test_the_doctor_says_what_ones_own_words_did(words: Path) -> None:
    (words.parent / "foedus.toml").write_text('lexicon = "words"\n', encoding="utf-8")
    assert (
        "ok    lexicon    fr, your own in words: 2 added, 0 replaced, 1 dropped"
        in foedus("doctor", cwd=words.parent).out.splitlines()
    )
    (words / "fr" / "units" / "mine.yaml").write_text(UNITS.replace("livrer", "lirer"), encoding="utf-8")
    ran = foedus("doctor", cwd=words.parent)
    assert ran.code == 4
    assert "FAIL  lexicon    words/fr/units/mine.yaml, line 3: like 'lirer' is neither" in ran.out


def test_a_reading_takes_ones_own_words_and_says_so(words: Path) -> None:
    (words.parent / "report.txt").write_text("Moscou a zigouiné des chars à l'Algérie.", encoding="utf-8")
    call = ("read", "report.txt", "--lang", "fr", "--no-ledger", "--format", "jsonl", "--min-confidence", "0")
    rules = {json.loads(line)["reader"]["rule"] for line in foedus(*call, cwd=words.parent).out.splitlines()}
    assert "fr:transfer:zigouiner" not in rules
    ran = foedus(*call, "--lexicon", "words", cwd=words.parent)
    readers = [json.loads(line)["reader"] for line in ran.out.splitlines()]
    names = [one["name"] for one in readers if one["rule"] == "fr:transfer:zigouiner"]
    assert [name.partition(" ")[2] for name in names] == ["lexicon=words"]
    (words.parent / "foedus.toml").write_text('lexicon = "words"\n', encoding="utf-8")
    assert foedus(*call, cwd=words.parent).out == ran.out


def test_a_reading_with_broken_words_of_ones_own_does_not_begin(words: Path) -> None:
    (words.parent / "report.txt").write_text(SENTENCE, encoding="utf-8")
    (words / "fr" / "units" / "mine.yaml").write_text(UNITS.replace("livrer", "lirer"), encoding="utf-8")
    ran = foedus("read", "report.txt", "--lexicon", "words", "--no-ledger", cwd=words.parent)
    assert (ran.code, ran.out, len(ran.errors)) == (4, "", 1)
    assert ran.err.startswith("foedus: words/fr/units/mine.yaml, line 3: like 'lirer' is neither")


@pytest.mark.parametrize(
    ("call", "named"),
    [
        (["check", "nowhere"], "lexicon folder nowhere is not there: name a folder"),
        (["check", "report.txt"], "lexicon folder report.txt is no folder"),
        (["check", "."], "has no folder of a language (en, fr, ru)"),
        (["try", "Il livre.", "--lexicon", "nowhere"], "lexicon folder nowhere is not there"),
        (["try", " "], "the sentence is empty"),
        (["try", "S-400", "--lang", "de"], "--lang 'de' has no lexicon: there are en, fr, ru"),
        (["try", "S-400"], "cannot be told: name it with --lang"),
        (["try", "Das ist ein Haus, und der Hund ist nicht da."], "in 'de', which has no lexicon"),
        (["coverage", "report.txt", "--lang", "zz"], "--lang 'zz' is no language code"),
        (["coverage"], "PATH"),
        (["chekc"], "chekc"),
    ],
)
def test_a_wrong_call_is_one_line_that_names_what_is_wrong(call: list[str], named: str, tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(SENTENCE, encoding="utf-8")
    ran = foedus("lexicon", *call, cwd=tmp_path)
    assert (ran.code, ran.out, len(ran.errors)) == (2, "", 1)
    assert named in ran.err


def test_a_folder_in_foedus_toml_that_is_not_there_is_named(tmp_path: Path) -> None:
    for wrong, said in (('"words"', "lexicon folder words is not there"), ("3", "lexicon is no path")):
        (tmp_path / "foedus.toml").write_text(f"lexicon = {wrong}\n", encoding="utf-8")
        ran = foedus("lexicon", "try", SENTENCE, cwd=tmp_path)
        assert (ran.code, len(ran.errors)) == (4, 1)
        assert ran.err.startswith(f"foedus: foedus.toml: {said}")
