"""What is kept of a document that a model is asked about, so that its answers can be proven at any time."""

from collections.abc import Collection, Sequence

from foedus.careful.numbering import numbered
from foedus.careful.request import Request
from foedus.intake.answers.records import KeptPage
from foedus.model.document import Document


def page_of(file: str, given: Collection[str], document: Document, model: str, requests: Sequence[Request]) -> KeptPage:
    """The record of a document of a file, with the fields that somebody gave and at least one request about it."""
    places = tuple((one.start, one.end, one.zone, one.paragraph) for one in numbered(document).sentences)
    ids = tuple(one.id for one in requests)
    return KeptPage(file, tuple(sorted(given)), document, model, requests[0].codebook, places, ids)
