"""Between records and table rows: documents, pages, claims, fillers, voices, and back."""

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

TOLD = (
    "type",
    "stage",
    "polarity",
    "certainty",
    "standing",
    "zone",
    "quoted",
    "trigger_start",
    "published_on",
    "when_edtf",
    "when_earliest",
    "when_latest",
    "confidence",
)
"""Columns of `claims` that repeat the record, as they stand there one after the other."""


class Days(NamedTuple):
    """Earliest and latest day of a date, as ISO 8601; null where open or unknown."""

    earliest: str | None
    latest: str | None


_NO_DAYS = Days(None, None)


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
    days = _days(document.published, "document", document.id) if document.published is not None else _NO_DAYS
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
    """The columns that repeat a claim, and its record, by name."""
    named = zip(TOLD, told_values(claim), strict=True)
    return {"id": claim.id, **dict(named), "record": to_json(claim).decode()}


def told_values(claim: Claim) -> tuple[Any, ...]:
    """The columns of TOLD, in their order."""
    when, confidence = claim.when, claim.reader.confidence
    earliest, latest = _days(when.edtf, "claim", claim.id) if when else _NO_DAYS
    return (
        claim.type,
        claim.stage,
        claim.polarity,
        claim.certainty,
        claim.standing,
        claim.zone,
        int(claim.quoted),
        claim.trigger.start,
        _published_on(claim),
        when.edtf if when else None,
        earliest,
        latest,
        None if confidence is msgspec.UNSET else confidence,
    )


def filler_rows(claim: Claim, reading: int) -> list[tuple[Any, ...]]:
    """Rows of `fillers`, in the order of its columns."""
    day = _published_on(claim)
    return [
        (reading, role, position, filler.entity, filler.name, filler.kind, filler.via, day)
        for role, fillers in claim.roles.items()
        for position, filler in enumerate(fillers)
    ]


def voice_rows(claim: Claim, reading: int) -> list[tuple[Any, ...]]:
    """Rows of `voices`, in the order of its columns."""
    return [
        (reading, position, voice.entity, voice.name, voice.kind) for position, voice in enumerate(claim.attribution)
    ]


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


def _published_on(claim: Claim) -> str:
    published = claim.document.published
    return (published and _days(published, "claim", claim.id).earliest) or UNDATED


def _days(edtf: str, what: str, id: str) -> Days:  # noqa: A002 - the field's own name
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
