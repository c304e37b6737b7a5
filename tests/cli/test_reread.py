"""Stored documents read again by the installed command: shown, asked for, written in whole batches, gone on with."""

import os
import pty
import subprocess
from pathlib import Path

import pytest
from msgspec.structs import replace

from foedus.ledger.filters import ClaimFilter
from foedus.ledger.reading.incoming import Incoming, ReaderVersion
from foedus.ledger.store import Ledger
from foedus.model.claim import Claim
from foedus.model.document import Document
from tests.cli.command import COMMAND, environment, foedus

OLD = ReaderVersion("foedus", "0.0")
DELIVERED = "Russia delivered four S-400 systems to Turkey in July 2019, the Turkish defence ministry said.\n"
SIGNED = "Poland signed a contract with South Korea for 180 K2 tanks in August 2022.\n"
JUDGED = ClaimFilter(review=("accepted", "corrected", "rejected", "added"))


def stored(file: Path) -> tuple[list[Document], list[Claim]]:
    with Ledger.open(file, create=False) as ledger:
        return list(ledger.documents()), list(ledger.claims())


@pytest.fixture(scope="module")
def present(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[Document], list[Claim]]:
    """Two documents with what the present reader finds in them."""
    folder = tmp_path_factory.mktemp("present")
    (folder / "delivered.txt").write_text(DELIVERED)
    (folder / "signed.txt").write_text(SIGNED)
    assert foedus("read", ".", cwd=folder).code == 0
    documents, claims = stored(folder / "foedus.db")
    assert {claim.document.id for claim in claims} == {document.id for document in documents}
    return documents, claims


@pytest.fixture
def folder(tmp_path: Path, present: tuple[list[Document], list[Claim]]) -> Path:
    """A ledger in which an older reader hedged one document's claims and found none in the other."""
    documents, claims = present
    first, second = documents
    hedged = [replace(one, certainty="possible") for one in claims if one.document.id == first.id]
    with Ledger.open(tmp_path / "foedus.db") as ledger:
        ledger.add([Incoming(first, hedged, reader=OLD), Incoming(second, reader=OLD)], note="read .")
    return tmp_path


def test_a_newer_reader_reads_what_an_older_one_read(folder: Path, present: tuple[list[Document], list[Claim]]) -> None:
    documents, claims = present
    before = (folder / "foedus.db").read_bytes()
    shown = foedus("reread", "--older", "--dry-run", cwd=folder)
    assert shown.code == 0
    assert "certainty possible → certain" in shown.out
    assert "nothing is written (--dry-run)" in shown.errors[-1]
    assert (folder / "foedus.db").read_bytes() == before
    ran = foedus("reread", "--older", cwd=folder)
    assert (ran.code, ran.out) == (0, shown.out)
    assert stored(folder / "foedus.db")[1] == claims
    again = foedus("reread", "--older", cwd=folder)
    assert (again.code, again.out) == (0, "")
    assert again.errors[0].startswith("foedus: 0 documents read again by foedus/")
    told = foedus("document", documents[0].id, cwd=folder).out
    assert "read by     foedus/0.0, " in told
    assert "(reread --older)" in told


def test_documents_are_named_by_the_beginning_of_their_ids(folder: Path) -> None:
    documents, _ = stored(folder / "foedus.db")
    ran = foedus("reread", documents[1].id[:6], cwd=folder)
    assert ran.errors[-1].startswith("foedus: 1 document read again by foedus/")
    assert documents[1].id in ran.out
    assert documents[0].id not in ran.out


def test_every_document_is_read_again_whoever_read_it(folder: Path) -> None:
    foedus("reread", "--older", cwd=folder)
    ran = foedus("reread", "--all", cwd=folder)
    assert (ran.code, ran.out) == (0, "")
    assert ran.errors[-1].startswith("foedus: 2 documents read again by foedus/")
    assert "claims: none changed" in ran.errors[-1]


def test_what_stands_beside_a_judgement_does_not_change_unasked(folder: Path) -> None:
    documents, claims = stored(folder / "foedus.db")
    with Ledger.open(folder / "foedus.db") as ledger:
        ledger.review("ana").accept(claims[0].id)
    ran = foedus("reread", "--older", cwd=folder)
    assert ran.code == 1
    assert f"reviewed  {claims[0].id[:8]}" in ran.out
    assert "(accepted): the reader now says certainty possible → certain" in ran.out
    assert ran.errors[0] == (
        "foedus: 1 document left as it is: what the reader says beside 1 reviewed claim would change (shown above); "
        "--yes lets it"
    )
    assert ran.errors[1].startswith("foedus: 1 document read again by foedus/"), "the other one is"
    assert next(one.certainty for one in stored(folder / "foedus.db")[1] if one.id == claims[0].id) == "possible"
    agreed = foedus("reread", "--older", "--yes", cwd=folder)
    assert agreed.code == 0
    assert agreed.errors[-1].startswith("foedus: 1 document read again by foedus/"), "only what was left is open"
    with Ledger.open(folder / "foedus.db") as ledger:
        assert [one.certainty for one in ledger.claims(JUDGED)] == ["possible"], "the claim stays as it was accepted"
        assert "certain" in (ledger.version(claims[0].id).machine or "")
    assert documents


@pytest.mark.parametrize(("answer", "code"), [("y", 0), ("n", 1)])
def test_on_a_terminal_it_is_asked_for(folder: Path, answer: str, code: int) -> None:
    _, claims = stored(folder / "foedus.db")
    with Ledger.open(folder / "foedus.db") as ledger:
        ledger.review("ana").accept(claims[0].id)
        before = ledger.version(claims[0].id).machine
    ours, theirs = pty.openpty()
    os.write(ours, f"{answer}\n".encode())
    done = subprocess.run(
        [COMMAND, "reread", "--older"], cwd=folder, stdin=theirs, capture_output=True, env=environment(), check=False
    )
    os.close(ours)
    os.close(theirs)
    assert done.returncode == code
    assert b"change what the reader says beside 1 reviewed claim of" in done.stderr
    with Ledger.open(folder / "foedus.db") as ledger:
        assert (ledger.version(claims[0].id).machine != before) is (answer == "y")


def test_a_withdrawn_document_is_left_out_and_named_where_it_is_read(folder: Path) -> None:
    documents, _ = stored(folder / "foedus.db")
    with Ledger.open(folder / "foedus.db") as ledger:
        ledger.forget(ledger.scope(documents[0].id), "the author asked")
    ran = foedus("reread", "--all", cwd=folder)
    assert ran.errors[-1].startswith("foedus: 1 document read again by foedus/")
    for name, text in (("delivered.txt", DELIVERED), ("signed.txt", SIGNED)):
        (folder / name).write_text(text)
    read = foedus("read", ".", cwd=folder)
    assert read.code == 0
    assert read.errors[0].endswith(".txt left out: its text was withdrawn (the author asked)")
    assert "1 document read, 1 withdrawn and left out; " in read.errors[-1]


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        ([], "say which documents: their ids, --older for those that this reader has not read yet, or --all"),
        (["--all", "--older"], "say which documents"),
        (["abcd", "--all"], "say which documents"),
    ],
)
def test_which_documents_must_be_said(folder: Path, words: list[str], complaint: str) -> None:
    ran = foedus("reread", *words, cwd=folder)
    assert (ran.code, len(ran.errors)) == (2, 1)
    assert complaint in ran.errors[0]


def test_a_ledger_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    ran = foedus("reread", "--all", cwd=tmp_path)
    assert (ran.code, len(ran.errors)) == (5, 1)
    assert list(tmp_path.iterdir()) == []
