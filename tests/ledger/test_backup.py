"""A backup is the whole ledger of one moment, in a file that is there verified or not at all."""

import re
import signal
import sqlite3
import stat
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import filelock
import pytest
from msgspec.structs import replace

from foedus.ledger.filters import ClaimFilter
from foedus.ledger.store import Ledger
from foedus.model.errors import LedgerError
from tests.ledger.copies import exported, last_link, rows
from tests.ledger.every_table import fill
from tests.ledger.reports import report, reports
from tests.ledger.test_open import open_folder, powerless

__all__ = ["open_folder", "powerless"]

_KILLED = """
import os, signal, sys
from pathlib import Path
from foedus.ledger.copies import backup, beside
from foedus.ledger.store import Ledger
moments = {"copied": (backup, "assert_sound"), "verified": (beside, "stand_alone"), "synced": (beside, "_put")}
setattr(*moments[sys.argv[3]], lambda *args: os.kill(os.getpid(), signal.SIGKILL))
with Ledger.open(sys.argv[1]) as ledger:
    ledger.backup(Path(sys.argv[2]))
"""


def test_a_backup_is_the_ledger(place: str, tmp_path: Path) -> None:
    fill(place)
    file = tmp_path / "backup.db"
    with Ledger.open(place) as ledger:
        done = ledger.backup(file)
        held = ledger.counts()
    assert rows(file) == rows(place)
    assert exported(file) == exported(place)
    assert last_link(file) == last_link(place) == done.link
    assert (done.file, done.documents, done.claims, done.batches) == (file, held.documents, held.claims, held.batches)
    assert [one.name for one in tmp_path.iterdir() if "backup" in one.name and "lock" not in one.name] == ["backup.db"]


def test_a_backup_is_searched_and_written_to_like_any_ledger(place: str, tmp_path: Path) -> None:
    with Ledger.open(place) as ledger:
        ledger.add(reports(0, 5))
        ledger.backup(tmp_path / "backup.db")
        found = [claim.id for claim in ledger.claims(ClaimFilter(text="tanks"))]
    with Ledger.open(tmp_path / "backup.db") as copy:
        assert [claim.id for claim in copy.claims(ClaimFilter(text="tanks"))] == found != []
        assert copy.add([report(9)]).documents == 1
    last_link(tmp_path / "backup.db")


def test_claims_that_share_an_id_are_no_damage(place: str, tmp_path: Path) -> None:
    told, found = report(1)
    with Ledger.open(place) as ledger:
        ledger.add([(told, [found[0], replace(found[0], certainty="probable")])])
        assert ledger.backup(tmp_path / "backup.db").claims == 2


def test_an_empty_ledger_can_be_backed_up(place: str, tmp_path: Path) -> None:
    with Ledger.open(place) as ledger:
        done = ledger.backup(tmp_path / "backup.db")
    assert (done.documents, done.batches, done.link) == (0, 0, None)
    assert rows(tmp_path / "backup.db") == rows(place)


def test_a_backup_while_another_writes_holds_whole_batches(place: str, tmp_path: Path) -> None:
    with Ledger.open(place) as ledger:
        ledger.add(reports(0, 20))
    done = threading.Event()

    def write() -> None:
        with Ledger.open(place) as other:
            for first in range(20, 400, 20):
                other.add(reports(first, first + 20))
                if done.is_set():
                    break

    writer = threading.Thread(target=write)
    with Ledger.open(place) as ledger:
        writer.start()
        try:
            kept = [ledger.backup(tmp_path / f"{number}.db") for number in range(4)]
        finally:
            done.set()
            writer.join()
    for one in kept:
        assert one.documents == 20 * one.batches
        assert one.claims == 2 * one.documents
    assert kept[-1].batches > kept[0].batches


def test_an_earlier_backup_is_replaced(place: str, tmp_path: Path) -> None:
    file = tmp_path / "backup.db"
    with Ledger.open(place) as ledger:
        ledger.add([report(1)])
        ledger.backup(file)
        ledger.add([report(2)])
        assert ledger.backup(file).documents == 2
    assert rows(file) == rows(place)


