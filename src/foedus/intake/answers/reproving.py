"""Documents that a model read, proven anew from the answers that are kept: after proof or the gazetteer changed."""

from functools import cached_property

from foedus.careful.mark import reader_name
from foedus.careful.proving import KeepsRejected
from foedus.intake.answers.answered import AnsweredReader
from foedus.intake.answers.records import KeptPage
from foedus.intake.answers.store import AnswerStore
from foedus.ledger.filters import ClaimFilter
from foedus.ledger.reading.incoming import ReaderVersion
from foedus.ledger.store import Ledger
from foedus.model.document import Document
from foedus.reader.read import Reader


class _Nowhere:
    """Keeps nothing of what proof rejects."""

    def reject(self, *told: object) -> None:
        pass


class Reproving:
    """Readers of such documents."""

    def __init__(self, store: AnswerStore, ledger: Ledger, reader: Reader, *, dry: bool) -> None:
        """`reader` is the built-in one, against whose cues the answers are proven; `dry` keeps nothing of it."""
        self._store = store
        self._ledger = ledger
        self._reader = reader
        self._kept: KeepsRejected = _Nowhere() if dry else store

    def reader(self, document: Document, last: ReaderVersion) -> AnsweredReader | None:
        """What reads a document as its last reader did; None where an answer of that reader is not in the store.

        What the built-in reader alone makes is given where the ledger holds such claims of it.
        """
        page = self._pages.get((document.sha256, last))
        if page is None or any(self._store.get(one) is None for one in page.requests):
            return None
        held = self._ledger.claims(ClaimFilter(document=document.sha256))
        both = any(one.reader.name == self._reader.name for one in held)
        return AnsweredReader(self._store, [page], self._reader, with_built_in=both, kept=self._kept)

    @cached_property
    def _pages(self) -> dict[tuple[str, ReaderVersion], KeptPage]:
        """Pages by text (SHA-256), model and codebook."""
        return {
            (page.document.sha256, ReaderVersion(reader_name(page.model), page.codebook)): page
            for page in self._store.pages()
        }
