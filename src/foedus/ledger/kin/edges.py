"""Edges between documents, in versions: those found at a document, and those that begin at it."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec
from sqlalchemy import Connection, Select, select

from foedus.ledger.asking.moments import holds
from foedus.ledger.reading.texts import in_parts
from foedus.ledger.records import Values
from foedus.ledger.tables import documents, edges
from foedus.ledger.writing.transaction import Writing
from foedus.model.errors import LedgerError
from foedus.model.story import CopyEdge

Found = dict[str, list[CopyEdge]]
"""Edges by a document's id."""

_decoder = msgspec.json.Decoder(CopyEdge)


def edges_to(connection: Connection, ids: Iterable[str], batch: int | None = None) -> Found:
    """Edges by the document at which they were found, as they hold after a batch (None: now)."""
    found: Found = defaultdict(list)
    asked = _held(batch).join(documents, documents.c.number == edges.c.document)
    for some in in_parts(sorted(set(ids))):
        for edge in map(edge_of, connection.scalars(asked.where(documents.c.id.in_(some)))):
            found[edge.later].append(edge)
    return found


def edges_from(connection: Connection, ids: Iterable[str], batch: int | None = None) -> Found:
    """Edges by the document, or placeholder, that is the earlier of the two."""
    found: Found = defaultdict(list)
    for some in in_parts(sorted(set(ids))):
        for edge in map(edge_of, connection.scalars(_held(batch).where(edges.c.earlier.in_(some)))):
            found[edge.earlier].append(edge)
    return found


def keep_edges(writing: Writing, found: Mapping[int, Sequence[CopyEdge]]) -> None:
    """Let just these edges hold of those found at documents, by their numbers; what is known stays as it is."""
    held: dict[int, dict[str, int]] = defaultdict(dict)
    asked = select(edges.c.document, edges.c.sha256, edges.c.number).where(edges.c.ended.is_(None))
    for some in in_parts(sorted(found)):
        for document, sha256, number in writing.connection.execute(asked.where(edges.c.document.in_(some))):
            held[document][sha256] = number
    gone: dict[int, int] = {}
    new: list[Values] = []
    for document, some_edges in found.items():
        rows = {one["sha256"]: one for one in map(row, some_edges)}
        gone |= {number: document for sha256, number in held[document].items() if sha256 not in rows}
        new += [{**one, "document": document} for sha256, one in rows.items() if sha256 not in held[document]]
    writing.end(edges, dict(gone))
    writing.add(edges, new)


def row(edge: CopyEdge) -> Values:
    """The columns of an edge that a batch does not give."""
    sealed = msgspec.json.encode(edge).decode()
    return {"earlier": edge.earlier, "kind": edge.kind, "sha256": seal(sealed), "sealed": sealed}


def edge_of(sealed: str) -> CopyEdge:
    """An edge from its record."""
    try:
        return _decoder.decode(sealed)
    except msgspec.DecodeError as error:
        raise LedgerError(f"the ledger holds a damaged edge ({error}); restore it from a backup") from error


def seal(sealed: str) -> str:
    """What the chain covers of a record."""
    return hashlib.sha256(sealed.encode()).hexdigest()


def _held(batch: int | None) -> Select[str]:
    """Records in an order that no store chooses; of what was withdrawn there is none."""
    here = (holds(edges, batch), edges.c.sealed.is_not(None))
    return select(edges.c.sealed).where(*here).order_by(edges.c.document, edges.c.sha256)
