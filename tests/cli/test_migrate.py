"""`foedus migrate`, as a user runs it."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from foedus.ledger.migrate.migration import migrate
from tests.cli.command import foedus
from tests.ledger.released_ledgers import RELEASED, made


def test_every_command_refuses_an_older_ledger_in_one_line_and_says_what_to_do(tmp_path: Path) -> None:
    made(1, tmp_path / "foedus.db")
    (tmp_path / "report.txt").write_text("Arland delivered 12 tanks to Borland in 2021.")
    for words in (
        ("claims",),
        ("show", "5256"),
        ("backup", "kept.db"),
        ("read", "report.txt"),
    ):
        ran = foedus(*words, cwd=tmp_path)
        assert ran.code == 5, words
        (line,) = ran.errors
        assert "has the older ledger schema 1; bring it up with `foedus migrate`" in line
    assert sorted(file.name for file in tmp_path.iterdir() if "lock" not in file.name) == ["foedus.db", "report.txt"]


@pytest.mark.parametrize("schema", RELEASED)
def test_a_released_ledger_comes_up_and_gives_its_claims(tmp_path: Path, schema: int) -> None:
    made(schema, tmp_path / "case.db")
    ran = foedus("migrate", "--ledger", "case.db", cwd=tmp_path)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == f"brought up from schema {schema} to schema 2; as it was, it is {tmp_path}/case.schema-1.db\n"
    claims = foedus("claims", "--ledger", "case.db", "--format", "jsonl", cwd=tmp_path)
    assert claims.out.count("\n") == 5
    again = foedus("migrate", "--ledger", "case.db", cwd=tmp_path)
    assert (again.code, again.out) == (0, "nothing to do: the ledger has schema 2, that of this version\n")


def test_its_entities_get_the_names_that_it_did_not_keep_also_after_a_cut(tmp_path: Path) -> None:
    with closing(sqlite3.connect(made(1, tmp_path / "foedus.db"))) as connection:
        connection.execute("UPDATE claims SET record = replace(record, '\"ARL\"', '\"TUR\"')")
        connection.execute("UPDATE fillers SET entity = 'TUR' WHERE entity = 'ARL'")
        connection.commit()
    migrate(tmp_path / "foedus.db", backup=False)
    assert foedus("migrate", cwd=tmp_path).code == 0
    with closing(sqlite3.connect(tmp_path / "foedus.db")) as connection:
        names = connection.execute("SELECT folded FROM entity_names WHERE entity = 'TUR'").fetchall()
        assert {("turquie",), ("турция",)} <= set(names)
        batches = connection.execute("SELECT action FROM batches ORDER BY number DESC LIMIT 2").fetchall()
        assert batches == [("name",), ("migrate",)]


def test_no_backup(tmp_path: Path) -> None:
    made(1, tmp_path / "foedus.db")
    ran = foedus("migrate", "--no-backup", cwd=tmp_path)
    assert ran.out == "brought up from schema 1 to schema 2\n"
    assert not list(tmp_path.glob("*schema*"))


def test_what_is_no_ledger_is_told(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("Arland delivered tanks.")
    for name, told in (("nowhere.db", "there is no ledger nowhere.db"), ("notes.txt", "notes.txt is no ledger")):
        ran = foedus("migrate", "--ledger", name, cwd=tmp_path)
        assert ran.code == 5
        (line,) = ran.errors
        assert told in line
