"""From one version of a statement to the next, as a person judged it."""

from msgspec import UNSET
from msgspec.structs import replace
from sqlalchemy import Connection, select

from foedus.ledger.records import claim_of
from foedus.ledger.review.fields import changed
from foedus.ledger.review.links import aliases_of, linked
from foedus.ledger.review.statements import Held
from foedus.ledger.tables import documents
from foedus.ledger.writing.transaction import Writing
from foedus.ledger.writing.versions import Version, end, put
from foedus.model.claim import Claim
from foedus.model.claim_json import to_json
from foedus.model.errors import LedgerError
from foedus.model.review import PERSON


def settle(writing: Writing, held: Held, claim: Claim, review: str | None) -> int:
    """End a version and begin the next; its reading. The reader's record stays beside a claim that differs from it.

    What a person holds right bears no confidence: that is the reader's, and stands in the reader's record.
    """
    if review is not None and review != "rejected":
        claim = replace(claim, reader=replace(claim.reader, confidence=UNSET))
    end(writing, {held.reading: held.document})
    (reading,) = put(writing, [next_version(held, claim, review)])
    return reading


def next_version(held: Held, claim: Claim, review: str | None) -> Version:
    """The version that follows one, with the reader's record beside the claim where the two differ."""
    machine = held.readers_record
    if machine is not None and machine == to_json(claim).decode():
        machine = None
    return Version(claim, held.address.twin, held.document, held.origin, review, machine)


def status(connection: Connection, held: Held, claim: Claim) -> str:
    """What a claim is that a person holds right: added, corrected, or accepted as the reader gave it.

    A name that is linked for the whole ledger corrects no claim.
    """
    if claim.reader.name == PERSON:
        return "added"
    if held.readers_record is None:  # no reader reads it any more
        return "corrected" if held.review == "corrected" or changed(held.claim, claim) else "accepted"
    return "corrected" if changed(as_read(connection, held.readers_record), claim) else "accepted"


def as_read(connection: Connection, record: str) -> Claim:
    """A reader's claim as it holds where no person has judged it: with the names linked that are linked now."""
    return linked([claim_of(record)], aliases_of(connection))[0]


def text_of(connection: Connection, document: int) -> str:
    """The text of a document by its number; LedgerError where it is not there any more."""
    row = connection.execute(select(documents.c.id, documents.c.text).where(documents.c.number == document)).one()
    if row.text is None:
        raise LedgerError(
            f"the text of document {row.id} is not in this ledger: its claims can be accepted or rejected, no more"
        )
    return str(row.text)
