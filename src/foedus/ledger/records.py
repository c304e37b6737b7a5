"""Between records and table rows: documents, pages, claims, fillers, voices, and back."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import RowMapping

from foedus.ledger.tables import UNDATED
from foedus.model.claim import Claim
from foedus.model.claim_json import from_json, to_json
from foedus.model.document import Document, Note
from foedus.model.edtf import parse
from foedus.model.errors import InputError, LedgerError

Values = dict[str, Any]
"""One row to insert, without what the writing gives; Any because a row mixes text, numbers and nulls."""

_notes = msgspec.json.Decoder(tuple[Note, ...])
_DATES_KEPT = 65_536


class Days(NamedTuple):
    """Earliest and latest day of a date, as ISO 8601; null where open or unknown."""

    earliest: str | None
    latest: str | None


def instant(moment: datetime) -> str:
    """A moment as UTC in ISO 8601 with microseconds and `Z`, which sorts as text."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def document_values(document: Document) -> Values:
    """The row of a new text."""
    return {
        "id": document.id,
        "sha256": document.sha256,
        "text": document.text,
        "characters": len(document.text),
    }


def page_values(document: Document) -> Values:
    """What a page says of itself."""
    days = _days(document.published, "document", document.id)
    return {
        "url": document.url,
        "outlet": document.outlet,
        "published": document.published,
        "published_earliest": days.earliest,
        "published_latest": days.latest,
        "title": document.title,
        "lang": document.lang,
        "raw_sha256": document.raw_sha256,
        "extractor": document.extractor,
        "source": document.source,
        "notes": msgspec.json.encode(document.notes).decode(),
    }


def claim_values(claim: Claim) -> Values:
    """The columns that repeat a claim, and its record."""
    when = _days(claim.when.edtf if claim.when else None, "claim", claim.id)
    confidence = claim.reader.confidence
    return {
        "id": claim.id,
        "type": claim.type,
        "stage": claim.stage,
        "polarity": claim.polarity,
        "certainty": claim.certainty,
        "standing": claim.standing,
        "zone": claim.zone,
        "quoted": int(claim.quoted),
        "trigger_start": claim.trigger.start,
        "published_on": _days(claim.document.published, "claim", claim.id).earliest or UNDATED,
        "when_edtf": claim.when.edtf if claim.when else None,
        "when_earliest": when.earliest,
        "when_latest": when.latest,
        "confidence": None if confidence is msgspec.UNSET else confidence,
        "record": to_json(claim).decode(),
    }


def filler_rows(claim: Claim, reading: int) -> Iterator[tuple[Any, ...]]:
    """Rows of `fillers`, in the order of its columns."""
    for role, fillers in claim.roles.items():
        for position, filler in enumerate(fillers):
            yield reading, role, position, filler.entity, filler.name, filler.kind, filler.via


def voice_rows(claim: Claim, reading: int) -> Iterator[tuple[Any, ...]]:
    """Rows of `voices`, in the order of its columns."""
    for position, voice in enumerate(claim.attribution):
        yield reading, position, voice.entity, voice.name, voice.kind


def document_of(row: RowMapping) -> Document:
    """A document from a row of its text and the metadata of a page; LedgerError where its text is not there."""
    if row["text"] is None:
        raise LedgerError(f"the text of document {row['id']} is not in this ledger: it was withdrawn or left out")
    return Document(
        text=row["text"],
        sha256=row["sha256"],
        lang=row["lang"],
        published=row["published"],
        title=row["title"],
        outlet=row["outlet"],
        url=row["url"],
        raw_sha256=row["raw_sha256"],
        extractor=row["extractor"],
        source=row["source"],
        notes=_notes.decode(row["notes"]),
    )


def claim_of(record: str) -> Claim:
    """A claim from its stored record."""
    try:
        return from_json(record)
    except InputError as error:
        raise LedgerError(f"the ledger holds a damaged record ({error}); restore it from a backup") from error


def _days(edtf: str | None, what: str, id: str) -> Days:  # noqa: A002 - the field's own name
    if edtf is None:
        return Days(None, None)
    try:
        return days_of(edtf)
    except ValueError as error:
        raise LedgerError(f"{what} {id} cannot be kept: {error}") from error


@lru_cache(_DATES_KEPT)
def days_of(edtf: str) -> Days:
    """The days of a date; ValueError where it is no EDTF."""
    bounds = parse(edtf)
    return Days(_day(bounds.earliest), _day(bounds.latest))


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
