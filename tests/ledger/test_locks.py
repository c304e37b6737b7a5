"""Nobody takes the log away under a writer: what one process does with a file never drops another one's locks."""

import subprocess
import sys
from pathlib import Path

from foedus.ledger.store import Ledger
from tests.ledger.reports import report

_OPEN_AND_CLOSE = """
import sys
from foedus.ledger.store import Ledger
with Ledger.open(sys.argv[1], create=False) as ledger:
    print(ledger.counts().documents)
"""


def test_a_reader_that_closes_leaves_the_writer_its_log(tmp_path: Path) -> None:
    place = tmp_path / "foedus.db"
    with Ledger.open(place) as ledger:
        for number in range(6):
            ledger.add([report(number)])
            with Ledger.open(place, create=False) as beside:  # the same file once more in this process
                assert beside.counts().documents == number + 1
            assert _counted_elsewhere(place) == number + 1
        log = place.with_name("foedus.db-wal")
        assert log.exists()
        ledger.add([report(6)])
    assert _counted_elsewhere(place) == 7
    with Ledger.open(place) as ledger:
        assert ledger.check() == []


def _counted_elsewhere(place: Path) -> int:
    """What another process sees, which is the last one to close as far as it can tell."""
    command = [sys.executable, "-c", _OPEN_AND_CLOSE, str(place)]
    return int(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
