"""A document as the ledger stores it: one text, its metadata, and how the text was got."""

from msgspec import Struct

from foedus.model.claim import DocumentRef
from foedus.model.identity import document_id, text_sha256


class Note(Struct, frozen=True):
    """Something a reader of the document should know: what was not read and why, a doubtful date."""

    code: str
    text: str


class Document(Struct, frozen=True):
    """One report. `lang` is ISO 639-1 (`und` where unknown), `published` EDTF or null.

    `raw_sha256` is of the bytes it came from, `extractor` names what made text of them, with its version.
    """

    text: str
    sha256: str
    lang: str
    published: str | None = None
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    raw_sha256: str | None = None
    extractor: str = "text/1"
    source: str | None = None
    notes: tuple[Note, ...] = ()

    @property
    def id(self) -> str:
        """First 16 digits of the text's hash."""
        return document_id(self.sha256)

    @property
    def ref(self) -> DocumentRef:
        """The document as its claims carry it."""
        return DocumentRef(self.id, self.sha256, self.lang, self.published, self.title, self.outlet, self.url)


def stored_text(body: str, title: str | None) -> str:
    """The text that offsets refer to: title, blank line, body, unless the body begins with the title."""
    body = body.removeprefix("\ufeff")
    if not title or body.lstrip().startswith(title):
        return body
    return f"{title}\n\n{body}"


def make_document(
    body: str,
    *,
    lang: str,
    title: str | None = None,
    published: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    raw_sha256: str | None = None,
    extractor: str = "text/1",
    source: str | None = None,
    notes: tuple[Note, ...] = (),
) -> Document:
    """A document of body and metadata, hashed over its stored text."""
    text = stored_text(body, title)
    return Document(text, text_sha256(text), lang, published, title, outlet, url, raw_sha256, extractor, source, notes)
