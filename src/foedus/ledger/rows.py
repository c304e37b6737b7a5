"""Between records and table rows: documents, sightings, claims, fillers, voices, and back."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import RowMapping

from foedus.model.claim import Claim
from foedus.model.claim_json import from_json, to_json
from foedus.model.document import Document, Note
from foedus.model.edtf import parse
from foedus.model.errors import InputError, LedgerError

Values = dict[str, Any]
"""One row to insert; Any because a row mixes text, numbers and nulls."""

_notes = msgspec.json.Decoder(tuple[Note, ...])


class Stamp(NamedTuple):
    """Which batch writes, and when."""

    batch: int
    learned_at: str


def instant(moment: datetime) -> str:
    """A moment as UTC in ISO 8601 with microseconds and `Z`, which sorts as text."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def page_values(document: Document, stamp: Stamp) -> Values:
    """What a page says of itself: shared by `documents` and `sightings`."""
    earliest, latest = _bounds(document.published, f"document {document.id}")
    return {
        "url": document.url,
        "outlet": document.outlet,
        "published": document.published,
        "published_earliest": earliest,
        "published_latest": latest,
        "title": document.title,
        "raw_sha256": document.raw_sha256,
        "extractor": document.extractor,
        "source": document.source,
        "notes": msgspec.json.encode(document.notes).decode(),
        **stamp._asdict(),
    }


def document_values(document: Document, stamp: Stamp) -> Values:
    """The row of a new text."""
    text = {"sha256": document.sha256, "id": document.id, "lang": document.lang, "text": document.text}
    return text | page_values(document, stamp)


def sighting_values(document: Document, stamp: Stamp) -> Values:
    """The row of a page that carries the text."""
    return {"document": document.id} | page_values(document, stamp)


def claim_values(claim: Claim, twin: int, stamp: Stamp) -> Values:
    """The row of a reading."""
    earliest, latest = _bounds(claim.when.edtf if claim.when else None, f"claim {claim.id}")
    confidence = claim.reader.confidence
    return {
        "id": claim.id,
        "twin": twin,
        "document": claim.document.id,
        "type": claim.type,
        "stage": claim.stage,
        "polarity": claim.polarity,
        "certainty": claim.certainty,
        "standing": claim.standing,
        "zone": claim.zone,
        "quoted": int(claim.quoted),
        "trigger_start": claim.trigger.start,
        "when_edtf": claim.when.edtf if claim.when else None,
        "when_earliest": earliest,
        "when_latest": latest,
        "confidence": None if confidence is msgspec.UNSET else confidence,
        "record": to_json(claim).decode(),
        **stamp._asdict(),
    }


def filler_values(claim: Claim, reading: int) -> Iterator[Values]:
    """Look-up rows of who fills the roles."""
    for role, fillers in claim.roles.items():
        for position, filler in enumerate(fillers):
            yield {
                "reading": reading,
                "role": role,
                "position": position,
                "entity": filler.entity,
                "name": filler.name,
                "kind": filler.kind,
                "via": filler.via,
            }


def voice_values(claim: Claim, reading: int) -> Iterator[Values]:
    """Look-up rows of who says it."""
    for position, voice in enumerate(claim.attribution):
        yield {
            "reading": reading,
            "position": position,
            "entity": voice.entity,
            "name": voice.name,
            "kind": voice.kind,
        }


def document_of(row: RowMapping) -> Document:
    """A document from a row of its text and the metadata of a page."""
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


def _bounds(edtf: str | None, whose: str) -> tuple[str | None, str | None]:
    if edtf is None:
        return None, None
    try:
        bounds = parse(edtf)
    except ValueError as error:
        raise LedgerError(f"{whose} cannot be kept: {error}") from error
    return _day(bounds.earliest), _day(bounds.latest)


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
