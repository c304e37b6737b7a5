"""Whether every record is what its text says, and whether the columns and rows that repeat it do so."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import Connection, select

from foedus.ledger.checking.looked_up import LookedUp
from foedus.ledger.proof.ordered_rows import answers
from foedus.ledger.records import claim_of, claim_values
from foedus.ledger.tables import claims, documents, tombstones
from foedus.model.claim import Claim
from foedus.model.errors import LedgerError

_TEXTS_KEPT = 16
"""A document's claims mostly follow each other."""


class _Text(NamedTuple):
    id: str
    text: str | None
    withdrawn: bool


def record_faults(connection: Connection) -> Iterator[str]:
    """What is wrong with claims, a line each."""

    @lru_cache(_TEXTS_KEPT)
    def text_of(number: int) -> _Text:
        asked = select(documents.c.id, documents.c.text, tombstones.c.document.is_not(None))
        joined = asked.outerjoin(tombstones, tombstones.c.document == documents.c.number)
        row = connection.execute(joined.where(documents.c.number == number)).one_or_none()
        return _Text(*row) if row else _Text("", None, withdrawn=False)

    repeated = LookedUp(connection)
    names = [column.name for column in claims.columns]
    for values in answers(connection, select(claims).order_by(claims.c.reading), claims.name):
        row = dict(zip(names, values, strict=True))
        claim, text = None, text_of(row["document"])
        if row["record"] is not None:
            try:
                claim = claim_of(row["record"])
            except LedgerError:
                yield f"the record of claim {row['id']} (reading {row['reading']}) cannot be read"
                continue
            yield from _record(claim, row, text)
        elif not text.withdrawn:
            yield f"the record of claim {row['id']} (reading {row['reading']}) is missing, and nobody withdrew it"
        yield from repeated.compare(row["reading"], row["id"], claim)
    yield from repeated.rest()


def _record(claim: Claim, row: dict[str, Any], text: _Text) -> Iterator[str]:
    if claim.id != row["id"] or claim.document.id != text.id:
        yield f"the record of claim {row['id']} (reading {row['reading']}) is that of another claim"
    for name, value in claim_values(claim).items():
        if name not in ("id", "record") and row[name] != value:
            yield f"claim {row['id']} (reading {row['reading']}): its {name} is not that of its record"
    for words, start, end in _spans(claim):
        if text.text is not None and text.text[start:end] != words:
            yield f"claim {row['id']} (reading {row['reading']}): its document does not say {words!r} at {start}"


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
