"""Whether every edge is the one that was hashed, and none is missing of which both documents are here."""

from collections.abc import Iterator

from sqlalchemy import Connection, or_, select

from foedus.ledger.kin.edges import edge_of, seal
from foedus.ledger.proof.ordered_rows import answers
from foedus.ledger.tables import documents, edges, tombstones
from foedus.model.errors import LedgerError


def edge_faults(connection: Connection) -> Iterator[str]:
    """What is wrong with the edges, a line each."""
    gone = select(documents.c.number, documents.c.id).join(tombstones).subquery()
    withdrawn = select(gone.c.id).where(or_(gone.c.number == edges.c.document, gone.c.id == edges.c.earlier)).exists()
    asked = select(edges, withdrawn.label("withdrawn")).order_by(edges.c.number)
    for number, document, earlier, kind, sha256, sealed, _, _, is_withdrawn in answers(connection, asked, edges.name):
        what = f"the edge {number} of document {document}"
        if sealed is None:
            if not is_withdrawn:
                yield f"{what} is missing, and nobody withdrew a document of it"
        elif is_withdrawn:
            yield f"{what} is here, though a document of it was withdrawn"
        elif seal(sealed) != sha256:
            yield f"{what} is not the one that was hashed"
        elif not _repeats(sealed, earlier, kind):
            yield f"{what} does not say what its columns repeat"


def _repeats(sealed: str, earlier: str, kind: str) -> bool:
    try:
        edge = edge_of(sealed)
    except LedgerError:
        return False
    return (edge.earlier, edge.kind) == (earlier, kind)
