"""Where the claims of a reading go beside the ledger."""

from collections.abc import Sequence
from typing import Protocol

from foedus.model.claim import Claim
from foedus.model.document import Document


class Sink(Protocol):
    """Takes documents in the order in which they are read."""

    def put(self, file: str, document: Document, claims: Sequence[Claim]) -> None:
        """The claims of a document that came from a file (`-` for standard input)."""


class Nowhere:
    """A sink for readings that only the ledger takes."""

    def put(self, file: str, document: Document, claims: Sequence[Claim]) -> None:
        """Nothing."""
