"""Reading a stream of documents: each read by itself, kept in whole batches, everything that fails told and counted."""

import gc
import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, Protocol

from msgspec import UNSET
from msgspec.structs import replace

from foedus.cli.errors import DONE, NOTHING_READ, PARTLY
from foedus.cli.levels import default_level, sure_level
from foedus.cli.reports import Reports
from foedus.cli.sinks import Sink
from foedus.ingest.document import UNKNOWN_LANGUAGE
from foedus.ingest.problem import Problem
from foedus.ingest.sources import Item
from foedus.model.claim import Claim
from foedus.model.document import Document
from foedus.register.surety import to_check

if TYPE_CHECKING:
    from foedus.ledger.store import Ledger
    from foedus.reader.read import Reading

_NAME_IT = "its language cannot be told; name it with --lang, or as `lang` in manifest.yaml or the JSON line"

_GARBLED = "garbled"
"""Code of the note on a document that looks machine-spun or badly translated."""
BATCH_DOCUMENTS = 50
YOUNG = 50_000
"""New objects between two collections: a document makes thousands, and almost none in cycles."""
BATCH_CHARACTERS = 5_000_000


class DocumentReader(Protocol):
    """What the job asks of a reader."""

    def read(self, document: Document, *, min_confidence: float | None = None) -> "Reading":
        """The claims of a document, and notes on what was not read and why."""


@dataclass
class Tally:
    """What came of a reading so far.

    `not_read` are the items that failed; `unread` the documents in a language without a lexicon, by language,
    which is no failure. `kept` (documents), `new` and `known` (claims) are what the ledger has taken. `sure` of
    the claims, taken or shown, need no check; `held_back` were too doubtful to be taken or, without ledger, shown.
    """

    read: int = 0
    not_read: int = 0
    unread: dict[str, list[str]] = field(default_factory=dict)
    claims: int = 0
    kept: int = 0
    new: int = 0
    known: int = 0
    sure: int = 0
    held_back: int = 0
    garbled: int = 0
    """Documents that look machine-spun or badly translated; each bears a note that says why."""

    @property
    def exit_code(self) -> int:
        """Done, done in part, or nothing read."""
        if self.read == 0:
            return NOTHING_READ
        return PARTLY if self.not_read else DONE


class _Pending(NamedTuple):
    file: str
    document: Document
    claims: tuple[Claim, ...]


class ReadJob:
    """Items to the ledger (None: to none) and to a sink; `tally` says how far it came, even when interrupted."""

    def __init__(
        self,
        reader: DocumentReader,
        *,
        readable: frozenset[str],
        ledger: "Ledger | None",
        sink: Sink,
        min_confidence: float | None,
        note: str,
    ) -> None:
        """`readable` are the languages that the reader reads, `note` is what the ledger remembers of a batch."""
        self.tally = Tally()
        self._reader = reader
        self._readable = readable
        self._ledger = ledger
        self._sink = sink
        self._min_confidence = min_confidence
        # The reader's own level, unless less is asked for: a higher one only hides, so that the ledger loses nothing.
        self._level = min_confidence if min_confidence is not None and min_confidence < default_level() else None
        self._sure = sure_level()
        self._note = note
        self._reports = Reports()
        self._pending: list[_Pending] = []

    def run(self, items: Iterable[Item]) -> None:
        """Read all items; an interruption loses the batch that is not yet written, never part of one."""
        gc.freeze()  # lexicons, models and gazetteer stay: no collection need walk them
        gc.set_threshold(YOUNG)
        for file, result in items:
            if isinstance(result, Problem):
                self._fail(file, result.message)
                continue
            for told in result.notes:
                self._reports.tell(file, f"{result.source}: {told.text}")
            self._read(file, result)
            if self._full():
                self._flush()
        self._flush()
        self._reports.close()

    def _read(self, file: str, document: Document) -> None:
        if document.lang == UNKNOWN_LANGUAGE:
            document = replace(document, lang=_language(document.text))
        try:
            reading = self._reader.read(document, min_confidence=self._level)
        except Exception as error:
            if os.environ.get("FOEDUS_DEBUG"):
                raise
            what = f"{type(error).__name__}: {error}"
            self._fail(file, f"{document.source} left out: internal error, {what} (FOEDUS_DEBUG=1 shows where)")
            return
        document = replace(document, notes=(*document.notes, *reading.notes))
        self.tally.held_back += reading.held_back
        self.tally.garbled += any(note.code == _GARBLED for note in reading.notes)
        if reading.claims or document.lang in self._readable:
            self.tally.read += 1
        elif document.lang == UNKNOWN_LANGUAGE:
            self._fail(file, f"{document.source} not read: {_NAME_IT}")
        else:
            self.tally.unread.setdefault(document.lang, []).append(document.source or file)
        self._pending.append(_Pending(file, document, tuple(reading.claims)))

    def _fail(self, file: str, message: str) -> None:
        self.tally.not_read += 1
        self._reports.tell(file, message)

    def _full(self) -> bool:
        characters = sum(len(one.document.text) for one in self._pending)
        return len(self._pending) >= BATCH_DOCUMENTS or characters >= BATCH_CHARACTERS

    def _flush(self) -> None:
        """The ledger first: what is printed is also kept."""
        if self._ledger is not None and self._pending:
            added = self._ledger.add([(one.document, one.claims) for one in self._pending], note=self._note)
            self.tally.new += added.claims
            self.tally.known += sum(len(one.claims) for one in self._pending) - added.claims
        for one in self._pending:
            shown = [claim for claim in one.claims if self._is_shown(claim)]
            self.tally.claims += len(shown)
            if self._ledger is None:
                self.tally.held_back += len(one.claims) - len(shown)
            kept = one.claims if self._ledger is not None else shown
            self.tally.sure += sum(not to_check(claim, self._sure) for claim in kept)
            self._sink.put(one.file, one.document, shown)
        self.tally.kept += len(self._pending)
        self._pending.clear()

    def _is_shown(self, claim: Claim) -> bool:
        """As the ledger's filter: what nothing has calibrated is shown unless a confidence is asked for."""
        if not self._min_confidence:
            return True
        return claim.reader.confidence is not UNSET and claim.reader.confidence >= self._min_confidence


def _language(text: str) -> str:
    from foedus.language.identify import document_language  # noqa: PLC0415 - loads its model

    return document_language(text).lang
