"""A backup comes back as it was, from either store to either, or the place is as it was."""

import re
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from foedus.ledger.copies.beside import made_beside
from foedus.ledger.copies.restore import restore
from foedus.ledger.store import Ledger
from foedus.model.errors import LedgerError
from tests import postgres
from tests.ledger.copies import exported, last_link, rows
from tests.ledger.every_table import fill
from tests.ledger.released_ledgers import made
from tests.ledger.reports import report, reports
from tests.ledger.test_open import open_folder, powerless

__all__ = ["open_folder", "powerless"]

_KILLED = """
import os, signal, sys
from pathlib import Path
from foedus.ledger.copies import beside, restore
moments = {"copied": (restore, sys.argv[4]), "verified": (beside, "stand_alone"), "synced": (beside, "_put")}
setattr(*moments[sys.argv[3]], lambda *args: os.kill(os.getpid(), signal.SIGKILL))
restore.restore(Path(sys.argv[1]), sys.argv[2], replace=True)
"""


@pytest.fixture
def backup(tmp_path: Path) -> Path:
    """A backup of a ledger with rows in every table."""
    source = tmp_path / "source.db"
    fill(str(source))
    with Ledger.open(source) as ledger:
        return ledger.backup(tmp_path / "backup.db").file


def test_a_backup_comes_back_as_it_was(backup: Path, place: str) -> None:
    before = backup.read_bytes()
    assert restore(backup, place) is None
    assert rows(place) == rows(backup)
    assert last_link(place) == last_link(backup)
    assert exported(place) == exported(backup)
    assert backup.read_bytes() == before
    assert not list(backup.parent.glob("backup.db-*")), "no log stays beside a backup"


def test_from_file_to_server_and_back_nothing_changes(backup: Path, tmp_path: Path, server: postgres.Server) -> None:
    there = server.fresh()
    restore(backup, there)
    with Ledger.open(there) as ledger:
        ledger.backup(tmp_path / "returned.db")
    restore(tmp_path / "returned.db", tmp_path / "case.db")
    assert rows(tmp_path / "case.db") == rows(backup)
    assert exported(tmp_path / "case.db") == exported(there) == exported(backup)
    assert last_link(tmp_path / "case.db") == last_link(there) == last_link(backup)


def test_what_came_back_goes_on(backup: Path, place: str) -> None:
    restore(backup, place)
    before = last_link(place)
    with Ledger.open(place) as ledger:
        assert ledger.add(reports(50, 53)).documents == 3
    assert last_link(place) != before
    assert exported(place).count(b"\n") == exported(backup).count(b"\n") + 6


def test_a_backup_without_texts_says_so_wherever_it_comes_back(
    backup: Path, tmp_path: Path, new_place: Callable[[], str]
) -> None:
    with Ledger.open(backup) as ledger:
        ledger.backup(tmp_path / "shared.db", texts=False)
    place = new_place()
    restore(tmp_path / "shared.db", place)
    assert rows(place) == rows(tmp_path / "shared.db")
    assert last_link(place) == last_link(backup)
    with Ledger.open(place) as ledger:
        again = ledger.backup(tmp_path / "again.db", texts=False)
    assert rows(again.file) == rows(place)


def test_a_ledger_that_is_there_stays(backup: Path, place: str) -> None:
    with Ledger.open(place) as ledger:
        ledger.add([report(77)])
    before = rows(place)
    with pytest.raises(LedgerError, match=r"holds a ledger already; give another --ledger, or --replace"):
        restore(backup, place)
    assert rows(place) == before


