"""Whether a ledger is whole: the file, the links between tables, and every record against its text."""

from collections.abc import Callable, Iterator

from sqlalchemy import Connection, func, select

from foedus.ledger.rows import claim_of
from foedus.ledger.schema import claims, documents
from foedus.model.claim import Claim
from foedus.model.errors import LedgerError
from foedus.model.identity import text_sha256


def findings(connection: Connection) -> Iterator[str]:
    """One line for each thing that is wrong; none where the ledger is whole."""
    checks: tuple[Callable[[Connection], Iterator[str]], ...] = (_file, _links, _texts, _records, _twins)
    for check in checks:
        yield from check(connection)


def _file(connection: Connection) -> Iterator[str]:
    for (line,) in connection.exec_driver_sql("PRAGMA integrity_check"):
        if line != "ok":
            yield f"the file is damaged: {line}"


def _links(connection: Connection) -> Iterator[str]:
    for table, row, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield f"row {row} of {table} points to nothing in {parent}"


def _texts(connection: Connection) -> Iterator[str]:
    for row in connection.execute(select(documents.c.id, documents.c.sha256, documents.c.text)):
        if text_sha256(row.text) != row.sha256:
            yield f"the text of document {row.id} is not the one that was hashed"


def _records(connection: Connection) -> Iterator[str]:
    """A document's readings are looked at together, so that one text at a time is in memory."""
    ordered = select(claims.c.id, claims.c.document, claims.c.record).order_by(claims.c.document)
    held, text = "", ""
    for row in connection.execute(ordered.execution_options(yield_per=500)):
        if row.document != held:
            held = row.document
            text = connection.scalar(select(documents.c.text).where(documents.c.id == held)) or ""
        try:
            claim = claim_of(row.record)
        except LedgerError:
            yield f"the record of claim {row.id} cannot be read"
            continue
        if claim.id != row.id or claim.document.id != row.document:
            yield f"the record of claim {row.id} is that of another claim"
        for words, start, end in _spans(claim):
            if text[start:end] != words:
                yield f"claim {row.id}: its document does not say {words!r} at {start}"


def _twins(connection: Connection) -> Iterator[str]:
    counted = select(claims.c.id, claims.c.document, func.count()).where(claims.c.superseded_at.is_(None))
    for claim, document, count in connection.execute(
        counted.group_by(claims.c.id, claims.c.document).having(func.count() > 1)
    ):
        yield f"{count} different claims of document {document} share the id {claim}"


def _spans(claim: Claim) -> Iterator[tuple[str, int, int]]:
    """Every span of a claim that names words of its text."""
    for filler in (filler for fillers in claim.roles.values() for filler in fillers):
        yield filler.text, filler.start, filler.end
    for voice in claim.attribution:
        yield voice.text, voice.start, voice.end
    for sentence in claim.evidence:
        yield sentence.text, sentence.start, sentence.end
    for cue in claim.cues:
        yield cue.text, cue.start, cue.end
    for amount in (claim.quantity, claim.value):
        if amount is not None:
            yield amount.text, amount.start, amount.end
    for date in (claim.when, claim.due):
        if date is not None and date.text is not None and date.start is not None and date.end is not None:
            yield date.text, date.start, date.end
