"""Opening: what becomes a ledger, what does not, and how the user is told."""

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import text

from foedus.ledger.guards import removals
from foedus.ledger.store import Ledger
from foedus.ledger.stores.opening import open_store
from foedus.ledger.tables import SCHEMA_VERSION, facts
from foedus.model.errors import LedgerError
from tests.ledger.reports import report, reports


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user can reach, for tests that give up their rights."""
    folder = Path(tempfile.mkdtemp(prefix="foedus-"))
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


@pytest.fixture
def powerless() -> Iterator[None]:
    """Rights count for the superuser only where he gives up being one."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def test_a_missing_ledger_is_made_and_kept(place: str) -> None:
    with Ledger.open(place) as ledger:
        ledger.add([report()])
        assert ledger.where.endswith(place.removeprefix("postgresql://"))
    with Ledger.open(place, create=False) as ledger:
        assert ledger.counts().documents == 1


def test_many_who_make_one_ledger_at_once_get_the_same(place: str) -> None:
    with ThreadPoolExecutor(6) as pool:
        opened = list(pool.map(lambda _: Ledger.open(place, lock_seconds=30), range(6)))
    opened[0].add([report()])
    assert [ledger.counts().documents for ledger in opened] == [1] * 6
    for ledger in opened:
        ledger.close()


def test_the_last_one_out_brings_the_log_into_the_file(tmp_path: Path) -> None:
    file = tmp_path / "foedus.db"
    with Ledger.open(str(file)) as ledger:
        ledger.add([report()])
    with Ledger.open(f"sqlite:///{file}", create=False) as ledger:
        assert ledger.counts().documents == 1
    assert not file.with_name("foedus.db-wal").exists()


def test_an_empty_store_is_told_where_no_ledger_may_be_made(place: str) -> None:
    open_store(place, create=True, lock_seconds=0).close()
    with pytest.raises(LedgerError, match=r"is empty; `foedus read` fills one, or use another --ledger"):
        Ledger.open(place, create=False)
    with Ledger.open(place) as ledger:
        assert ledger.add([report()]).documents == 1


def test_a_missing_file_is_told_where_none_may_be_made(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match=r"there is no ledger .*foedus\.db; `foedus read` makes one"):
        Ledger.open(tmp_path / "foedus.db", create=False)
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "empty.db").touch()
    with pytest.raises(LedgerError, match=r"empty\.db is empty"):
        Ledger.open(tmp_path / "empty.db", create=False)


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match=r"the folder .*nowhere does not exist; make it"):
        Ledger.open(tmp_path / "nowhere" / "foedus.db")


def test_a_folder_is_no_ledger(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="is a folder; give the name of a file in it"):
        Ledger.open(tmp_path)


@pytest.mark.parametrize("where", ["mysql://desk/foedus", "sqlite://", ":memory:", ""])
def test_other_stores_are_told_plainly(where: str) -> None:
    with pytest.raises(LedgerError, match=r"cannot be a ledger: give a file, as foedus\.db, or a database"):
        Ledger.open(where)


def test_any_other_file_is_no_ledger_and_stays_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("Arland delivered tanks to Borland.")
    with pytest.raises(LedgerError, match=r"notes\.txt is no ledger: it is not an SQLite file"):
        Ledger.open(file)
    assert file.read_text() == "Arland delivered tanks to Borland."


def test_another_program_s_database_is_no_ledger_and_stays_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "other.db"
    connection = sqlite3.connect(file)
    connection.execute("CREATE TABLE meta (song TEXT)")
    connection.commit()
    connection.close()
    before = file.read_bytes()
    with pytest.raises(LedgerError, match="is a database, but no ledger of Foedus"):
        Ledger.open(file)
    assert file.read_bytes() == before


def test_another_program_s_tables_are_no_ledger(place: str) -> None:
    store = open_store(place, create=True, lock_seconds=0)
    with store.writing() as connection:
        connection.execute(text("CREATE TABLE ledger (song TEXT)"))
    store.close()
    with pytest.raises(LedgerError, match="is a database, but no ledger of Foedus; use another --ledger"):
        Ledger.open(place)


def test_a_newer_schema_names_both_versions_and_the_remedy(place: str) -> None:
    Ledger.open(place).close()
    store = open_store(place, create=False, lock_seconds=0)
    with store.writing() as connection:
        for guard in removals(connection.dialect.name):
            connection.execute(text(guard))
        for key, value in (("schema_version", "7"), ("created_by", "foedus 9.0")):
            connection.execute(facts.update().where(facts.c.key == key).values(value=value))
    store.close()
    line = rf"schema 7 \(made by foedus 9\.0\), and foedus \S+ reads up to schema {SCHEMA_VERSION}; install a newer"
    with pytest.raises(LedgerError, match=line):
        Ledger.open(place)


def test_a_damaged_file_is_told(tmp_path: Path) -> None:
    file = tmp_path / "foedus.db"
    with Ledger.open(file) as ledger:
        ledger.add(reports(0, 200))
    whole = file.read_bytes()
    file.write_bytes(whole[:8192] + b"\xff" * (len(whole) - 8192))
    with pytest.raises(LedgerError, match=r"is damaged \(.+\); restore it from a backup"), Ledger.open(file) as ledger:
        list(ledger.claims())


def test_a_read_only_ledger_can_be_read_and_says_why_not_written(
    open_folder: Path, request: pytest.FixtureRequest
) -> None:
    file = open_folder / "foedus.db"
    with Ledger.open(file) as ledger:
        ledger.add([report(1)])
    file.chmod(0o444)
    open_folder.chmod(0o555)
    request.getfixturevalue("powerless")
    with Ledger.open(file) as ledger:
        assert len(list(ledger.claims())) == 2
        with pytest.raises(LedgerError, match="is read-only; check the rights"):
            ledger.add([report(2)])


def test_a_read_only_folder_takes_no_new_ledger_and_no_writes(
    open_folder: Path, request: pytest.FixtureRequest
) -> None:
    file = open_folder / "foedus.db"
    Ledger.open(file).close()
    file.chmod(0o666)
    file.with_name("foedus.db.lock").unlink(missing_ok=True)
    open_folder.chmod(0o555)
    request.getfixturevalue("powerless")
    with pytest.raises(
        LedgerError, match=r"new\.db cannot be made \(Permission denied\); check the rights on its folder"
    ):
        Ledger.open(open_folder / "new.db")
    with Ledger.open(file) as ledger, pytest.raises(LedgerError, match=r"read-only|cannot be written"):
        ledger.add([report(2)])


def test_a_log_that_a_killed_writer_left_is_never_passed_over(
    open_folder: Path, request: pytest.FixtureRequest
) -> None:
    file = open_folder / "foedus.db"
    with Ledger.open(file) as ledger:
        ledger.add([report(1)])
        log = file.with_name("foedus.db-wal").read_bytes()
    file.with_name("foedus.db-wal").write_bytes(log)
    file.chmod(0o444)
    open_folder.chmod(0o555)
    request.getfixturevalue("powerless")
    with pytest.raises(LedgerError, match=r"its log foedus\.db-wal holds more, .*; copy both files"):
        Ledger.open(file)


def test_a_creation_cut_off_is_made_good(tmp_path: Path) -> None:
    file = tmp_path / "foedus.db"
    file.touch()
    with Ledger.open(file) as ledger:
        assert ledger.add([report()]).documents == 1


def test_paths_with_signs_that_urls_use_are_only_paths(tmp_path: Path) -> None:
    file = tmp_path / "what? 100% #1 été.db"
    with Ledger.open(file) as ledger:
        ledger.add([report()])
    assert file.stat().st_size > 0