def test_a_ledger_that_is_replaced_goes_on_under_another_name(backup: Path, place: str) -> None:
    with Ledger.open(place) as ledger:
        ledger.add([report(77)])
    before = rows(place)
    aside = restore(backup, place, replace=True)
    assert aside is not None
    assert rows(place) == rows(backup)
    old = re.sub(r"schema=\w+", f"schema={aside}", place) if "://" in place else aside
    assert rows(old) == before
    guarded = pytest.raises(LedgerError, match="guard_documents_delete")
    with Ledger.open(old) as ledger, guarded, ledger._store.writing() as connection:
        connection.exec_driver_sql("DELETE FROM documents")
    with Ledger.open(old) as ledger:
        assert ledger.add([report(78)]).documents == 1


def test_a_schema_of_a_long_name_is_put_aside_under_a_name_that_fits(backup: Path, server: postgres.Server) -> None:
    place = server.url(schema="s" * 60)
    restore(backup, place)
    aside = restore(backup, place, replace=True)
    assert aside is not None
    assert len(aside) == 63
    assert rows(server.url(schema=aside)) == rows(backup)


def test_a_schema_that_other_tables_use_is_left_alone(backup: Path, server: postgres.Server) -> None:
    database = server.database()
    server.execute("CREATE TABLE songs (name TEXT)", database=database)
    for replace in (False, True):
        with pytest.raises(LedgerError, match="holds something that is no ledger of Foedus"):
            restore(backup, server.url(database), replace=replace)


def test_an_empty_ledger_s_place_is_free_only_where_nothing_is(backup: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.db").touch()
    assert restore(backup, tmp_path / "empty.db") is None
    assert rows(tmp_path / "empty.db") == rows(backup)


def test_a_log_without_its_file_is_never_taken_for_that_of_the_new_one(backup: Path, tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "gone.db") as ledger:
        ledger.add([report(1)])
        log = (tmp_path / "gone.db-wal").read_bytes()
    (tmp_path / "case.db-wal").write_bytes(log)
    with pytest.raises(LedgerError, match=r"case\.db-wal is there without the file that it belongs to; move it away"):
        restore(backup, tmp_path / "case.db")
    (tmp_path / "case.db-wal").unlink()
    restore(backup, tmp_path / "case.db")
    assert rows(tmp_path / "case.db") == rows(backup)


def test_what_is_in_the_log_of_a_killed_writer_is_put_aside_too(backup: Path, tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "other.db") as ledger:
        ledger.add([report(1)])
        for name in ("", "-wal"):
            (tmp_path / f"case.db{name}").write_bytes((tmp_path / f"other.db{name}").read_bytes())
    aside = restore(backup, tmp_path / "case.db", replace=True)
    assert rows(tmp_path / "case.db") == rows(backup)
    assert aside is not None
    assert rows(aside) == rows(tmp_path / "other.db")


@pytest.mark.parametrize("there", [False, True])
def test_a_ledger_that_another_makes_meanwhile_is_not_written_over(backup: Path, tmp_path: Path, there: bool) -> None:
    case = tmp_path / "case.db"
    if there:
        case.touch()
    meanwhile = pytest.raises(
        LedgerError, match=r"case\.db was written by another process meanwhile; repeat the command"
    )
    with meanwhile, made_beside(case) as partial:
        partial.write_bytes(backup.read_bytes())
        with Ledger.open(case) as ledger:
            ledger.add([report(77)])
    assert exported(case).count(b"\n") == 2


def test_where_nothing_may_be_written_that_is_told(
    backup: Path, open_folder: Path, request: pytest.FixtureRequest
) -> None:
    file = open_folder / "backup.db"
    file.write_bytes(backup.read_bytes())
    open_folder.chmod(0o555)
    request.getfixturevalue("powerless")
    with pytest.raises(LedgerError, match=r"case\.db cannot be used: Permission denied; check disk and rights"):
        restore(file, open_folder / "case.db")


def test_a_ledger_that_somebody_has_open_is_not_replaced(backup: Path, tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "case.db") as ledger:
        ledger.add([report(1)])
        with pytest.raises(LedgerError, match=r"case\.db is open in another program; close that and repeat"):
            restore(backup, tmp_path / "case.db", replace=True)
        assert ledger.counts().documents == 1
    assert [one.name for one in tmp_path.iterdir() if "before" in one.name or one.name.startswith(".")] == []


def test_bad_backups_are_told_in_one_line_and_make_nothing(backup: Path, new_place: Callable[[], str]) -> None:
    folder = backup.parent
    (folder / "notes.txt").write_text("Arland delivered tanks.")
    (folder / "empty.db").touch()
    older = made(1, folder / "older.db")
    cut = folder / "cut.db"
    cut.write_bytes(backup.read_bytes()[:200_000])
    changed = folder / "changed.db"
    changed.write_bytes(backup.read_bytes().replace(b"delivered 12 tanks", b"delivered 92 tanks"))
    for file, told in (
        (folder / "nowhere.db", r"there is no backup .*nowhere\.db; check the name"),
        (folder, r"there is no backup"),
        (folder / "notes.txt", r"notes\.txt is no ledger: it is not an SQLite file"),
        (folder / "empty.db", r"empty\.db is a database, but no ledger|is empty"),
        (older, r"older\.db has the older ledger schema 1; bring it up with `foedus migrate`"),
        (cut, r"cut\.db is damaged|cut\.db is not whole"),
        (changed, r"the backup .*changed\.db is not whole"),
    ):
        place = new_place()
        with pytest.raises(LedgerError, match=told):
            restore(file, place)
        if "://" not in place:
            assert not Path(place).exists()
        with Ledger.open(place) as ledger:
            assert ledger.counts().documents == 0


def test_the_backup_itself_is_no_place(backup: Path) -> None:
    with pytest.raises(LedgerError, match=r"backup\.db is the backup itself"):
        restore(backup, backup, replace=True)


@pytest.mark.parametrize("moment", ["copied", "verified", "synced"])
def test_killed_on_the_way_the_place_is_as_it_was(backup: Path, tmp_path: Path, moment: str) -> None:
    case = tmp_path / "case.db"
    with Ledger.open(case) as ledger:
        ledger.add([report(77)])
    before = rows(case)
    command = [sys.executable, "-c", _KILLED, str(backup), str(case), moment, "assert_sound"]
    died = subprocess.run(command, check=False, capture_output=True, text=True)
    assert died.returncode == -signal.SIGKILL, died.stderr
    assert rows(case) == before
    assert restore(backup, case, replace=True) is not None
    assert rows(case) == rows(backup)
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith(".")] == []


