"""What changed, as a person sees it."""

import csv
import io
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from foedus.ledger.store import Ledger
from tests.cli.command import foedus
from tests.factories import claim, document

SENT = document("Arland delivered tanks to Borland in 2021.", source="sent.txt")
DENIED = document("Arland did not deliver tanks to Borland in 2021.", outlet="The Vigil", published="2023-02-01")
SENT_CLAIM = claim(SENT, "delivered", supplier="RUS=Arland", recipient="BLR=Borland", item="tanks", when="2021=2021")
DENIED_CLAIM = claim(
    DENIED,
    "deliver",
    polarity="negated",
    supplier="RUS=Arland",
    recipient="BLR=Borland",
    item="tanks",
    when="2021=2021",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A ledger of the first of May, and what was written on the third."""
    days = iter([1, 1, 3, 3])  # the first is when the ledger is made
    with Ledger.open(tmp_path / "foedus.db", clock=lambda: datetime(2024, 5, next(days), tzinfo=UTC)) as ledger:
        ledger.add([(SENT, [SENT_CLAIM])])
        ledger.add([(SENT, [replace(SENT_CLAIM, certainty="probable")])])
        ledger.add([(DENIED, [DENIED_CLAIM])])
    return tmp_path


def _rows(folder: Path, *words: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(foedus("diff", *words, "--format", "csv", cwd=folder).out)))


def test_changed_new_and_contradicted_claims_are_listed(folder: Path) -> None:
    changed, new, broken = _rows(folder, "--since", "2024-05-02")
    assert (changed["change"], changed["id"], changed["by"]) == ("changed", SENT_CLAIM.id, "rules/1")
    assert changed["fields"] == "certainty: certain → probable"
    assert (new["change"], new["id"], new["words"]) == ("new", DENIED_CLAIM.id, DENIED.text)
    assert (broken["change"], broken["id"]) == ("contradicted", DENIED_CLAIM.id)
    assert broken["fields"] == f"contradicts {SENT_CLAIM.id[:8]} (polarity)"
    assert broken["reason"]


def test_what_stood_before_is_no_change(folder: Path) -> None:
    assert [row["change"] for row in _rows(folder, "--since", "2024-05-01")] == ["new", "new", "contradicted"]
    for words in (["--since", "2024-05-04"], ["--since", "2024-05-02", "--until", "2024-05-02"]):
        ran = foedus("diff", *words, cwd=folder)
        assert (ran.code, ran.out, ran.err) == (0, "", "foedus: nothing changed\n")


def test_a_table_tells_what_changed_in_words_and_csv_whole(tmp_path: Path) -> None:
    days = iter([1, 1, 3, 4])
    fewer = {role: some for role, some in SENT_CLAIM.roles.items() if role == "supplier"}
    undated = replace(SENT_CLAIM, when=None, roles=fewer)
    with Ledger.open(tmp_path / "foedus.db", clock=lambda: datetime(2024, 5, next(days), tzinfo=UTC)) as ledger:
        ledger.add([(SENT, [SENT_CLAIM])])
        ledger.add([(SENT, [undated])])
        ledger.review("A. Analyst").accept(SENT_CLAIM.id)
    table = foedus("diff", "--since", "2024-05-02", cwd=tmp_path).out
    told = "recipient Borland (BLR) → nobody; item tanks → nothing; when 2021 → nothing; review unreviewed → accepted"
    assert " ".join(told.split()) in " ".join(table.split())
    (row,) = _rows(tmp_path, "--since", "2024-05-02")
    assert 'when: {"edtf":"2021"' in row["fields"]
    assert "review: unreviewed → accepted" in row["fields"]


def test_corrected_metadata_is_told_in_words(tmp_path: Path) -> None:
    days = iter([1, 1, 3])
    with Ledger.open(tmp_path / "foedus.db", clock=lambda: datetime(2024, 5, next(days), tzinfo=UTC)) as ledger:
        ledger.add([(replace(SENT, published=None), [])])
        ledger.add([(replace(SENT, published="2023-10"), [])])
    assert "published nothing → 2023-10" in foedus("diff", "--since", "2024-05-02", cwd=tmp_path).out


def test_filters_choose_and_jsonl_has_everything(folder: Path) -> None:
    assert [row["change"] for row in _rows(folder, "--since", "2024-05-02", "--outlet", "The Vigil")] == ["new"]
    lines = foedus("diff", "--since", "2024-05-02T00:00Z", "--format", "jsonl", cwd=folder).out.splitlines()
    changed = json.loads(lines[0])
    assert changed["fields"] == [{"field": "certainty", "before": "certain", "after": "probable"}]
    assert changed["claim"]["id"] == SENT_CLAIM.id


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ([], "--since"),
        (["--since", "2024-13"], "--since"),
        (["--since", "2024-05-01Tx"], "is no instant"),
        (["--since", "2024", "--until", "2024", "--as-of", "2024"], "give one of them"),
    ],
)
def test_a_wrong_call_is_one_line(folder: Path, words: list[str], named: str) -> None:
    ran = foedus("diff", *words, cwd=folder)
    assert (ran.code, ran.out, len(ran.errors)) == (2, "", 1)
    assert named in ran.err
