"""Searching and the filters of time, as a person types them."""

import csv
import io
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from foedus.gazetteer.entities import Entities
from foedus.ledger.store import Ledger
from tests.cli.command import foedus
from tests.factories import claim, document, voice

SENT = document("Россия передала Беларуси новые танки, сообщил министр.", lang="ru", published="2024-02", outlet="Маяк")
ASKED = document("Belarus asked Russia for air defence. No parade was held.", published="2022-05-19", title="A wish")
SENT_CLAIM = claim(
    SENT,
    "передала",
    supplier="RUS=Россия",
    recipient="BLR=Беларуси",
    item="танки",
    standing="attributed",
    attribution=[voice(SENT, "министр")],
)
ASKED_CLAIM = claim(ASKED, "asked", stage="sought", supplier="RUS=Russia", recipient="BLR=Belarus", item="air defence")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("search")
    days = iter([1, 1, 3, 3])  # the first is when the ledger is made
    known = Entities.load()
    with Ledger.open(folder / "foedus.db", clock=lambda: datetime(2024, 5, next(days), tzinfo=UTC)) as ledger:
        ledger.add([(ASKED, [ASKED_CLAIM])])
        ledger.add([(SENT, [SENT_CLAIM])])
        ledger.name_entities(found for key in ("RUS", "BLR") if (found := known.get(key)))
    return folder


def _found(folder: Path, *words: str) -> list[str]:
    lines = foedus("search", "--format", "jsonl", *words, cwd=folder).out.splitlines()
    return [json.loads(line)["claim"]["id"] for line in lines]


def test_words_phrases_and_names_in_any_script(folder: Path) -> None:
    both = [SENT_CLAIM.id, ASKED_CLAIM.id]
    assert _found(folder, "Biélorussie") == both
    assert _found(folder, "belarus", "air defence") == [ASKED_CLAIM.id]
    assert _found(folder, "танк*") == [SENT_CLAIM.id]
    assert _found(folder, "--", "Беларусь", "-air defence") == [SENT_CLAIM.id]
    assert _found(folder, "Belarus", "--voice", "министр") == [SENT_CLAIM.id]


def test_a_table_marks_the_hits_and_csv_has_their_offsets(folder: Path) -> None:
    lines = foedus("search", "Belarus", "танки", cwd=folder).out.splitlines()
    assert "Россия передала [Беларуси] новые [танки], сообщил министр." in lines[1]

    (row,) = csv.DictReader(io.StringIO(foedus("search", "танки", "--format", "csv", cwd=folder).out))
    start, _, end = row["hits"].partition("–")
    assert SENT.text[int(start) : int(end)] == "танки"


def test_whole_texts_are_searched(folder: Path) -> None:
    ran = foedus("search", "--documents", "parade", cwd=folder)
    assert ran.out.splitlines()[1].split()[0] == ASKED.id[:8]
    assert "[parade]" in ran.out
    assert foedus("search", "parade", cwd=folder).err == "foedus: no claim matches\n"


def test_an_answer_goes_on_behind_its_cursor(folder: Path) -> None:
    ran = foedus("search", "Belarus", "--limit", "1", "--format", "jsonl", cwd=folder)
    assert ran.err.startswith("foedus: there are more: add --after ")
    after = ran.err.split()[-1]
    assert _found(folder, "Belarus", "--limit", "1", "--after", after) == [ASKED_CLAIM.id]


def test_every_field_narrows(folder: Path) -> None:
    def found(*words: str) -> list[str]:
        lines = foedus("claims", *words, "--format", "jsonl", cwd=folder).out.splitlines()
        return [json.loads(line)["id"] for line in lines]

    for words in (
        ["--role", "recipient=Belarus", "--role", "supplier=Russia", "--outlet", "Маяк"],
        ["--published-from", "2023"],
        ["--since", "2024-05-02"],
        ["--text", "новые танки"],
        ["--voice", "министр", "--review", "unreviewed"],
        ["--stage", "delivered", "--polarity", "affirmed", "--certainty", "certain", "--not-quoted", "--zone", "body"],
    ):
        assert found(*words) == [SENT_CLAIM.id]
    for words in (["--as-of", "2024-05-01"], ["--as-of", "2024-05-02T23:59:59Z"], ["--published-by", "2023"]):
        assert found(*words) == [ASKED_CLAIM.id]
    for words in (["--quoted"], ["--has", "quantity"], ["--max-confidence", "1"], ["--role", "supplier=Belarus"]):
        assert found(*words) == []


def test_claims_are_counted(folder: Path) -> None:
    ran = foedus("claims", "--counts", "--about", "Belarus", "--format", "csv", cwd=folder)
    rows = [(row["facet"], row["value"], row["claims"]) for row in csv.DictReader(io.StringIO(ran.out))]
    assert ("type", "transfer", "2") in rows
    assert ("role recipient", "BLR", "2") in rows
    assert ("lang", "ru", "1") in rows
    assert ran.err == "foedus: 2 claims counted\n"


def test_entities_met_are_listed(folder: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(foedus("entities", "--met", "--format", "csv", cwd=folder).out)))
    assert [(row["key"], row["name"], row["claims"]) for row in rows] == [
        ("BLR", "Belarus", "2"),
        ("RUS", "Russia", "2"),
    ]
    earlier = foedus("entities", "--met", "--as-of", "2024-05-01", "--format", "jsonl", cwd=folder).out.splitlines()
    assert [json.loads(line)["claims"] for line in earlier] == [1, 1]


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (["entities"], "--met"),
        (["search"], "WORDS"),
        (["search", "--", "-x"], "names no word"),
        (["search", '"x'], "quotation"),
        (["search", "x", "--after", "y"], "no cursor"),
        (["search", "x", "--limit", "0"], "from 1 to 1,000"),
        (["search", "x", "--text", "y"], "--text"),
        (["claims", "--as-of", "2024-13"], "--as-of"),
        (["claims", "--since", "12:00Tx"], "is no instant"),
        (["claims", "--role", "supplier"], "supplier=Russia"),
        (["claims", "--role", "thief=Russia"], "no role"),
        (["claims", "--review", "seen"], "unreviewed"),
        (["claims", "--has", "style"], "quantity"),
        (["claims", "--max-confidence", "2"], "--max-confidence"),
        (["claims", "--published-from", "2023", "--published-by", "2022"], "swap the two dates"),
    ],
)
def test_a_wrong_call_is_one_line(folder: Path, words: list[str], named: str) -> None:
    ran = foedus(*words, cwd=folder)
    assert (ran.code, ran.out, len(ran.errors)) == (2, "", 1)
    assert named in ran.err
