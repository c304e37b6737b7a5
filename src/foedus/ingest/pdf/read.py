"""PDF files to documents."""

from functools import cache
from importlib.metadata import version

from foedus.ingest.confined.parsing import parse
from foedus.ingest.extracted import as_document
from foedus.ingest.options import Metadata
from foedus.model.document import Document

_LAYOUT = 1
"""To be raised when the rules of reading order and paragraphs change: offsets refer to their result."""


def read_pdf(raw: bytes, item: str, given: Metadata) -> Document:
    """A document of the bytes; InputError where they hold no text that can be read."""
    extracted = parse("foedus.ingest.pdf.parse:parse", raw, item)
    return as_document(extracted, given, raw=raw, extractor=_extractor(), item=item)


@cache
def _extractor() -> str:
    return f"pypdfium2/{version('pypdfium2')}+layout/{_LAYOUT}"
