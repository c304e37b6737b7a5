"""What the first views of a large ledger would wait for, made when the server starts: columns and sums beside it.

In a process of its own, last in line for the processor, so that the first page comes meanwhile as fast as any. Of a
ledger to which little was written since, nothing is made: the first view brings that in unnoticed.
"""

import subprocess
import sys
from contextlib import suppress

from foedus.model.errors import FoedusError
from foedus.register.network import scheme
from foedus.serve.house import House

WORTH = 20_000
"""Versions of claims that are brought in in half a second."""
_SECONDS = 5


class Warming:
    """Started with `start`, ended with `stop`, whichever of both comes to the other's end."""

    def __init__(self) -> None:
        """Nothing is under way."""
        self._process: subprocess.Popen[bytes] | None = None

    def start(self, house: House) -> None:
        """Begin where it is worth it."""
        place = house.settings.place
        if place is None or not _is_worth_it(house):
            return
        command = [sys.executable, "-m", "foedus.serve.warm_worker"]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE)  # noqa: S603 - our own module
        if self._process.stdin is not None:  # not among the arguments: it may hold a password
            self._process.stdin.write(place.encode())
            self._process.stdin.close()

    def stop(self) -> None:
        """End what is under way: half of it is worth nothing, and harms nobody."""
        if self._process is None:
            return
        if self._process.poll() is None:
            self._process.terminate()
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(_SECONDS)


def _is_worth_it(house: House) -> bool:
    try:
        return house.ledger.columns_lack(scheme()) > WORTH
    except FoedusError:  # the views that need them tell of it
        return False
