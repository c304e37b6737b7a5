"""`foedus export parquet`, as a user runs it."""

from pathlib import Path

import pyarrow.dataset as ds
import pytest

from foedus.ledger.store import Ledger
from foedus.model.claim_json import to_json
from tests.cli.command import foedus
from tests.ledger.reports import reports


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """Three documents with six claims, one of them accepted and one rejected."""
    with Ledger.open(tmp_path / "case.db") as store:
        store.add(reports(0, 3))
        first, second, *_ = store.claims()
        desk = store.review("R. Reader")
        desk.accept(first.id)
        desk.reject(second.id)
    return tmp_path / "case.db"


def test_the_folder_holds_the_claims_that_hold_and_all_documents(ledger: Path, tmp_path: Path) -> None:
    ran = foedus("export", "parquet", "--out", "tables", "--ledger", ledger, cwd=tmp_path)
    assert (ran.code, ran.out, ran.errors) == (0, "", ["foedus: tables: 5 claims, 3 documents"])
    with Ledger.open(ledger, create=False) as store:
        expected = {to_json(claim).decode() for claim in store.claims()}
        texts = {one.id: one.text for one in store.documents()}
    claims = ds.dataset(tmp_path / "tables" / "claims", partitioning="hive").to_table().to_pylist()
    assert {row["record"] for row in claims} == expected
    assert sorted(filter(None, (row["review"] for row in claims))) == ["accepted"]
    documents = ds.dataset(tmp_path / "tables" / "documents", partitioning="hive").to_table().to_pylist()
    assert {row["document"]: row["text"] for row in documents} == texts
    assert sum(row["claims"] for row in documents) == 5
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".tables")]


def test_texts_can_be_left_out_and_an_earlier_day_asked_for(ledger: Path, tmp_path: Path) -> None:
    asked = ("export", "parquet", "--ledger", ledger, "--out")
    assert foedus(*asked, "without", "--without-texts", cwd=tmp_path).code == 0
    texts = ds.dataset(tmp_path / "without" / "documents").to_table()["text"]
    assert texts.null_count == len(texts) == 3
    assert foedus(*asked, "before", "--as-of", "2001", cwd=tmp_path).errors == ["foedus: before: 0 claims, 0 documents"]
    assert ds.dataset(tmp_path / "before" / "claims").to_table().num_rows == 0


def test_nothing_is_overwritten_and_nothing_left_half_done(ledger: Path, tmp_path: Path) -> None:
    (tmp_path / "tables").mkdir()
    ran = foedus("export", "parquet", "--out", "tables", "--ledger", ledger, cwd=tmp_path)
    assert (ran.code, ran.errors) == (2, ["foedus: tables is there already: name a new folder, or remove it first"])
    (tmp_path / "file").write_text("", encoding="utf-8")
    ran = foedus("export", "parquet", "--out", "file/tables", "--ledger", ledger, cwd=tmp_path)
    assert ran.code == 5
    assert ran.errors[0].startswith("foedus: file/tables cannot be written: ")