def test_nothing_else_is_replaced(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "other.db") as other:
        other.add([report(5)])
    (tmp_path / "notes.txt").write_text("Arland delivered tanks.")
    with Ledger.open(tmp_path / "case.db") as ledger:
        ledger.add([report(1)])
        with pytest.raises(LedgerError, match=r"case\.db is the ledger itself; give the backup another name"):
            ledger.backup(tmp_path / "case.db")
        with pytest.raises(LedgerError, match=r"other\.db is there and no backup of .*case\.db"):
            ledger.backup(tmp_path / "other.db")
        with pytest.raises(LedgerError, match=r"notes\.txt is no ledger"):
            ledger.backup(tmp_path / "notes.txt")
        ledger.backup(tmp_path / "backup.db")
        with Ledger.open(tmp_path / "backup.db") as copy:
            copy.add([report(3)])
        with pytest.raises(LedgerError, match=r"backup\.db is there and holds what .*case\.db does not"):
            ledger.backup(tmp_path / "backup.db")
    assert exported(tmp_path / "other.db").count(b"\n") == 2
    assert exported(tmp_path / "backup.db").count(b"\n") == 4
    assert (tmp_path / "notes.txt").read_text() == "Arland delivered tanks."


def test_a_backup_that_somebody_reads_is_not_replaced_under_his_hands(tmp_path: Path) -> None:
    file = tmp_path / "backup.db"
    with Ledger.open(tmp_path / "case.db") as ledger:
        ledger.add([report(1)])
        ledger.backup(file)
        with Ledger.open(file) as reader:
            reader.add([report(1, lang="fr")])
            claims = reader.claims()
            next(claims)
            with pytest.raises(LedgerError, match=r"is open in another program|holds what"):
                ledger.backup(file)
            assert len(list(claims)) == 1


def test_without_texts_the_chain_still_holds(place: str, tmp_path: Path) -> None:
    fill(place)
    file = tmp_path / "shared.db"
    with Ledger.open(place) as ledger:
        ledger.backup(file, texts=False)
    assert last_link(file) == last_link(place)
    assert exported(file) == exported(place)
    kept, whole = rows(file), rows(place)
    assert ("texts", "left out") in kept.pop("ledger")
    assert {row[3] for row in kept.pop("documents")} == {None}
    assert kept == {name: whole[name] for name in kept}
    assert b"Minister Quorn1 said Arland" in Path(file).read_bytes(), "the sentence that carries a claim stays"
    with Ledger.open(file) as copy:
        assert len(list(copy.claims(ClaimFilter(text="tanks")))) > 0


def test_texts_that_are_in_a_backup_are_never_written_over_by_none(tmp_path: Path) -> None:
    whole, shared = tmp_path / "whole.db", tmp_path / "shared.db"
    with Ledger.open(tmp_path / "case.db") as ledger:
        ledger.add([report(1)])
        ledger.backup(whole)
        ledger.backup(shared, texts=False)
        with pytest.raises(LedgerError, match=r"whole\.db is there and holds the texts, which this backup of"):
            ledger.backup(whole, texts=False)
        ledger.backup(shared, texts=False)
    with Ledger.open(shared) as poorer:
        with pytest.raises(LedgerError, match=r"whole\.db is there and holds the texts"):
            poorer.backup(whole)
        poorer.backup(tmp_path / "poor.db")
    assert rows(tmp_path / "poor.db") == rows(shared)


def test_without_texts_nothing_but_claimed_sentences_is_in_the_file(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "case.db") as ledger:
        told, found = report(1)
        assert ledger.add([(told, found[:1])]).claims == 1
        ledger.backup(tmp_path / "whole.db")
        ledger.backup(tmp_path / "shared.db", texts=False)
    assert b"jets from Carland" in (tmp_path / "whole.db").read_bytes()
    shared = (tmp_path / "shared.db").read_bytes()
    assert b"delivered 12 tanks" in shared
    assert b"jets from Carland" not in shared
    assert b"carland" not in shared.lower()


def test_a_text_that_was_withdrawn_is_in_no_backup(tmp_path: Path) -> None:
    fill(str(tmp_path / "case.db"))
    with Ledger.open(tmp_path / "case.db") as ledger:
        ledger.backup(tmp_path / "backup.db")
    assert b"Quorn4" not in (tmp_path / "backup.db").read_bytes()
    assert b"Quorn3" in (tmp_path / "backup.db").read_bytes()


