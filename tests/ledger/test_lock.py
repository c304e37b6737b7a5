"""One writer at a time, among processes and threads; readers are never in the way."""

import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import func, select, text

from foedus.ledger.store import Ledger
from foedus.ledger.stores.file_lock import FileLock
from foedus.ledger.stores.opening import open_store
from foedus.ledger.stores.store import Store
from foedus.model.errors import LedgerError
from tests import postgres
from tests.ledger.reports import report, reports
from tests.ledger.test_store import SCRATCH

_HOLD = """
import sys
from foedus.ledger.stores.opening import open_store
with open_store(sys.argv[1], create=True, lock_seconds=1).lock.held():
    print("held", flush=True)
    sys.stdin.read()
"""
_HELD = "is being written by another process; wait for it to end or use an"


@contextmanager
def _another_process_holds(place: str) -> "Iterator[subprocess.Popen[str]]":
    command = [sys.executable, "-c", _HOLD, place]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        yield other


@pytest.fixture
def store(place: str) -> Iterator[Store]:
    """A store with a scratch table that waits for others a little."""
    opened = open_store(place, create=True, lock_seconds=0.3)
    with opened.writing() as connection:
        SCRATCH.create(connection)
    yield opened
    opened.close()


def _write(store: Store, number: int) -> None:
    with store.writing() as connection:
        store.bulk_insert(connection, SCRATCH, [(number, "", None)])


def _count(store: Store) -> int:
    with store.reading() as connection:
        return connection.scalar(select(func.count()).select_from(SCRATCH)) or 0


def test_a_store_written_by_another_process_is_told_and_stays_readable(store: Store, place: str) -> None:
    _write(store, 1)
    with _another_process_holds(place) as other:
        start = time.monotonic()
        with pytest.raises(LedgerError, match=_HELD):
            _write(store, 2)
        assert 0.25 < time.monotonic() - start < 5
        assert _count(store) == 1
        reader = open_store(place, create=False, lock_seconds=0)
        assert _count(reader) == 1
        reader.close()
        other.communicate("")
    _write(store, 2)
    assert _count(store) == 2


def test_a_writer_waits_for_its_turn(store: Store, place: str) -> None:
    patient = open_store(place, create=False, lock_seconds=30)
    with ThreadPoolExecutor(1) as pool:
        with store.lock.held():
            waiting = pool.submit(_write, patient, 2)
            time.sleep(0.2)
            assert not waiting.done()
            _write(store, 1)
        waiting.result(timeout=30)
    assert _count(store) == 2
    patient.close()


def test_the_lock_of_a_killed_process_is_free(store: Store, place: str) -> None:
    with _another_process_holds(place) as other:
        other.kill()
        other.wait()
        time.sleep(0.1)  # the server notices the end of a session a moment later
        _write(store, 1)
    assert _count(store) == 1


def test_a_session_that_ends_takes_lock_and_transaction_with_it(server: postgres.Server) -> None:
    where = server.fresh()
    one, other = (open_store(where, create=True, lock_seconds=0) for _ in range(2))
    with one.writing() as connection:
        SCRATCH.create(connection)
    with pytest.raises(LedgerError, match="was lost in the middle"), one.writing() as connection:
        session = connection.scalar(text("SELECT pg_backend_pid()"))
        one.bulk_insert(connection, SCRATCH, [(1, "", None)])
        with pytest.raises(LedgerError, match=_HELD):
            _write(other, 1)
        server.execute(f"SELECT pg_terminate_backend({session}, 5000)")
        _write(other, 1)
        one.bulk_insert(connection, SCRATCH, [(2, "", None)])
    _write(one, 3)
    assert _count(one) == 2
    one.close()
    other.close()


def test_a_link_to_the_file_shares_its_lock(tmp_path: Path) -> None:
    file, link = tmp_path / "foedus.db", tmp_path / "link.db"
    open_store(file, create=True, lock_seconds=0).close()
    link.symlink_to(file)
    store = open_store(link, create=False, lock_seconds=0.1)
    with FileLock(file, 0).held(), pytest.raises(LedgerError, match=_HELD), store.writing():
        pass
    store.close()


def test_threads_write_one_after_another(place: str) -> None:
    with Ledger.open(place, lock_seconds=30) as ledger:
        with ThreadPoolExecutor(4) as pool:
            list(pool.map(lambda n: ledger.add(reports(n * 5, n * 5 + 5)), range(8)))
        assert ledger.counts()[:5] == (40, 40, 80, 0, 8)


def test_a_ledger_written_by_another_process_is_told_and_goes_on(place: str) -> None:
    with Ledger.open(place, lock_seconds=0.2) as ledger:
        ledger.add([report(1)])
        with _another_process_holds(place):
            with pytest.raises(LedgerError, match=_HELD):
                ledger.add([report(2)])
            assert ledger.counts().documents == 1
        assert ledger.add([report(2)]).documents == 1


def test_a_reader_in_the_middle_keeps_its_view_while_another_writes(place: str) -> None:
    with Ledger.open(place) as reader, Ledger.open(place) as writer:
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
        view.close()  # type: ignore[attr-defined]  # an iterator that is a generator
    assert not (tmp_path / "foedus.db-wal").exists()
