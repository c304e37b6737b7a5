"""Versions of statements into the tables, and to their end: the one way in which claims come and go."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from foedus.ledger.create_search import index_claims
from foedus.ledger.proof.covered import Row
from foedus.ledger.records import filler_rows, told_values, voice_rows
from foedus.ledger.tables import claims, fillers, voices
from foedus.ledger.words import claim_text
from foedus.ledger.writing.transaction import Writing
from foedus.model.claim import Claim
from foedus.model.claim_json import to_json


class Version(NamedTuple):
    """A version to be: the claim as it holds from now on, and whose word it is.

    `document` is the document's number, `machine` the reader's record where a person's judgement holds instead.
    """

    claim: Claim
    twin: int
    document: int
    origin: str = "reader"
    review: str | None = None
    machine: str | None = None


def put(writing: Writing, versions: Sequence[Version]) -> list[int]:
    """Insert versions with all that they are looked up by; their readings, in the order given."""
    if not versions:
        return []
    first = writing.next(claims, len(versions))
    writing.insert(claims, [_row(reading, version, writing.batch) for reading, version in enumerate(versions, first)])
    # looked up by, and told by the record alone: the chain covers that
    for table, rows_of in ((fillers, filler_rows), (voices, voice_rows)):
        rows = [row for reading, one in enumerate(versions, first) for row in rows_of(one.claim, reading)]
        writing.store.bulk_insert(writing.connection, table, rows)
    index_claims(writing, [(reading, claim_text(one.claim)) for reading, one in enumerate(versions, first)])
    return list(range(first, first + len(versions)))


def end(writing: Writing, readings: Mapping[int, int]) -> None:
    """Versions stop to hold: their readings, each with its document's number."""
    writing.end(claims, dict(readings))


def _row(reading: int, version: Version, batch: int) -> Row:
    """In the order of the table's columns."""
    claim, twin, document, origin, review, machine = version
    told = told_values(claim)
    return (reading, claim.id, twin, document, *told, origin, review, machine, to_json(claim), batch, None)
