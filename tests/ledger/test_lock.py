"""One writer at a time, among processes and threads; readers are never in the way."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from foedus.ledger.store import Ledger
from foedus.ledger.stores.file_lock import FileLock
from foedus.model.errors import LedgerError
from tests.ledger.reports import report, reports

_HOLD = """
import sys
from pathlib import Path
from foedus.ledger.stores.file_lock import FileLock
with FileLock(Path(sys.argv[1]), 1).held():
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_ledger_written_by_another_process_is_told_and_stays_readable(tmp_path: Path) -> None:
    file = tmp_path / "foedus.db"
    with Ledger.open(file, lock_seconds=0.2) as ledger:
        ledger.add([report(1)])
        command = [sys.executable, "-c", _HOLD, str(file)]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
            assert other.stdout is not None
            assert other.stdout.readline() == "held\n"
            with pytest.raises(LedgerError, match="is being written by another process; wait for it to end or use an"):
                ledger.add([report(2)])
            assert ledger.counts().documents == 1
            with Ledger.open(file) as reader:
                assert len(list(reader.claims())) == 2
            other.communicate("")
        assert ledger.add([report(2)]).documents == 1


def test_a_link_to_the_ledger_shares_its_lock(tmp_path: Path) -> None:
    file, link = tmp_path / "foedus.db", tmp_path / "link.db"
    Ledger.open(file).close()
    link.symlink_to(file)
    with FileLock(file, 0).held(), Ledger.open(link, lock_seconds=0.1) as ledger, pytest.raises(LedgerError):
        ledger.add([report()])


def test_threads_write_one_after_another(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "foedus.db", lock_seconds=30) as ledger:
        with ThreadPoolExecutor(4) as pool:
            list(pool.map(lambda n: ledger.add(reports(n * 5, n * 5 + 5)), range(8)))
        assert ledger.counts()[:5] == (40, 40, 80, 0, 8)


def test_a_reader_in_the_middle_keeps_its_view_while_another_writes(tmp_path: Path) -> None:
    file = tmp_path / "foedus.db"
    with Ledger.open(file) as reader, Ledger.open(file) as writer:
        writer.add(reports(0, 600))
        view = reader.claims()
        first = next(view)
        writer.add(reports(600, 700))
        assert 1 + sum(1 for _ in view) == 1200
        assert first in list(reader.claims())
        assert reader.counts().claims == 1400


def test_a_view_left_half_read_lets_the_ledger_close(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "foedus.db") as ledger:
        ledger.add(reports(0, 600))
        view = ledger.claims()
        next(view)
        view.close()  # type: ignore[attr-defined]
    assert not (tmp_path / "foedus.db-wal").exists()
