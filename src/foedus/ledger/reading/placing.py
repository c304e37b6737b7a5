"""What a text is to be read as before it is read: by the page that names it, which may not be the one at hand."""

from typing import NamedTuple

from msgspec.structs import replace
from sqlalchemy import Connection, select

from foedus.ledger.reading.incoming import Incoming
from foedus.ledger.reading.reads import LastRead, last_reads
from foedus.ledger.reading.texts import held_texts
from foedus.ledger.tables import claims
from foedus.model.document import Document


class Placed(NamedTuple):
    """A document as the ledger would name it, so that its dates do not depend on the page at hand.

    `withdrawn` says why the text was withdrawn, if it was: it is not to be read. `statements` are the ids of what
    the ledger holds of it: what was kept once, is not to be dropped only because it is too doubtful to be taken anew.
    `last` is its last reading, if it was read.
    """

    document: Document
    withdrawn: str | None = None
    statements: frozenset[str] = frozenset()
    last: LastRead | None = None


def placed(connection: Connection, document: Document, given: frozenset[str] | None = None) -> Placed:
    """Where a document belongs; `given` as in `Incoming`."""
    text = held_texts(connection, [document.sha256]).get(document.sha256)
    if text is None:
        return Placed(document)
    if text.withdrawn is not None:
        return Placed(document, text.withdrawn)
    text.see(Incoming(document, given=given))
    held = select(claims.c.id).where(claims.c.document == text.number, claims.c.ended.is_(None))
    last = last_reads(connection, [text.number]).get(text.number)
    return Placed(replace(text.named, text=document.text), None, frozenset(connection.scalars(held)), last)
