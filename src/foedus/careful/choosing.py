"""Which questions are worth asking: the built-in reader's quick look chooses documents, and passages of long ones."""

from foedus.careful.numbering import Numbered, numbered
from foedus.careful.request import Asked, Request, requests
from foedus.model.document import Document
from foedus.reader.read import READABLE, Reader


def worth_asking(document: Document, asked: Asked, reader: Reader, *, only_relevant: bool = True) -> list[Request]:
    """The requests about a document, by passage; none where it is in a language that no answer could be proven in.

    With `only_relevant` none where no words of it can make a claim, and of a long document only those about passages
    whose words can.
    """
    if document.lang not in READABLE or (only_relevant and not reader.is_relevant(document)):
        return []
    made = requests(document, asked)
    if not only_relevant or len(made) == 1:
        return made
    sentences = numbered(document)
    return [one for one in made if reader.is_relevant(document, _stretch(sentences, one))]


def _stretch(sentences: Numbered, request: Request) -> tuple[int, int]:
    first, last = sentences.at(request.passage.first), sentences.at(request.passage.last)
    return (first.start if first else 0, last.end if last else len(sentences.text))
