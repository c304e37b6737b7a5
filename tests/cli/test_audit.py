"""`foedus audit` and `foedus audit verify`, as a user runs them."""

import csv
import json
import sqlite3
from pathlib import Path

import pytest

from foedus.ledger.guards import removals
from foedus.ledger.store import Ledger
from foedus.model.review import Linkable
from tests.cli.command import foedus
from tests.ledger.every_table import fill
from tests.ledger.released_ledgers import made


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a ledger that has rows in every table, in seven batches."""
    fill(str(tmp_path / "foedus.db"))
    return tmp_path


def tamper(folder: Path, statement: str) -> None:
    """Change the file as another program could."""
    connection = sqlite3.connect(folder / "foedus.db")
    for removal in removals("sqlite"):
        connection.execute(removal)
    connection.execute(statement)
    connection.commit()
    connection.close()


def test_batches_are_listed_in_their_order(folder: Path) -> None:
    ran = foedus("audit", cwd=folder)
    assert (ran.code, ran.err) == (0, "")
    lines = [line.split()[:4] for line in ran.out.splitlines()[1:]]
    assert [line[0] for line in lines] == ["1", "2", "3", "4", "5", "6", "7"]
    assert lines[0] == ["1", "2024-05-01", "13:00", "read"]
    assert "3 documents, 3 pages, 3 readings, 6 claims" in ran.out
    assert "1 correct d5fdf233: report 1 is not so sure" in ran.out
    assert "withdrew 8762af9b: asked by its publisher" in ran.out


def test_links_and_sources_are_named_and_a_migration_tells_its_schemas(tmp_path: Path) -> None:
    made(1, tmp_path / "foedus.db")
    assert foedus("migrate", "--no-backup", cwd=tmp_path).code == 0
    with Ledger.open(tmp_path / "foedus.db") as ledger:
        desk = ledger.review("A. Analyst")
        desk.link("the Borlands", Linkable("BLR", "state", "Belarus"))
        desk.depend("The Gazette", "ARL", reason="its paper")
        desk.undo()
    ran = foedus("audit", cwd=tmp_path)
    lines = [" ".join(line.split()) for line in ran.out.splitlines()]
    for told in (
        "migrate schema 1 to 2",
        "A. Analyst 1 link the Borlands (BLR)",
        "A. Analyst 2 depend The Gazette on ARL: its paper",
    ):
        assert any(told in line for line in lines), (told, ran.out)


@pytest.mark.parametrize(
    ("options", "batches"),
    [
        (("--since", "2024-05-01"), [1, 2, 3, 4, 5, 6, 7]),
        (("--since", "2024-06"), []),
        (("--actor", "S. Second"), [7]),
        (("--action", "read"), [1, 2, 4]),
        (("--action", "correct"), [3]),
        (("--action", "correct", "--action", "forget"), [3, 6]),
        (("--action", "forget", "--actor", "S. Second"), []),
    ],
)
def test_filters_narrow_it(folder: Path, options: tuple[str, ...], batches: list[int]) -> None:
    ran = foedus("audit", *options, "--format", "jsonl", cwd=folder)
    assert [json.loads(line)["batch"] for line in ran.out.splitlines()] == batches
    assert ran.errors == ([] if batches else ["foedus: no batch matches"])


def test_csv_has_every_judgement_and_whole_links(folder: Path) -> None:
    ran = foedus("audit", "--format", "csv", cwd=folder)
    rows = list(csv.DictReader(ran.out.splitlines()))
    assert rows[2]["judgements"].startswith("1 correct d5fdf233: report 1 is not so sure; 2 correct")
    assert rows[0]["wrote"].split() == sorted(rows[0]["wrote"].split(), key=rows[0]["wrote"].split().index)
    assert "documents=3" in rows[0]["wrote"]
    assert {len(row["link"]) for row in rows} == {64}


@pytest.mark.parametrize(
    ("options", "error"),
    [
        (("--action", "dream"), "--action dream is none: there are read, reread"),
        (("--since", "soon"), "--since 'soon'"),
        (("verify", "--expect", "c4589330"), "--expect c4589330: a link has 64 digits"),
    ],
)
def test_a_wrong_call_is_told(folder: Path, options: tuple[str, ...], error: str) -> None:
    ran = foedus("audit", *options, cwd=folder)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"foedus: {error}")


def test_a_whole_ledger_verifies_and_its_last_link_can_be_noted(folder: Path) -> None:
    ran = foedus("audit", "verify", cwd=folder)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("ok: the last link is ")
    noted = ran.out.split()[5]
    assert len(noted) == 64
    assert foedus("audit", "verify", "--expect", noted.upper(), cwd=folder).code == 0
    foreign = foedus("audit", "verify", "--expect", "0" * 64, cwd=folder)
    assert foreign.code == 5
    assert foreign.out.startswith(f"no link of the chain is {'0' * 64}")


def test_every_fault_is_a_line_and_the_end_is_not_good(folder: Path) -> None:
    tamper(folder, "UPDATE batches SET actor = 'S. Second' WHERE number IN (3, 4)")
    ran = foedus("audit", "verify", cwd=folder)
    assert ran.code == 5
    assert [line.partition(":")[0] for line in ran.out.splitlines()] == ["batch 3", "batch 4"]
    assert ran.errors == ["foedus: 2 faults in foedus.db; `foedus restore` brings back a backup that verifies"]


def test_bytes_that_are_no_text_are_a_fault(folder: Path) -> None:
    tamper(folder, "UPDATE reviews SET reason = CAST(x'ff' AS TEXT) WHERE number = 1")
    ran = foedus("audit", "verify", cwd=folder)
    assert ran.code == 5
    assert "rows of reviews cannot be read" in ran.out


def test_the_doctor_looks_at_the_chain_too(folder: Path) -> None:
    assert "7 batches" in foedus("doctor", cwd=folder).out
    tamper(folder, "UPDATE batches SET actor = 'S. Second' WHERE number = 3")
    ran = foedus("doctor", cwd=folder)
    assert ran.code == 5
    assert "FAIL  ledger     batch 3: its time, action, actor" in ran.out
    assert "guard_claims_update is not there" in ran.out
