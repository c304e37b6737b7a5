"""What came of watching so far."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from foedus.ingest.sources import Item
from foedus.intake.tally import Tally

ReadItems = Callable[[str, Iterable[Item]], Tally]
"""Reads items into the ledger, remembered there by a line; what came of it once all of it is kept."""


@dataclass
class Watched:
    """Looks at feeds (`same`: nothing was new, `failed`: nothing came), and what was read of feeds and folders.

    `not_read` are entries and files that gave no document; `new` and `known` are claims.
    """

    looks: int = 0
    same: int = 0
    failed: int = 0
    read: int = 0
    not_read: int = 0
    new: int = 0
    known: int = 0

    def add(self, tally: Tally) -> None:
        """Count what a reading brought."""
        self.read += tally.read + tally.stood
        self.not_read += tally.not_read
        self.new += tally.new + tally.changed
        self.known += tally.known
