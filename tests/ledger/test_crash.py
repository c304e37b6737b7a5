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
from tests.ledger.reports import reports
file, size, statements = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
ledger = Ledger.open(file)
start = ledger.counts().documents

def die(*args):
    global statements
    statements -= 1
    if statements == 0:
        os.kill(os.getpid(), signal.SIGKILL)

if statements:
    event.listen(Engine, "after_cursor_execute", die)
print("writes", flush=True)
for first in itertools.count(start, size):
    ledger.add(reports(first, first + size))
"""


def _writer(file: Path, statements: int = 0) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", _WRITE, str(file), str(BATCH), str(statements)]
    root = Path(__file__).parents[2]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=root)


def _assert_whole(file: Path) -> int:
    with Ledger.open(file, create=False) as ledger:
        counts = ledger.counts()
        assert counts.documents == counts.pages == counts.batches * BATCH
        assert counts.claims == 2 * counts.documents
        assert ledger.check() == []
        return counts.documents


def test_ten_kills_leave_whole_batches_only(tmp_path: Path) -> None:
    file = tmp_path / "foedus.db"
    held = 0
    for kill in range(10):
        with _writer(file) as writer:
            assert writer.stdout is not None
            assert writer.stdout.readline() == "writes\n"
            time.sleep(0.15 + 0.013 * kill)
            writer.kill()
        now = _assert_whole(file)
        assert now >= held
        held = now
    assert held > 0
    with Ledger.open(file) as ledger:
        assert ledger.add(reports(held, held + BATCH)).documents == BATCH


@pytest.mark.parametrize("statements", [2, 4, 5, 6, 8])
def test_a_kill_inside_a_batch_leaves_nothing_of_it(tmp_path: Path, statements: int) -> None:
    file = tmp_path / "foedus.db"
    with Ledger.open(file) as ledger:
        ledger.add(reports(0, BATCH))
    with _writer(file, statements) as writer:
        writer.wait(timeout=60)
    assert writer.returncode == -9
    assert _assert_whole(file) == BATCH
