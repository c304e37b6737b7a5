"""What the store of answers holds: a request's answer, a page with its requests, a told claim that proof kept out."""

from typing import Any

from msgspec import Struct

from foedus.model.claim import DocumentRef
from foedus.model.document import Document


class StoredAnswer(Struct, frozen=True):
    """A model's answer to one request, raw and unedited.

    `asked` is when it came into the store, in UTC to the second (ISO 8601); `how` says by which way it came, and
    what it took where that is known.
    """

    request: str
    model: str
    asked: str
    how: dict[str, Any]
    answer: str


class KeptPage(Struct, frozen=True):
    """A document as it was seen, and the requests that were made of it, in the order of its passages.

    `file` is where it came from, `given` the metadata fields that somebody gave of it; `sentences` are the places
    (first code point, end, zone, paragraph) that the numbers in requests and answers mean.
    """

    file: str
    given: tuple[str, ...]
    document: Document
    model: str
    codebook: str
    sentences: tuple[tuple[int, int, str, int], ...]
    requests: tuple[str, ...]


class KeptOut(Struct, frozen=True):
    """A told claim that proof kept out of the ledger.

    `reader` and `version` are those that its claims would have carried; `sentence` is the number that the model named,
    `text` the words of that sentence; `code` and `about` say what failed, and on which words; `told` is the claim as
    the model told it: JSON, unedited.
    """

    document: DocumentRef
    reader: str
    version: str
    when: str
    sentence: int | None
    text: str
    code: str
    about: str
    told: str
