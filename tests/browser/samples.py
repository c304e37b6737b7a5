"""The ledger of the sample reports: read as `make run` reads them."""

import subprocess
from pathlib import Path

from foedus.ledger.copies.restore import restore
from tests.cli.command import COMMAND, environment


def read_samples(target: Path) -> None:
    """Read them into a ledger, and put a whole copy of it at `target`, where there is nothing yet."""
    folder = target.with_suffix(".reading")
    folder.mkdir()
    shipped = subprocess.run([COMMAND, "samples"], capture_output=True, check=True, env=environment(), text=True)
    ledger = folder / "read.db"
    command = [COMMAND, "read", shipped.stdout.strip(), "--ledger", str(ledger)]
    done = subprocess.run(
        command, capture_output=True, check=False, cwd=folder, env=environment(), stdin=subprocess.DEVNULL
    )
    # 1 says that some report could not be read, as one of them is meant to show
    assert done.returncode in (0, 1), done.stderr.decode()
    restore(ledger, target)
