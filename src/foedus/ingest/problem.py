"""What could not be read, and why: a report per item, so that the rest of a batch goes on."""

from typing import NamedTuple

from foedus.model.document import Document


class Problem(NamedTuple):
    """One item (file, or file:line) that gave no document, and the message, which names it and the remedy."""

    item: str
    message: str


Result = Document | Problem
