"""What a parser of office files makes of one: its text, and what the file says of itself."""

import re

from msgspec import Struct

from foedus.ingest.document import build
from foedus.ingest.options import Metadata
from foedus.model.document import Document, Note


class Extracted(Struct, frozen=True):
    """Paragraphs with a blank line between; the title that stands in them; the day that the file was made."""

    body: str
    title: str | None = None
    created: str | None = None
    notes: tuple[Note, ...] = ()


def settle_title(paragraphs: list[str], stated: str | None) -> tuple[list[str], str | None, tuple[Note, ...]]:
    """The paragraphs without those that are the title, and the title; a stated one that nobody can see is a note.

    A file's own title is the name of the form that it was made from as often as it is the text's.
    """
    wanted = _plain(stated or "")
    if not wanted:
        return paragraphs, None, ()
    for first in range(min(len(paragraphs), _NEAR_THE_TOP)):
        for end in range(first + 1, first + 1 + _MOST_LINES):
            title = " ".join(paragraphs[first:end])
            if _plain(title) == wanted:
                return [*paragraphs[:first], *paragraphs[end:]], title, ()
    shown = " ".join((stated or "").split())[:_SHOWN]
    return paragraphs, None, (Note("title", f"the file calls itself {shown!r}: not used, no such heading is in it"),)


def as_document(extracted: Extracted, given: Metadata, *, raw: bytes, extractor: str, item: str) -> Document:
    """A document of what was extracted; when a file was made is told, and is no date of publication."""
    notes = extracted.notes
    if extracted.created and not given.published:
        made = f"the file says that it was made on {extracted.created}; not taken for the date of publication"
        notes = (*notes, Note("published", made))
    known = given.over(Metadata(title=extracted.title))
    return build(extracted.body, known, raw=raw, extractor=extractor, source=item, notes=notes)


_NEAR_THE_TOP = 12
_MOST_LINES = 3
_SHOWN = 80


def _plain(text: str) -> str:
    """Its words alone: a colon of the title is a new line on the page."""
    return " ".join(re.findall(r"\w+", text)).casefold()
