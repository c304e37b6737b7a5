"""The places for which a text looks as if a machine had rewritten it: the text is read again to find them."""

from msgspec import Struct

from foedus.model.document import Document
from foedus.serve.house import House
from foedus.serve.views.rereading import rereading

NOTE = "garbled"
"""The note of a document whose reader doubted its text."""


class Garbled(Struct, frozen=True):
    """A suspect stretch of the stored text, what kind of sign it is, and what is wrong in a line (in English)."""

    start: int
    end: int
    text: str
    kind: str
    reason: str


def garbled(house: House, document: Document) -> tuple[Garbled, ...]:
    """In the order of the text; none where the document bears no such note. UsageError where it is too long."""
    if not any(note.code == NOTE for note in document.notes):
        return ()
    with rereading(document, f"foedus read {document.source or 'FILE'}"):
        from foedus.gazetteer.scanner import Scanner  # noqa: PLC0415 - slow to import: most servers are never asked
        from foedus.language.pipelines import languages  # noqa: PLC0415 - as the next
        from foedus.reader.analysis import analyse  # noqa: PLC0415 - slow to import too
        from foedus.reader.garble import assess  # noqa: PLC0415 - slow to import too

        own = house.settings.lexicon
        analysis = analyse(document, Scanner.load(), frozenset(languages()), {}, own=own)
        return tuple(Garbled(*one) for one in assess(document.text, analysis).suspects)
