"""A full disk ends the batch with one line, and the ledger is what it was."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from foedus.ledger.store import Ledger
from foedus.model.errors import LedgerError
from tests.factories import document
from tests.ledger.reports import Read, reports

_LIMITED = """
import resource, sys
from foedus.ledger.store import Ledger
from foedus.model.errors import LedgerError
from tests.ledger.reports import reports
with Ledger.open(sys.argv[1]) as ledger:
    ledger.add(reports(0, 5))
    hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_500_000, hard))
    try:
        ledger.add(reports(5, 2000))
    except LedgerError as error:
        print(error)
    resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
    print(ledger.counts().documents, ledger.add(reports(5, 10)).documents)
"""


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of four megabytes, where this user may mount one."""
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", tmp_path], check=False, capture_output=True
    )
    if made.returncode:
        pytest.skip("mounting a small file system needs the superuser")
    yield tmp_path
    subprocess.run(["umount", tmp_path], check=True)


def test_a_limit_on_file_size_ends_the_batch_and_nothing_else(tmp_path: Path) -> None:
    file = tmp_path / "foedus.db"
    command = [sys.executable, "-c", _LIMITED, str(file)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=Path(__file__).parents[2])
    line, counts = done.stdout.splitlines()
    assert line.startswith(f"{file} cannot be written")
    assert "nothing of this batch was kept" in line
    assert counts == "5 5"
    with Ledger.open(file, create=False) as ledger:
        assert ledger.counts().documents == 10
        assert ledger.check() == []


def test_a_full_disk_ends_the_batch_and_the_ledger_stays_open(small_disk: Path) -> None:
    file = small_disk / "foedus.db"
    long: list[Read] = [(document(f"{number} " + "It rained. " * 5000), []) for number in range(160)]
    with Ledger.open(file) as ledger:
        ledger.add(reports(0, 5))
        with pytest.raises(
            LedgerError, match=r"the disk is full; nothing of this batch was kept|disk fails or is full"
        ):
            ledger.add(long)
        assert ledger.counts().documents == 5
        assert ledger.add(reports(5, 10)).documents == 5
    with Ledger.open(file, create=False) as ledger:
        assert ledger.counts().documents == 10
        assert ledger.check() == []
