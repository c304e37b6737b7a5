"""A process killed while it writes leaves whole batches, and a ledger that goes on."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from foedus.ledger.store import Ledger
from tests.ledger.reports import reports

BATCH = 20
_WRITE = """
import itertools, os, signal, sys
from sqlalchemy import Engine, event
from foedus.ledger.store import Ledger
from foedus.ledger.stores.postgres import PostgresStore
from tests.ledger.reports import reports
place, size, statements = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
ledger = Ledger.open(place)
start = ledger.counts().documents

def die(*args):
    global statements
    statements -= 1
    if statements == 0:
        os.kill(os.getpid(), signal.SIGKILL)

def copied(store, *rows, copy=PostgresStore.bulk_insert):
    copy(store, *rows)
    die()

if statements:
    event.listen(Engine, "after_cursor_execute", die)
    PostgresStore.bulk_insert = copied  # COPY passes by the library's events
print("writes", flush=True)
for first in itertools.count(start, size):
    ledger.add(reports(first, first + size))
"""


def _writer(place: str, statements: int = 0) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", _WRITE, place, str(BATCH), str(statements)]
    root = Path(__file__).parents[2]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=root)


def _assert_whole(place: str) -> int:
    with Ledger.open(place, create=False) as ledger:
        counts = ledger.counts()
        assert counts.documents == counts.pages == counts.batches * BATCH
        assert counts.claims == 2 * counts.documents
        assert ledger.check() == []
        return counts.documents


def test_ten_kills_leave_whole_batches_only(place: str) -> None:
    held = 0
    for kill in range(10):
        with _writer(place) as writer:
            assert writer.stdout is not None
            assert writer.stdout.readline() == "writes\n"
            time.sleep(0.15 + 0.013 * kill)
            writer.kill()
        now = _assert_whole(place)
        assert now >= held
        held = now
    assert held > 0
    with Ledger.open(place) as ledger:
        assert ledger.add(reports(held, held + BATCH)).documents == BATCH


@pytest.mark.parametrize("statements", [1, 3, 5, 7, 9])
def test_a_kill_inside_a_batch_leaves_nothing_of_it(place: str, statements: int) -> None:
    with Ledger.open(place) as ledger:
        ledger.add(reports(0, BATCH))
    with _writer(place, statements) as writer:
        writer.wait(timeout=60)
    assert writer.returncode == -9
    assert _assert_whole(place) == BATCH
    with Ledger.open(place) as ledger:  # the lock went with its holder
        assert ledger.add(reports(BATCH, 2 * BATCH)).documents == BATCH
