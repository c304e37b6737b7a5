"""`foedus forget`, as a user runs it, on both stores."""

import json
from pathlib import Path

import pytest

from foedus.ledger.store import Ledger
from tests.cli.command import foedus
from tests.ledger.conftest import new_place, place, server
from tests.ledger.reports import report, reports

__all__ = ["new_place", "place", "server"]


@pytest.fixture
def filled(place: str) -> str:
    """A ledger of two batches, with three documents and six claims."""
    with Ledger.open(place) as ledger:
        ledger.add(reports(0, 1))
        ledger.add(reports(1, 3))
    return place


def test_a_document_is_withdrawn_and_read_no_more(filled: str, tmp_path: Path) -> None:
    gone = report(1)[0]
    words = ("forget", gone.id[:10], "--reason", "asked by its publisher", "--reviewer", "A. Analyst", "--yes")
    ran = foedus(*words, "--ledger", filled, cwd=tmp_path)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == f"withdrawn: 1 document ({gone.id[:8]}) with 2 claims\n"
    claims = foedus("claims", "--format", "jsonl", "--ledger", filled, cwd=tmp_path).out
    assert gone.id not in {json.loads(line)["document"]["id"] for line in claims.splitlines()}
    asked = foedus("document", gone.id, "--ledger", filled, cwd=tmp_path)
    assert asked.code == 2
    assert "was withdrawn" in asked.err
    assert "asked by its publisher" in asked.err
    log = foedus("audit", "--action", "forget", "--ledger", filled, cwd=tmp_path).out
    assert f"withdrew {gone.id[:8]}" in log
    assert "A. Analyst" in log
    assert foedus("audit", "verify", "--ledger", filled, cwd=tmp_path).code == 0


def test_a_batch_is_withdrawn_and_the_same_call_again_does_no_harm(filled: str, tmp_path: Path) -> None:
    words = ("forget", "--batch", "2", "--reason", "the wrong folder", "--yes", "--ledger", filled)
    first, second = (foedus(*words, cwd=tmp_path) for _ in range(2))
    assert first.out.startswith("withdrawn: 2 documents (")
    assert first.out.endswith(" with 4 claims\n")
    assert (second.code, second.out.partition(":")[0]) == (0, "nothing to withdraw")
    assert foedus("claims", "--format", "jsonl", "--ledger", filled, cwd=tmp_path).out.count("\n") == 2


def test_nothing_is_withdrawn_unasked(filled: str, tmp_path: Path) -> None:
    ran = foedus("forget", "--batch", "2", "--reason", "the wrong folder", "--ledger", filled, cwd=tmp_path)
    assert ran.code == 2
    assert "with 4 claims for good: say --yes where nobody can be asked" in ran.err
    assert foedus("claims", "--format", "jsonl", "--ledger", filled, cwd=tmp_path).out.count("\n") == 6


def test_the_name_of_foedus_toml_is_taken(filled: str, tmp_path: Path) -> None:
    (tmp_path / "foedus.toml").write_text('reviewer = "T. Toml"\n')
    foedus("forget", "--batch", "2", "--reason", "the wrong folder", "--yes", "--ledger", filled, cwd=tmp_path)
    assert "T. Toml" in foedus("audit", "--action", "forget", "--ledger", filled, cwd=tmp_path).out


def test_a_withdrawn_file_is_named_when_it_is_read_again(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("Russia delivered 12 tanks to Syria in 2019.")
    (tmp_path / "two.txt").write_text("Turkey ordered 30 jets from France in 2023.")
    assert foedus("read", "one.txt", cwd=tmp_path).code == 0
    assert foedus("forget", "--batch", "1", "--reason", "privacy", "--yes", cwd=tmp_path).code == 0
    ran = foedus("read", "one.txt", "two.txt", cwd=tmp_path)
    assert "one.txt" in ran.err
    assert "withdrawn" in ran.err
    assert "privacy" in ran.err
    with Ledger.open(tmp_path / "foedus.db") as ledger:
        assert [one.source for one in ledger.documents()] == ["two.txt"]


@pytest.mark.parametrize(
    ("words", "code", "error"),
    [
        (("--reason", "x"), 2, "say what to withdraw: one document by its id, or --batch NUMBER"),
        (("ab", "--batch", "1", "--reason", "x"), 2, "say what to withdraw"),
        (("--batch", "1"), 2, "Missing option '--reason'"),
        (("--batch", "1", "--reason", " "), 2, "--reason is empty"),
        (("--batch", "9", "--reason", "x", "--yes"), 2, "there is no batch 9; `foedus audit` lists them"),
        (("ffffffff", "--reason", "x", "--yes"), 2, "the ledger holds no document ffffffff"),
        (("ffff", "--reason", "x", "--yes"), 2, "'ffff' is short for something that cannot be undone"),
        (("--batch", "1", "--reason", "x", "--yes", "--reviewer", ""), 2, "--reviewer is empty"),
    ],
)
def test_a_wrong_call_is_told(tmp_path: Path, words: tuple[str, ...], code: int, error: str) -> None:
    with Ledger.open(tmp_path / "foedus.db") as ledger:
        ledger.add(reports(0, 1))
    ran = foedus("forget", *words, cwd=tmp_path)
    assert (ran.code, ran.out) == (code, "")
    assert ran.err.startswith(f"foedus: {error}")
