"""Documents into a ledger as a reading leaves them: compared with the others."""

from collections.abc import Sequence
from pathlib import Path

from foedus.intake.comparing import Comparing
from foedus.ledger.store import Ledger
from foedus.model.claim import Claim
from foedus.model.document import Document


def add_compared(file: Path, batch: Sequence[tuple[Document, Sequence[Claim]]]) -> None:
    """Into the ledger in a file."""
    with Ledger.open(file) as ledger:
        ledger.add(batch)
        list(Comparing(ledger, tell=print).all())
