"""The careful reader: a user's language model tells what a document claims, and what the document bears out is kept.

It stands behind the same protocol as the built-in reader, which chooses what is asked and proves what is answered.
"""

from collections.abc import Callable
from dataclasses import dataclass

from foedus.careful.choosing import worth_asking
from foedus.careful.codebook import load_codebook
from foedus.careful.mark import reader_name
from foedus.careful.numbering import numbered
from foedus.careful.parse_answer import joined, parsed
from foedus.careful.proven import Proven
from foedus.careful.proving import KeepsRejected, proven_by, reading_of
from foedus.careful.request import Asked, Request
from foedus.model.document import Document
from foedus.reader.read import Reader, Reading


@dataclass
class Held:
    """What came of readings so far: documents with an answer, claims that were proven, told claims that were not."""

    documents: int = 0
    proven: int = 0
    rejected: int = 0


class CarefulReader:
    """Reads by a model's answers.

    `answer` gives the answer to a request; its errors go to who reads, so that nothing of the document is kept. With
    `with_built_in` the claims that the built-in reader alone makes are given too.
    """

    def __init__(
        self,
        reader: Reader,
        asked: Asked,
        answer: Callable[[Request], str],
        kept: KeepsRejected,
        *,
        only_relevant: bool = True,
        with_built_in: bool = False,
    ) -> None:
        """`reader` is the built-in one; `asked` says how requests are written."""
        self.held = Held()
        self._reader = reader
        self._asked = asked
        self._answer = answer
        self._kept = kept
        self._only_relevant = only_relevant
        self._with_built_in = with_built_in

    @property
    def mark(self) -> tuple[str, str]:
        """Name and version as its claims carry them: the model, and the codebook that it was given."""
        return reader_name(self._asked.model), load_codebook().version

    def requests(self, document: Document) -> list[Request]:
        """What is asked about a document; nothing where it is not worth it."""
        return worth_asking(document, self._asked, self._reader, only_relevant=self._only_relevant)

    def read(self, document: Document, *, min_confidence: float | None = None) -> Reading:
        """The claims that the document bears out and that reach a confidence, with the built-in reader's notes.

        The level is the built-in reader's own where none is given. AnswerError where a question has no answer. A
        document that is not worth asking about is read by the built-in reader alone.
        """
        wanted = self.requests(document)
        if not wanted:
            return self._reader.read(document, min_confidence=min_confidence)
        answers = [parsed(self._answer(request)) for request in wanted]
        proven = proven_by(self._reader, document, numbered(document), joined(answers), mark=self.mark, kept=self._kept)
        self._count(proven)
        level = self._reader.default_level if min_confidence is None else min_confidence
        return reading_of(proven, level, with_built_in=self._with_built_in)

    def _count(self, proven: Proven) -> None:
        self.held.documents += 1
        self.held.proven += len(proven.claims)
        self.held.rejected += len(proven.rejected)
