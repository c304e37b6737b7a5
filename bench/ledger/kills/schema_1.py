"""A ledger of schema 1, as large as one likes: the released one, with made-up reports written as it wrote them."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from bench.ledger.generate import batches
from foedus.ledger.records import claim_values, document_values, filler_rows, instant, page_values, voice_rows
from foedus.model.claim import Claim
from foedus.model.document import Document

RELEASED = Path(__file__).parents[3] / "tests" / "ledger" / "released" / "1.sql"


def make(file: Path, claims: int) -> None:
    """A ledger of about so many claims more than the released one has."""
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.executescript(RELEASED.read_text(encoding="utf-8"))
        connection.execute("BEGIN")
        for made in batches(claims):
            _write(connection, instant(made.at), made.documents)
        connection.execute("COMMIT")


def _write(connection: sqlite3.Connection, at: str, read: Sequence[tuple[Document, Sequence[Claim]]]) -> None:
    (batch,) = connection.execute("SELECT max(id) + 1 FROM batches").fetchone()
    (latest,) = connection.execute("SELECT max(started) FROM batches").fetchone()
    at = max(at, latest)
    _insert(connection, "batches", id=batch, started=at, finished=at, command="foedus read more", reader="rules/1")
    for document, found in read:
        known = connection.execute("SELECT 1 FROM documents WHERE id = ?", (document.id,)).fetchone()
        if known:
            connection.execute(
                "UPDATE claims SET superseded_at = ? WHERE document = ? AND superseded_at IS NULL", (at, document.id)
            )
        else:
            _see(connection, document, {"batch": batch, "learned_at": at})
        for twin, claim in _twins(found):
            _claim(connection, claim, twin, {"batch": batch, "learned_at": at})


def _see(connection: sqlite3.Connection, document: Document, stamp: dict[str, Any]) -> None:
    text = {name: value for name, value in document_values(document).items() if name != "characters"}
    page = page_values(document)
    _insert(connection, "documents", **text, **page, **stamp)
    seen = {name: value for name, value in page.items() if name != "lang"}
    _insert(connection, "sightings", document=document.id, **seen, **stamp)


def _twins(found: Sequence[Claim]) -> Iterator[tuple[int, Claim]]:
    seen: list[str] = []
    for claim in found:
        yield seen.count(claim.id), claim
        seen.append(claim.id)


def _claim(connection: sqlite3.Connection, claim: Claim, twin: int, stamp: dict[str, Any]) -> None:
    values = {name: value for name, value in claim_values(claim).items() if name != "published_on"}
    cursor = _insert(connection, "claims", **values, twin=twin, document=claim.document.id, **stamp)
    reading = cursor.lastrowid
    assert reading is not None
    fillers = [row[:-1] for row in filler_rows(claim, reading)]  # without the day of publication, which came later
    connection.executemany("INSERT INTO fillers VALUES (?, ?, ?, ?, ?, ?, ?)", fillers)
    connection.executemany("INSERT INTO voices VALUES (?, ?, ?, ?, ?)", voice_rows(claim, reading))


def _insert(connection: sqlite3.Connection, table: str, **values: object) -> sqlite3.Cursor:
    names, marks = ", ".join(values), ", ".join("?" * len(values))
    return connection.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", list(values.values()))  # noqa: S608 - our names
