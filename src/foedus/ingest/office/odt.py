"""ODT files: `parse` runs in the parsing process, `read_odt` asks it for a document."""

from foedus.ingest.confined import parsing
from foedus.ingest.extracted import Extracted, as_document, settle_title
from foedus.ingest.office.odt_text import OdtText
from foedus.ingest.office.parts import Parts, Reader, local
from foedus.ingest.office.properties import Properties
from foedus.ingest.options import Metadata
from foedus.model.document import Document, Note
from foedus.model.errors import InputError

EXTRACTOR = "odt/1"
"""To be raised when what is read of a file changes: offsets refer to it."""
_CONTENT = "content.xml"


def read_odt(raw: bytes, item: str, given: Metadata) -> Document:
    """A document of the bytes; InputError where they are none or hold no text."""
    extracted = parsing.parse("foedus.ingest.office.odt:parse", raw, item)
    return as_document(extracted, given, raw=raw, extractor=EXTRACTOR, item=item)


def parse(raw: bytes, item: str) -> Extracted:
    """The text as a reader sees it who accepts all changes; InputError where there is none."""
    parts = Parts(raw, item, "ODT")
    manifest, properties, text = _Manifest(), Properties(), OdtText()
    parts.read("META-INF/manifest.xml", manifest)
    if manifest.locked:
        raise InputError(f"{item} is an ODT file locked with a password: open it, and save a copy without one")
    if _CONTENT not in parts:
        raise InputError(f"{item} is no ODT file: no text part in it; give it the name of what it is")
    parts.read("meta.xml", properties)
    broken = parts.read(_CONTENT, text)
    if not text.paragraphs:
        why = f"is damaged ({broken})" if broken else "holds no text: images of pages need text recognition (OCR)"
        raise InputError(f"{item} {why}")
    paragraphs, title, told = settle_title(text.paragraphs, text.title or properties.title)
    damage = (Note("damaged", f"read as far as it is whole: {broken}"),) if broken else ()
    return Extracted("\n\n".join(paragraphs), title, properties.created, (*told, *damage))


class _Manifest(Reader):
    """Reads whether parts are encrypted."""

    def __init__(self) -> None:
        self.locked = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:  # noqa: ARG002 - the interface's
        """A part, or how it is encrypted."""
        self.locked = self.locked or local(tag) == "encryption-data"
