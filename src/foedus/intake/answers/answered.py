"""A reader whose readings come out of the store of answers: what was answered elsewhere, proven here."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import cast

from foedus.careful.mark import reader_name
from foedus.careful.numbering import Numbered, NumberedSentence
from foedus.careful.parse_answer import joined, parsed
from foedus.careful.proving import KeepsRejected, proven_by, reading_of
from foedus.intake.answers.records import KeptPage
from foedus.intake.answers.store import AnswerStore
from foedus.intake.given import NOTES
from foedus.language.zones import ZoneKind
from foedus.model.document import Document, Note
from foedus.reader.read import Reader, Reading
from foedus.reader.unread import CODE as NOT_READ


class AnsweredReader:
    """Reads the documents of some pages by their answers, all of one model and codebook; behind intake's protocol."""

    def __init__(
        self,
        store: AnswerStore,
        pages: Iterable[KeptPage],
        reader: Reader,
        *,
        with_built_in: bool = False,
        kept: KeepsRejected | None = None,
    ) -> None:
        """`reader` is the built-in one, against whose cues the answers are proven.

        `with_built_in` gives also the claims that it alone makes; `kept` takes what proof rejects (None: the store).
        """
        self._store = store
        self._reader = reader
        self._with_built_in = with_built_in
        self._kept = kept or store
        self._pages: dict[str, KeptPage] = {}
        for page in pages:
            self._pages.setdefault(page.document.sha256, page)
        self.rejected = 0

    def read(self, document: Document, *, min_confidence: float | None = None) -> Reading:
        """The proven claims of a document that reach a confidence, by all answers that are there.

        The level is the built-in reader's own where none is given. What proof kept out is kept.
        """
        page = self._pages[document.sha256]
        answers = [self._store.get(request) for request in page.requests]
        told = joined(parsed(answer) for answer in answers if answer is not None)
        mark = reader_name(page.model), page.codebook
        proven = proven_by(self._reader, document, sentences_of(page), told, mark=mark, kept=self._kept)
        self.rejected += len(proven.rejected)
        level = self._reader.default_level if min_confidence is None else min_confidence
        reading = reading_of(proven, level, with_built_in=self._with_built_in)
        return reading._replace(notes=[*reading.notes, *_notes(page, answers.count(None), cut=told.cut)])


def _notes(page: KeptPage, missing: int, *, cut: bool) -> Iterator[Note]:
    """What the answers leave open."""
    if missing:
        yield Note(NOT_READ, f"{page.model} has not answered {missing} of {len(page.requests)} passages yet")
    if cut:
        yield Note(NOT_READ, f"an answer of {page.model} was cut off before its end: what it still had to say is lost")


class KeptGiving:
    """What somebody gave of pages when they were exported."""

    def __init__(self, pages: Iterable[KeptPage]) -> None:
        self._given: Mapping[tuple[str, Document], Sequence[str]] = {
            (page.file, page.document): page.given for page in pages
        }

    def fields(self, file: str, document: Document) -> frozenset[str]:
        """The fields of a document of a file that somebody gave."""
        return frozenset(self._given[file, document]) | {NOTES}


def sentences_of(page: KeptPage) -> Numbered:
    """The numbered sentences of a page, as its requests showed them."""
    places = enumerate(page.sentences, 1)
    return Numbered(
        page.document.text,
        tuple(
            NumberedSentence(number, start, end, cast(ZoneKind, zone), paragraph)
            for number, (start, end, zone, paragraph) in places
        ),
    )
