"""DOCX files: `parse` runs in the parsing process, `read_docx` asks it for a document."""

from collections.abc import Iterator
from posixpath import dirname, join

from foedus.ingest.confined import parsing
from foedus.ingest.extracted import Extracted, as_document, settle_title
from foedus.ingest.office.docx_text import DocxText, Styles
from foedus.ingest.office.parts import Parts, Reader, attribute
from foedus.ingest.office.properties import Properties
from foedus.ingest.options import Metadata
from foedus.model.document import Document, Note
from foedus.model.errors import InputError

EXTRACTOR = "docx/1"
"""To be raised when what is read of a file changes: offsets refer to it."""


def read_docx(raw: bytes, item: str, given: Metadata) -> Document:
    """A document of the bytes; InputError where they are none or hold no text."""
    extracted = parsing.parse("foedus.ingest.office.docx:parse", raw, item)
    return as_document(extracted, given, raw=raw, extractor=EXTRACTOR, item=item)


def parse(raw: bytes, item: str) -> Extracted:
    """The text as a reader sees it who accepts all changes; InputError where there is none."""
    parts = Parts(raw, item, "DOCX")
    root = _Root()
    parts.read("_rels/.rels", root)
    folder = dirname(root.main)
    styles, properties = Styles(), Properties()
    parts.read(join(folder, "styles.xml"), styles)
    parts.read("docProps/core.xml", properties)
    notes: dict[tuple[str, str], list[str]] = {}
    broken: list[str] = []
    for name in ("footnotes.xml", "endnotes.xml"):
        reader = DocxText(styles, {})
        broken += filter(None, [parts.read(join(folder, name), reader)])
        notes |= reader.notes
    if root.main not in parts:
        raise InputError(f"{item} is no DOCX file: no text part in it; give it the name of what it is")
    text = DocxText(styles, notes)
    broken += filter(None, [parts.read(root.main, text)])
    if not text.paragraphs:
        why = f"is damaged ({broken[0]})" if broken else "holds no text: images of pages need text recognition (OCR)"
        raise InputError(f"{item} {why}")
    paragraphs, title, told = settle_title(text.paragraphs, text.title or properties.title)
    return Extracted("\n\n".join(paragraphs), title, properties.created, (*told, *_damage(broken)))


def _damage(broken: list[str]) -> Iterator[Note]:
    for what in broken:
        yield Note("damaged", f"read as far as it is whole: {what}")


class _Root(Reader):
    """Reads where the main part lies."""

    def __init__(self) -> None:
        self.main = "word/document.xml"

    def start(self, tag: str, attributes: dict[str, str]) -> None:  # noqa: ARG002 - the interface's
        """A part that the file names."""
        if (attribute(attributes, "Type") or "").endswith("/officeDocument"):
            self.main = (attribute(attributes, "Target") or "").lstrip("/")