def test_killed_on_the_way_the_schema_is_as_it_was(backup: Path, server: postgres.Server) -> None:
    place = server.fresh()
    with Ledger.open(place) as ledger:
        ledger.add([report(77)])
    before = rows(place)
    command = [sys.executable, "-c", _KILLED, str(backup), place, "copied", "assert_sound"]
    died = subprocess.run(command, check=False, capture_output=True, text=True)
    assert died.returncode == -signal.SIGKILL, died.stderr
    assert rows(place) == before
    assert restore(backup, place, replace=True) is not None
    assert rows(place) == rows(backup)


def test_a_full_disk_leaves_the_place_as_it_was(backup: Path, tmp_path: Path) -> None:
    limited = """
import resource, sys
from pathlib import Path
from foedus.ledger.copies.beside import made_beside
from foedus.ledger.copies.restore import restore
from foedus.model.errors import LedgerError
hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, hard))
try:
    restore(Path(sys.argv[1]), sys.argv[2], replace=True)
except LedgerError as error:
    print(error)
"""
    case = tmp_path / "case.db"
    with Ledger.open(case) as ledger:
        ledger.add([report(77)])
    before = rows(case)
    command = [sys.executable, "-c", limited, str(backup), str(case)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    (line,) = done.stdout.splitlines()
    assert re.search(r"case\.db(\.partial)? cannot be (written|used)", line), line
    assert rows(case) == before
    assert [one.name for one in tmp_path.iterdir() if "before" in one.name or one.name.startswith(".")] == []
