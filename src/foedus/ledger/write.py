"""A batch into the tables: what is new is added, what is known stays, what no longer holds is superseded."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from msgspec.structs import replace
from sqlalchemy import Connection, bindparam, func, select, update
from sqlalchemy.dialects.sqlite import insert

from foedus.ledger.rows import (
    Stamp,
    claim_of,
    claim_values,
    document_values,
    filler_values,
    sighting_values,
    voice_values,
)
from foedus.ledger.schema import batches, claims, documents, fillers, sightings, voices
from foedus.model.claim import Claim, DocumentRef
from foedus.model.document import Document
from foedus.model.errors import LedgerError

Batch = Sequence[tuple[Document, Sequence[Claim]]]
_CHUNK = 500
"""Ids asked for at once; SQLite takes 32,766 values in one statement."""


@dataclass(frozen=True, slots=True)
class Added:
    """What a batch changed: new texts, new readings of statements, texts that were known already, pages not
    seen before (of new texts too), readings that are no longer current."""

    documents: int
    claims: int
    known: int
    sightings: int = 0
    superseded: int = 0

    @property
    def anything(self) -> bool:
        """Whether the ledger is not what it was."""
        return bool(self.documents or self.claims or self.sightings or self.superseded)


class _Key(NamedTuple):
    id: str
    twin: int


class _Current(NamedTuple):
    reading: int
    record: str


def write_batch(connection: Connection, batch: Batch, *, note: str | None, now: str) -> Added:
    """Write a batch within the caller's transaction; nothing stays where an error ends it."""
    stamp = _start(connection, note, now, batch)
    texts = {document.sha256: document for document, _ in reversed(batch)}
    known = _known(connection, list(texts))
    refs = {sha256: text.ref for sha256, text in texts.items()} | known
    new = [document_values(text, stamp) for sha256, text in texts.items() if sha256 not in known]
    if new:
        connection.execute(documents.insert(), new)
    seen = _see(connection, batch, stamp)
    added, superseded = _read(connection, _wanted(batch, refs), [ref.id for ref in known.values()], stamp)
    connection.execute(update(batches).where(batches.c.id == stamp.batch).values(finished=stamp.learned_at))
    return Added(len(new), added, len(batch) - len(new), seen, superseded)


def _start(connection: Connection, note: str | None, now: str, batch: Batch) -> Stamp:
    """The batch's number and time; the ledger's time never runs backwards, whatever the clock does."""
    latest = connection.scalar(select(func.max(batches.c.started)))
    started = max(now, latest or now)
    marks = {f"{claim.reader.name}/{claim.reader.version}" for _, found in batch for claim in found}
    row = {"started": started, "command": note, "reader": ", ".join(sorted(marks)) or None}
    number = connection.scalar(batches.insert().returning(batches.c.id), row)
    return Stamp(int(number or 0), started)


def _known(connection: Connection, hashes: Sequence[str]) -> dict[str, DocumentRef]:
    """Texts that the ledger holds already, with the page that it names them by."""
    fields = [documents.c[field] for field in DocumentRef.__struct_fields__]
    found: dict[str, DocumentRef] = {}
    for some in _chunks(hashes):
        for row in connection.execute(select(*fields).where(documents.c.sha256.in_(some))):
            found[row.sha256] = DocumentRef(*row)
    return found


def _see(connection: Connection, batch: Batch, stamp: Stamp) -> int:
    rows = [sighting_values(document, stamp) for document, _ in batch]
    return connection.execute(insert(sightings).on_conflict_do_nothing(), rows).rowcount if rows else 0


def _read(connection: Connection, wanted: Mapping[_Key, Claim], known: Sequence[str], stamp: Stamp) -> tuple[int, int]:
    """Readings of the batch: how many are new, and how many current ones they supersede."""
    current = _current(connection, known)
    new = {key: claim for key, claim in wanted.items() if not _stays(claim, current.get(key))}
    gone = [old.reading for key, old in current.items() if key not in wanted or key in new]
    if gone:
        _supersede(connection, gone, stamp)
    if new:
        _insert(connection, new, stamp)
    return len(new), len(gone)


def _wanted(batch: Batch, refs: Mapping[str, DocumentRef]) -> dict[_Key, Claim]:
    """Claims by id, each with the page that the ledger names its text by.

    A text that comes twice in a batch is one text: its last reading that found anything counts.
    """
    readings: dict[str, Sequence[Claim]] = {}
    for document, found in batch:
        for claim in found:
            if claim.document.sha256 != document.sha256:
                raise LedgerError(
                    f"claim {claim.id} belongs to document {claim.document.id}, not to {document.id}: "
                    "a claim is kept with the text that it was read from"
                )
        if found:
            readings[document.sha256] = found
    twins: Counter[str] = Counter()
    wanted: dict[_Key, Claim] = {}
    for sha256, found in readings.items():
        for claim in found:
            wanted[_Key(claim.id, twins[claim.id])] = replace(claim, document=refs[sha256])
            twins[claim.id] += 1
    return wanted


def _current(connection: Connection, ids: Sequence[str]) -> dict[_Key, _Current]:
    current: dict[_Key, _Current] = {}
    asked = select(claims.c.id, claims.c.twin, claims.c.reading, claims.c.record)
    for some in _chunks(ids):
        found = asked.where(claims.c.document.in_(some), claims.c.superseded_at.is_(None))
        for row in connection.execute(found):
            current[_Key(row.id, row.twin)] = _Current(row.reading, row.record)
    return current


def _stays(claim: Claim, old: _Current | None) -> bool:
    """Whether a reading says what the ledger holds; another version of the reader or its rule says nothing else."""
    if old is None:
        return False
    stored = claim_of(old.record)
    mark = replace(claim.reader, version=stored.reader.version, rule=stored.reader.rule)
    return replace(claim, reader=mark) == stored


def _supersede(connection: Connection, readings: Sequence[int], stamp: Stamp) -> None:
    statement = update(claims).where(claims.c.reading == bindparam("old"))
    connection.execute(statement.values(superseded_at=stamp.learned_at), [{"old": reading} for reading in readings])


def _insert(connection: Connection, new: Mapping[_Key, Claim], stamp: Stamp) -> None:
    rows = [claim_values(claim, key.twin, stamp) for key, claim in new.items()]
    statement = claims.insert().returning(claims.c.reading, sort_by_parameter_order=True)
    numbers = list(connection.scalars(statement, rows))
    numbered = list(zip(new.values(), numbers, strict=True))
    filled = [row for claim, number in numbered for row in filler_values(claim, number)]
    told = [row for claim, number in numbered for row in voice_values(claim, number)]
    if filled:
        connection.execute(fillers.insert(), filled)
    if told:
        connection.execute(voices.insert(), told)


def _chunks(values: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(values), _CHUNK):
        yield values[start : start + _CHUNK]
