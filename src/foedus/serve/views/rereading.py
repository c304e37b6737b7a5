"""Reading a document again while somebody waits for a page: only so long ones, and one at a time.

The reader is slow to load and to read with, and a server holds it once.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from foedus.model.document import Document
from foedus.model.errors import LedgerError, UsageError

LONGEST = 60_000
"""Characters of a document that is read again for a page."""
PATIENCE = 15.0
"""Seconds that one waits for another's reading to end."""

_at_work = threading.Lock()


@contextmanager
def rereading(document: Document, instead: str) -> Iterator[None]:
    """Hold the reader for a document; UsageError, which names the command that takes its time `instead`, where the
    document is too long, LedgerError where others keep the reader busy."""
    if len(document.text) > LONGEST:
        raise UsageError(
            f"document {document.id} has {len(document.text):,} characters, too many to be read again here: "
            f"`{instead}` takes its time"
        )
    if not _at_work.acquire(timeout=PATIENCE):
        raise LedgerError("the reader is at work for somebody else: ask again in a moment")
    try:
        yield
    finally:
        _at_work.release()
