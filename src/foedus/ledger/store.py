"""The ledger: one SQLite file that keeps texts, where they were seen, and what they claim.

    with Ledger.open("foedus.db") as ledger:
        ledger.add([(document, claims)])
        for claim in ledger.claims(ClaimFilter(about=("BLR",))):
            ...

Any number of processes may read at once, one writes at a time. Every method raises LedgerError, in one line with
the remedy, where the file cannot be read, written or understood.
"""

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from sqlalchemy import Engine

from foedus.ledger import engine as sqlite
from foedus.ledger.check import findings
from foedus.ledger.create import create_tables, is_empty, verify
from foedus.ledger.filters import ClaimFilter
from foedus.ledger.location import existing_file
from foedus.ledger.lock import WriterLock
from foedus.ledger.lookup import find_claim, find_document
from foedus.ledger.query import select_claims, select_counts, select_documents, select_pages
from foedus.ledger.rows import claim_of, document_of, instant
from foedus.ledger.trouble import told
from foedus.ledger.write import Added, Batch, write_batch
from foedus.model.claim import Claim
from foedus.model.document import Document
from foedus.model.errors import LedgerError

__all__ = ["Added", "Counts", "Ledger"]

_STREAM = 500
"""Rows fetched at once while streaming."""
_LOG_BYTES = 16 * 1024 * 1024
"""The write-ahead log is brought into the file when it has grown so far."""
_EVERYTHING = ClaimFilter()


class Counts(NamedTuple):
    """How much a ledger holds; a page is a text at one address and outlet, so copies count as pages only."""

    documents: int
    pages: int
    claims: int
    superseded: int
    batches: int


class Ledger:
    """An open ledger; close it, or use it as a context manager."""

    def __init__(self, file: Path, engine: Engine, lock: WriterLock | None, clock: Callable[[], datetime]) -> None:
        """As `open` made it; without a lock it is read-only."""
        self.file = file
        self._engine = engine
        self._lock = lock
        self._clock = clock

    @classmethod
    def open(
        cls,
        where: str | Path,
        *,
        create: bool = True,
        lock_seconds: float = 5.0,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> Self:
        """Open a file (a path, or `sqlite:///path`), made if it is missing unless `create` is false.

        `lock_seconds` is how long a write waits for another process, `clock` gives the time of a batch.
        """
        file = existing_file(where, create=create)
        with told(file):
            engine, writable = sqlite.connect(file)
            lock = WriterLock(file, lock_seconds) if writable else None
            try:
                if create and lock and is_empty(engine):
                    with lock.held():
                        create_tables(engine, clock())
                verify(engine, file)
            except BaseException:
                engine.dispose()
                raise
        return cls(file, engine, lock, clock)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file. The last one out empties the log, under the lock, as every checkpoint must be."""
        if self._lock is None:
            self._engine.dispose()
            return
        # where another process holds the lock it has the file open too, and will empty the log itself
        with suppress(LedgerError), self._lock.held(0.1), told(self.file):
            sqlite.checkpoint(self._engine, whole=True)
            self._engine.dispose()
        self._engine.dispose()

    def add(self, batch: Batch, *, note: str | None = None) -> Added:
        """Write documents with the claims read from them: all of the batch or nothing.

        What is known stays as it is; a text seen on another page is a new sighting; a claim that a text no longer
        gives, or gives otherwise, is kept as superseded. A batch that brings nothing leaves no trace. `note` is
        what the batch is remembered by, the command for one.
        """
        if self._lock is None:
            raise LedgerError(
                f"{self.file} is read-only; check the rights on it and its folder, or use another --ledger"
            )
        with told(self.file), self._lock.held():
            with self._engine.connect() as connection, sqlite.writing(connection).begin() as transaction:
                added = write_batch(connection, batch, note=note, now=instant(self._clock()))
                if not added.anything:
                    transaction.rollback()
            if sqlite.log_bytes(self.file) > _LOG_BYTES:
                sqlite.checkpoint(self._engine, whole=False)
        return added

    def documents(self) -> Iterator[Document]:
        """All texts, with the page where each was first seen, by date of publication and id."""
        with told(self.file), self._engine.connect() as connection:
            for row in connection.execution_options(yield_per=_STREAM).execute(select_documents()).mappings():
                yield document_of(row)

    def pages(self, document: str | None = None) -> Iterator[Document]:
        """Every page seen (those of one document, by its id): its text with its own metadata."""
        with told(self.file), self._engine.connect() as connection:
            found = connection.execution_options(yield_per=_STREAM).execute(select_pages(document))
            for row in found.mappings():
                yield document_of(row)

    def document(self, id_or_prefix: str) -> Document:
        """The document whose id or hash begins so; LedgerError names the nearest, or the candidates."""
        with told(self.file), self._engine.connect() as connection:
            return document_of(find_document(connection, id_or_prefix))

    def claims(self, which: ClaimFilter = _EVERYTHING) -> Iterator[Claim]:
        """Current claims, by the document's date and id, then their place in the text, then their id."""
        with told(self.file), self._engine.connect() as connection:
            for record in connection.execution_options(yield_per=_STREAM).scalars(select_claims(which)):
                yield claim_of(record)

    def claim(self, id_or_prefix: str) -> Claim:
        """The claim whose id begins so, superseded or not; LedgerError names the nearest, or the candidates."""
        with told(self.file), self._engine.connect() as connection:
            return find_claim(connection, id_or_prefix)

    def counts(self) -> Counts:
        """How much the ledger holds."""
        with told(self.file), self._engine.connect() as connection:
            return Counts(*connection.execute(select_counts()).one())

    def check(self) -> list[str]:
        """What is wrong with the ledger, a line each: file, links, hashes, records against their texts."""
        with told(self.file), self._engine.connect() as connection:
            return list(findings(connection))
