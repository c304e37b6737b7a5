"""Body and metadata to a document: the one place where a date is normalised and a doubt becomes a note."""

import hashlib

from foedus.ingest.dates import published
from foedus.ingest.languages import is_language
from foedus.ingest.options import Metadata
from foedus.model.document import Document, Note, make_document
from foedus.model.errors import InputError

UNKNOWN_LANGUAGE = "und"


def build(
    body: str,
    metadata: Metadata,
    *,
    raw: bytes,
    extractor: str,
    source: str,
    notes: tuple[Note, ...] = (),
) -> Document:
    """A document; a date that is none becomes a note, a language that nobody gave `und`."""
    date, doubts = _date(metadata.published)
    lang, more = _lang(metadata.lang)
    try:
        return make_document(
            body,
            lang=lang,
            title=metadata.title,
            published=date,
            outlet=metadata.outlet,
            url=metadata.url,
            raw_sha256=hashlib.sha256(raw).hexdigest(),
            extractor=extractor,
            source=source,
            notes=(*notes, *doubts, *more),
        )
    except UnicodeEncodeError as error:  # half of a surrogate pair, which JSON can spell and UTF-8 cannot
        raise InputError(f"{source} is not text: character {error.start} is half of a pair") from error


def _lang(code: str | None) -> tuple[str, tuple[Note, ...]]:
    if not code or is_language(code):
        return code or UNKNOWN_LANGUAGE, ()
    return UNKNOWN_LANGUAGE, (Note("language", f"{code!r} is no ISO 639-1 code; told from the text instead"),)


def _date(text: str | None) -> tuple[str | None, tuple[Note, ...]]:
    if not text:
        return None, ()
    try:
        return published(text), ()
    except ValueError as error:
        return None, (Note("published", f"date not used: {error}"),)
