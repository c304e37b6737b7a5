"""Small requests and pages for the tests of the store."""

import hashlib

from foedus.careful.numbering import Numbered, numbered
from foedus.careful.passages import Passage
from foedus.careful.request import Request
from foedus.intake.answers.records import KeptPage
from foedus.model.document import Document, make_document

TEXT = "Russia delivered four S-400 systems to Turkey in July 2019. The ministry confirmed it.\n"


def document(text: str = TEXT) -> Document:
    """A short report."""
    return make_document(text, lang="en", published="2019-07-15", outlet="The Harbour Gazette", source="report.txt")


def request(document: Document, passage: Passage | None = None, model: str = "some-model") -> Request:
    """A request that looks like one; its id is a hash as theirs are."""
    passage = passage or Passage(1, 2)
    body = {"model": model, "messages": [{"role": "user", "content": f"{passage.first} {document.text}"}]}
    name = hashlib.sha256(repr(body).encode()).hexdigest()
    return Request(name, document.id, document.sha256, passage, "0123456789ab", body)


def page(document: Document, *requests: Request, file: str = "report.txt") -> KeptPage:
    """A page with its requests."""
    places = tuple((one.start, one.end, one.zone, one.paragraph) for one in sentences(document).sentences)
    ids = tuple(one.id for one in requests)
    return KeptPage(file, ("published",), document, "some-model", "0123456789ab", places, ids)


def sentences(document: Document) -> Numbered:
    """Its numbered sentences."""
    return numbered(document)