def test_a_ledger_that_is_not_whole_gives_no_backup(place: str, tmp_path: Path) -> None:
    with Ledger.open(place) as ledger:
        ledger.add([report(1)])
        with ledger._store.writing() as connection:
            connection.exec_driver_sql("INSERT INTO batches VALUES (9, '2031', 'read', NULL, NULL, NULL)")
        with pytest.raises(LedgerError, match=r"the copy of .+ is not whole: batch 9"):
            ledger.backup(tmp_path / "backup.db")
    assert [one.name for one in tmp_path.iterdir() if "backup" in one.name] == []


def test_the_rights_on_the_ledger_go_to_its_backup(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "case.db") as ledger:
        (tmp_path / "case.db").chmod(0o600)
        ledger.backup(tmp_path / "backup.db")
        ledger.backup(tmp_path / "shared.db", texts=False)
    assert stat.S_IMODE((tmp_path / "backup.db").stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "shared.db").stat().st_mode) == 0o600


@pytest.mark.parametrize("moment", ["copied", "verified", "synced"])
def test_a_killed_backup_leaves_the_earlier_one_and_the_next_takes_its_place(tmp_path: Path, moment: str) -> None:
    file = tmp_path / "backup.db"
    with Ledger.open(tmp_path / "case.db") as ledger:
        ledger.add([report(1)])
        ledger.backup(file)
        ledger.add([report(2)])
    before = file.read_bytes()
    command = [sys.executable, "-c", _KILLED, str(tmp_path / "case.db"), str(file), moment]
    died = subprocess.run(command, check=False, capture_output=True, text=True)
    assert died.returncode == -signal.SIGKILL, died.stderr
    assert file.read_bytes() == before
    with Ledger.open(tmp_path / "case.db") as ledger:
        assert ledger.backup(file).documents == 2
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith(".")] == []


def test_two_backups_to_one_place_do_not_meet(tmp_path: Path) -> None:
    busy = pytest.raises(LedgerError, match=r"backup\.db is being made by another process; wait for it to end")
    with Ledger.open(tmp_path / "case.db") as ledger, filelock.FileLock(tmp_path / ".backup.db.making"), busy:
        ledger.backup(tmp_path / "backup.db")


def test_where_nothing_may_be_written_that_is_told(open_folder: Path, request: pytest.FixtureRequest) -> None:
    with Ledger.open(open_folder / "case.db") as ledger:
        ledger.add([report(1)])
    (open_folder / "case.db").chmod(0o444)
    (open_folder / "free").mkdir(mode=0o777)
    (open_folder / "free").chmod(0o777)
    open_folder.chmod(0o555)
    request.getfixturevalue("powerless")
    with Ledger.open(open_folder / "case.db") as ledger:
        with pytest.raises(LedgerError, match=r"backup\.db cannot be used: Permission denied; check disk and rights"):
            ledger.backup(open_folder / "backup.db")
        for texts in (False, True):  # what may only be read can be backed up elsewhere
            assert ledger.backup(open_folder / "free" / "backup.db", texts=texts).documents == 1


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    missing = pytest.raises(LedgerError, match=r"the folder .*nowhere does not exist; make it")
    with Ledger.open(tmp_path / "case.db") as ledger, missing:
        ledger.backup(tmp_path / "nowhere" / "backup.db")


@pytest.mark.parametrize("texts", [True, False])
def test_a_full_disk_leaves_no_backup_and_one_line(tmp_path: Path, texts: bool) -> None:
    limited = f"""
import resource, sys
from pathlib import Path
from foedus.ledger.store import Ledger
from foedus.model.errors import LedgerError
with Ledger.open(sys.argv[1]) as ledger:
    hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, hard))
    try:
        ledger.backup(Path(sys.argv[2]), texts={texts})
    except LedgerError as error:
        print(error)
"""
    with Ledger.open(tmp_path / "case.db") as ledger:
        ledger.add(reports(0, 100))
    command = [sys.executable, "-c", limited, str(tmp_path / "case.db"), str(tmp_path / "backup.db")]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    (line,) = done.stdout.splitlines()
    assert re.search(r"backup\.db(\.partial)? cannot be (written|used)", line), line
    assert [one.name for one in tmp_path.iterdir() if "backup" in one.name] == []
    with closing(sqlite3.connect(tmp_path / "case.db")) as connection:
        assert connection.execute("SELECT count(*) FROM documents").fetchone() == (100,)
