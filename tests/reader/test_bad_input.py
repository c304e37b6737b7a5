"""Input that is no report: no crash, time and memory within bounds, and a note on what was not read and why."""

import json
import random
import subprocess
import sys
import time

import pytest

from foedus.ingest.document import build
from foedus.ingest.options import Metadata
from foedus.model.document import Document
from foedus.reader.read import Reader, Reading
from foedus.reader.stretches import MOST
from tests.reader.reading import report
from tests.reader.test_offsets import SENTENCES

LANGS = sorted(SENTENCES)
CLAIM = {lang: SENTENCES[lang][0] for lang in LANGS}
SECONDS = 90.0
"""For what takes a second on an idle machine."""


def reading(text: str, lang: str) -> tuple[Reading, float]:
    """What the reader makes of the text, and the processor time it took without loading."""
    reader = Reader.load()
    reader.read(report(CLAIM["en"], "en"))
    began = time.process_time()
    found = reader.read(report(text, lang))
    return found, time.process_time() - began


def noted(found: Reading) -> str:
    return "; ".join(f"{note.code}: {note.text}" for note in found.notes)


@pytest.mark.parametrize("text", ["", " ", "\n", "\r\n\t\u00a0\u3000\n" * 50, "\ufeff", "\u200b\n\n…\n\n---"])
@pytest.mark.parametrize("lang", LANGS)
def test_a_text_without_words_gives_a_note(text: str, lang: str) -> None:
    found, _ = reading(text, lang)
    assert found.claims == []
    assert noted(found) == "not-read: nothing was read: the text has no words"


@pytest.mark.parametrize(
    "unit", ['"', "«", "»", "“", "’", "[", "(", "([{", "]", "…", ".", "\x00", "\ufffd", "\U0001f600"]
)
@pytest.mark.parametrize("lang", LANGS)
def test_a_hundred_thousand_marks_are_set_aside_in_time(unit: str, lang: str) -> None:
    found, seconds = reading(f"{CLAIM[lang]}\n\n{unit * (100_000 // len(unit))}\n\n{CLAIM[lang]}", lang)
    assert [claim.type for claim in found.claims] == ["transfer"]
    assert seconds < SECONDS
    silent = "characters in stretches with next to no words were not read"
    assert found.notes == [] or silent in noted(found)


@pytest.mark.parametrize("unit", ['"a ', "(a ", "[b. ", "« a ", "‘a ", "a. ", "1, ", "- ", "a\n", "A.B."])
def test_marks_between_letters_are_read_in_time(unit: str) -> None:
    _, seconds = reading(f"{CLAIM['en']}\n\n{unit * (60_000 // len(unit))}", "en")
    assert seconds < SECONDS


@pytest.mark.parametrize("letter", ["x", "é", "Ж", "1", "e\u0301"])
def test_one_word_of_a_megabyte_is_set_aside_in_time(letter: str) -> None:
    text = f"{CLAIM['en']}\n\n{letter * (900_000 // len(letter))}"
    found, seconds = reading(text, "en")
    assert [claim.type for claim in found.claims] == ["transfer"]
    assert seconds < SECONDS
    assert "not-read" in noted(found)


def test_ten_megabytes_in_one_paragraph_are_read_to_the_limit_in_bounded_memory() -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "tests.reader.big_paragraph", "10000000"], capture_output=True, text=True, check=True
    )
    told = json.loads(ran.stdout)
    assert len(told["notes"]) == 1
    assert told["notes"][0].startswith("only the first 999,9")
    assert "of 10,000,0" in told["notes"][0]
    assert told["peak_mib"] < 1536
    assert told["seconds"] < 300


def test_white_space_behind_the_limit_is_nothing_unread() -> None:
    found, _ = reading(CLAIM["en"] + "\n" * (2 * MOST), "en")
    assert (len(found.claims), found.notes) == (1, [])


@pytest.mark.parametrize("lang", ["und", "", "xx", "klingon", "zh", "FR", "../en"])
@pytest.mark.parametrize("spoken", LANGS)
def test_an_unknown_language_is_told_from_the_text(lang: str, spoken: str) -> None:
    found, _ = reading(" ".join(SENTENCES[spoken][:3]), lang)
    assert found.claims


@pytest.mark.parametrize("lang", ["und", "xx"])
def test_paragraphs_whose_language_cannot_be_told_are_noted(lang: str) -> None:
    found, _ = reading("Qwzx Vbnm Plkj\n\nHgfd Sazx Cvbn", lang)
    assert found.claims == []
    assert "2 paragraphs" in noted(found)


@pytest.mark.parametrize(("declared", "spoken"), [(one, two) for one in LANGS for two in LANGS if one != two])
def test_a_wrong_language_is_noted_and_the_text_read_in_its_own(declared: str, spoken: str) -> None:
    text = "\n\n".join(SENTENCES[spoken])
    found, _ = reading(text, declared)
    right, _ = reading(text, spoken)
    assert len(found.claims) == len(right.claims)
    assert noted(found) == f"language: declared to be in '{declared}', mostly in '{spoken}': read as that"


@pytest.mark.parametrize("lang", LANGS)
def test_a_language_without_a_lexicon_is_noted(lang: str) -> None:
    german = "Schweden hat Estland im März acht Haubitzen geliefert, wie das Ministerium am Dienstag mitteilte."
    found, _ = reading(german, lang)
    assert (found.claims, noted(found)) == ([], "not-read: 1 paragraph in 'de' not read: no lexicon")


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("coding", ["latin-1", "cp437", "utf-16-le", "utf-8"])
def test_binary_junk_gives_no_claim_and_a_note(seed: int, coding: str) -> None:
    raw = random.Random(seed).randbytes(60_000)  # noqa: S311 - junk, no secret
    text = raw.decode(coding, "replace")
    found, seconds = reading(text, "fr")
    assert found.claims == []
    assert "not-read" in noted(found)
    assert len(found.notes) < 8
    assert seconds < SECONDS


def document_of(text: str) -> Document:
    return build(text, Metadata(), raw=b"", extractor="text/1", source="a page")


def test_a_document_of_unknown_language_keeps_its_claims() -> None:
    assert Reader.load().read(document_of(CLAIM["fr"])).claims
