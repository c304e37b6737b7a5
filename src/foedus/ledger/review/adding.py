"""A claim that the reader missed, put in by a person."""

from msgspec.structs import asdict
from sqlalchemy import Connection, func, select

from foedus.ledger.address import Address
from foedus.ledger.asking.shelves import with_id
from foedus.ledger.review.correcting import check_standing, sound
from foedus.ledger.review.judgements import By, note
from foedus.ledger.review.settling import text_of
from foedus.ledger.review.statements import Held, versions_where
from foedus.ledger.tables import claims, documents, pages, redirects
from foedus.ledger.writing.transaction import Writing
from foedus.ledger.writing.versions import Version, put
from foedus.model.claim import Claim, DocumentRef, ReaderMark
from foedus.model.errors import UsageError
from foedus.model.identity import claim_id
from foedus.model.review import PERSON, Addition
from foedus.model.vocabulary import TYPES


def add(writing: Writing, document: int, addition: Addition, by: By) -> int:
    """Add a claim to a document, given by its number; the judgement's number.

    UsageError where a field cannot be so, or where the ledger holds the claim already.
    """
    connection = writing.connection
    claim = drafted(addition, ref_of(connection, document), by.reviewer)
    core = TYPES[claim.type].core
    if not any(claim.fillers(role) for role in core):
        raise UsageError(f"a claim of type {claim.type} needs who or what it is about: give one of {', '.join(core)}")
    check_standing(claim.standing, claim.attribution)
    claim = sound(claim, text_of(connection, document))
    for held in holding(connection, claim.id):
        if _says_so(held, claim):
            rejected = held.review == "rejected"
            remedy = "it was rejected: accept it" if rejected else "correct that one where it is wrong"
            raise UsageError(f"the ledger holds this claim already as {held.address}: {remedy}")
    address, reading = put_new(writing, document, claim)
    return note(writing, "add", by, address=address, document=document, after=reading)


def put_new(writing: Writing, document: int, claim: Claim) -> tuple[Address, int]:
    """Put in a person's claim under a twin's number that is free; its address and reading."""
    address = Address(claim.id, _free_twin(writing.connection, claim.id))
    (reading,) = put(writing, [Version(claim, address.twin, document, "person", "added")])
    return address, reading


def drafted(addition: Addition, ref: DocumentRef, reviewer: str) -> Claim:
    """The claim of an addition, as a reader by the name of `person` gives it. UsageError where it cannot be one."""
    trigger = addition.cues[0] if addition.cues else None
    if trigger is None or trigger.kind != "trigger":
        raise UsageError("a claim needs the words that make it, as its first cue of kind trigger")
    fields = asdict(addition) | {"roles": {role: some for role, some in addition.roles.items() if some}}
    try:
        id = claim_id(ref.sha256, (trigger.start, trigger.end), addition.type, addition.roles, addition.attribution)  # noqa: A001 - the field's own name
        return Claim(id=id, document=ref, reader=mark(reviewer), **fields)
    except (KeyError, ValueError) as error:  # the record's own rules: types, stages and roles
        raise UsageError(f"no claim can be so: {error}") from error


def mark(reviewer: str) -> ReaderMark:
    """What produced a person's claim; its confidence is left out: nothing has calibrated it."""
    return ReaderMark(PERSON, reviewer, None)


def ref_of(connection: Connection, document: int) -> DocumentRef:
    """A document as claims carry it: by the page that names it."""
    asked = select(
        documents.c.id,
        documents.c.sha256,
        pages.c.lang,
        pages.c.published,
        pages.c.title,
        pages.c.outlet,
        pages.c.url,
    ).join(pages, pages.c.document == documents.c.number)
    asked = asked.where(documents.c.number == document, pages.c.page == 1, pages.c.ended.is_(None))
    return DocumentRef(*connection.execute(asked).one())


def holding(connection: Connection, id: str) -> list[Held]:  # noqa: A002 - the field's own name
    """The versions that hold under an id."""
    return versions_where(
        connection, with_id(connection, (id,)), claims.c.ended.is_(None), claims.c.record.is_not(None)
    )


def _says_so(held: Held, claim: Claim) -> bool:
    """Whether a claim of the same trigger says the same of the same: another pairing or number is another claim."""
    return all(
        getattr(held.claim, field) == getattr(claim, field)
        for field in ("type", "stage", "roles", "quantity", "when", "polarity")
    )


def _free_twin(connection: Connection, id: str) -> int:  # noqa: A002 - the field's own name
    """The first number that no statement of that id ever had."""
    held = connection.scalar(select(func.max(claims.c.twin)).where(with_id(connection, (id,))))
    moved = connection.scalar(select(func.max(redirects.c.twin)).where(redirects.c.claim == id))
    return max(-1 if held is None else held, -1 if moved is None else moved) + 1
