"""The claims of one day, to be looked up by their document: in a file that is gone with the process, not in memory."""

import sqlite3
from collections.abc import Iterable

import msgspec

from foedus.model.claim import Claim, DocumentRef
from foedus.model.claim_json import from_json

_TABLE = """
CREATE TABLE claims (document BLOB, place INTEGER, record TEXT, PRIMARY KEY (document, place)) WITHOUT ROWID, STRICT
"""


class ClaimShelf:
    """Holds claims of documents, by their places; of a page that was read twice the claims are held once."""

    def __init__(self) -> None:
        """Empty; SQLite keeps it in a temporary file of its own."""
        self._store = sqlite3.connect("", isolation_level=None)
        self._store.execute(_TABLE)

    def fill(self, rows: Iterable[tuple[int, str]]) -> None:
        """Claims as JSON, each with its place in the document, instead of all others; InputError where one is none."""
        self._store.execute("DELETE FROM claims")
        self._store.execute("BEGIN")
        keyed = ((_key(from_json(record).document), place, record) for place, record in rows)
        self._store.executemany("INSERT OR IGNORE INTO claims VALUES (?, ?, ?)", keyed)
        self._store.execute("COMMIT")

    def of(self, document: DocumentRef) -> list[Claim]:
        """The claims of a document in their order."""
        asked = self._store.execute("SELECT record FROM claims WHERE document = ? ORDER BY place", (_key(document),))
        return [from_json(record) for (record,) in asked]

    def close(self) -> None:
        """Let go of the file."""
        self._store.close()


def _key(document: DocumentRef) -> bytes:
    """By all that is known of the page: the same text on another page may have been read as of another day."""
    return msgspec.json.encode(document)
