"""Plain text to a document: stored exactly as decoded, its title left to the reader's zones."""

from foedus.ingest.decode import decode
from foedus.ingest.document import build
from foedus.ingest.options import Metadata
from foedus.model.document import Document

EXTRACTOR = "text/1"


def read_text(raw: bytes, item: str, given: Metadata) -> Document:
    """A document of the bytes; InputError where they are no text."""
    decoded = decode(raw, item)
    return build(decoded.text, given, raw=raw, extractor=EXTRACTOR, source=item, notes=decoded.notes)
