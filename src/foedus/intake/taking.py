"""What of a reading is taken: claims that are sure enough, and those that the ledger has taken before."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

from msgspec import UNSET
from msgspec.structs import replace

from foedus.asked.levels import default_level
from foedus.ingest.document import UNKNOWN_LANGUAGE
from foedus.model.claim import Claim
from foedus.model.document import Document, Note

if TYPE_CHECKING:
    from foedus.reader.read import Reading


class DocumentReader(Protocol):
    """What is asked of a reader."""

    def read(self, document: Document, *, min_confidence: float | None = None) -> "Reading":
        """The claims of a document, and notes on what was not read and why."""


class Taken(NamedTuple):
    """Claims to be kept; `shown` are those of them that are sure enough; `held_back` were too doubtful for either."""

    claims: tuple[Claim, ...]
    shown: tuple[Claim, ...]
    notes: tuple[Note, ...]
    held_back: int


class Read(NamedTuple):
    """A document as it was read, its language told from the text where nobody gave it, and what is taken."""

    document: Document
    taken: Taken


def read_one(reader: DocumentReader, document: Document, level: float | None, held: frozenset[str]) -> Read:
    """Read a document as `take` does, in a language."""
    document = in_a_language(document)
    return Read(document, take(reader, document, level, held))


def in_a_language(document: Document) -> Document:
    """The document with its language told from the text where nobody gave it."""
    if document.lang != UNKNOWN_LANGUAGE:
        return document
    from foedus.language.identify import document_language  # noqa: PLC0415 - loads its model

    return replace(document, lang=document_language(document.text).lang)


def take(reader: DocumentReader, document: Document, level: float | None, held: frozenset[str]) -> Taken:
    """Read a document: claims from a level on (None: the reader's own), and those whose ids are `held` already.

    What was kept once, with a lower level or by an earlier reader, is not lost because it is too doubtful to be
    taken anew: it ends only where the reader does not make it at all.
    """
    if not held:
        reading = reader.read(document, min_confidence=level)
        claims = tuple(reading.claims)
        return Taken(claims, claims, tuple(reading.notes), reading.held_back)
    least = default_level() if level is None else level
    reading = reader.read(document, min_confidence=0.0)
    sure = {place for place, claim in enumerate(reading.claims) if _is_sure(claim, least)}
    kept = [(place, claim) for place, claim in enumerate(reading.claims) if place in sure or claim.id in held]
    shown = tuple(claim for place, claim in kept if place in sure)
    held_back = len(reading.claims) - len(kept) + reading.held_back
    return Taken(tuple(claim for _, claim in kept), shown, tuple(reading.notes), held_back)


def notes_now(stored: Sequence[Note], read: Sequence[Note]) -> tuple[Note, ...]:
    """A page's notes once its text is read again: those on how it was got, and what the reader says now."""
    from foedus.reader.garble.assessment import CODE as GARBLED  # noqa: PLC0415 - the reader is slow to import
    from foedus.reader.unread import CODE as NOT_READ  # noqa: PLC0415 - slow to import as well
    from foedus.reader.unread import OTHER_LANGUAGE  # noqa: PLC0415 - slow to import as well

    return (*(note for note in stored if note.code not in (GARBLED, NOT_READ, OTHER_LANGUAGE)), *read)


def _is_sure(claim: Claim, least: float) -> bool:
    """What nothing has calibrated is taken at any level."""
    return claim.reader.confidence is UNSET or claim.reader.confidence >= least
