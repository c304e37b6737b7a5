"""Reading a stream of documents: each read by itself, kept in whole batches, everything that fails told and counted."""

import gc
import os
from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING

from msgspec import UNSET
from msgspec.structs import replace

from foedus.asked.levels import default_level, sure_level
from foedus.careful.errors import LeftError
from foedus.ingest.document import UNKNOWN_LANGUAGE
from foedus.ingest.options import Metadata
from foedus.ingest.problem import Problem
from foedus.ingest.sources import Item
from foedus.intake.comparing import Comparing
from foedus.intake.given import Given, Giving
from foedus.intake.keeping import Keeper, Pending
from foedus.intake.reports import Reports
from foedus.intake.sink import Sink
from foedus.intake.taking import DocumentReader, take
from foedus.intake.tally import Tally
from foedus.intake.turns import TOLD_AFTER, told_when_slow
from foedus.ledger.reading.incoming import ReaderVersion
from foedus.ledger.reading.placing import Placed
from foedus.model.claim import Claim
from foedus.model.document import Document
from foedus.model.errors import FoedusError
from foedus.register.surety import to_check

if TYPE_CHECKING:
    from foedus.ledger.store import Ledger

_NAME_IT = "its language cannot be told; name it with --lang, or as `lang` in manifest.yaml or the JSON line"

_GARBLED = "garbled"
"""Code of the note on a document that looks machine-spun or badly translated."""
BATCH_DOCUMENTS = 50
BATCH_CHARACTERS = 5_000_000
YOUNG = 50_000
"""New objects between two collections: a document makes thousands, and almost none in cycles."""


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
        tell: Callable[[str], None],
        version: ReaderVersion | None = None,
        given: Giving | None = None,
        busy: Callable[[str], None] | None = None,
        busy_after: float = TOLD_AFTER,
    ) -> None:
        """`readable` are the languages that the reader reads, `note` is what the ledger remembers of a batch.

        `tell` takes each line for the user. `version` is the reader's, noted with every text that it reads; `given`
        knows what somebody gave of a document. `busy` (`tell` unless given) takes a line once the ledger has been busy
        for `busy_after` seconds.
        """
        self.tally = Tally()
        self._reader = reader
        self._readable = readable
        slow = partial(told_when_slow, tell=busy or tell, seconds=busy_after)
        self._keeper = Keeper(ledger, note, version, slow) if ledger is not None else None
        self._comparing = Comparing(ledger, tell=tell, slow=slow) if ledger is not None else None
        self._sink = sink
        self._min_confidence = min_confidence
        # The reader's own level, unless less is asked for: a higher one only hides, so that the ledger loses nothing.
        self._level = min_confidence if min_confidence is not None and min_confidence < default_level() else None
        self._sure = sure_level()
        self._given: Giving = given or Given(Metadata())
        self._reports = Reports(tell)
        self._pending: list[Pending] = []

    def run(self, items: Iterable[Item]) -> None:
        """Read all items and compare them with what is held; an interruption loses the batch under way, never part."""
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
        for _ in self._comparing.all() if self._comparing else ():
            pass  # what is left of this ledger from before, if anything
        self._reports.close()

    def _read(self, file: str, document: Document) -> None:
        given = self._given.fields(file, document)
        placed = self._keeper.placed(document, given) if self._keeper else Placed(document)
        if placed.withdrawn is not None:
            self.tally.withdrawn += 1
            self._reports.tell(file, f"{document.source} left out: its text was withdrawn ({placed.withdrawn})")
            return
        try:
            one = self._taken(file, document, given, placed)
        except LeftError:
            self.tally.left += 1
            return
        except FoedusError as error:
            self._fail(file, f"{document.source} left out: {error}")
            return
        except Exception as error:
            if os.environ.get("FOEDUS_DEBUG"):
                raise
            what = f"{type(error).__name__}: {error}"
            self._fail(file, f"{document.source} left out: internal error, {what} (FOEDUS_DEBUG=1 shows where)")
            return
        self._pending.append(one)
        self._count(one)

    def _taken(self, file: str, document: Document, given: frozenset[str], placed: Placed) -> Pending:
        """The document read; a text that waits to be written already is read as the page that named it there."""
        stood = self._keeper.standing(file, document, given, placed) if self._keeper else None
        if stood is not None:
            return stood
        same = (one for one in self._pending if self._keeper and one.document.sha256 == document.sha256)
        earlier = next(same, None)
        read_as = earlier.read_as if earlier else in_a_language(placed.document)
        taken = earlier.taken if earlier else take(self._reader, read_as, self._level, placed.statements)
        lang = read_as.lang if document.lang == UNKNOWN_LANGUAGE else document.lang
        document = replace(document, lang=lang, notes=(*document.notes, *taken.notes))
        return Pending(file, document, given, read_as, taken)

    def _again(self, one: Pending, placed: Placed) -> Pending:
        """Read as what the ledger names it now; as it was read where that cannot be."""
        stood = self._keeper.standing(one.file, one.document, one.given, placed) if self._keeper else None
        if stood is not None:
            return stood
        try:
            taken = take(self._reader, placed.document, self._level, placed.statements)
        except FoedusError:
            return one
        return one._replace(read_as=placed.document, taken=taken)

    def _count(self, one: Pending) -> None:
        if one.stood:
            return
        lang = one.read_as.lang
        self.tally.held_back += one.taken.held_back
        self.tally.garbled += any(note.code == _GARBLED for note in one.taken.notes)
        if one.taken.claims or lang in self._readable:
            self.tally.read += 1
        elif lang == UNKNOWN_LANGUAGE:
            self._fail(one.file, f"{one.document.source} not read: {_NAME_IT}")
        else:
            self.tally.unread.setdefault(lang, []).append(one.document.source or one.file)

    def _fail(self, file: str, message: str) -> None:
        self.tally.not_read += 1
        self._reports.tell(file, message)

    def _full(self) -> bool:
        characters = sum(len(one.document.text) for one in self._pending)
        return len(self._pending) >= BATCH_DOCUMENTS or characters >= BATCH_CHARACTERS

    def _flush(self) -> None:
        """The ledger first: what is printed is also kept."""
        if self._keeper is not None and self._pending:
            self._pending, came = self._keeper.keep(self._pending, self._again)
            new = sum(added.claims - added.changed for added in came)
            changed = sum(added.changed for added in came)
            self.tally.new += new
            self.tally.changed += changed
            self.tally.known += sum(len(one.taken.claims) for one in self._pending) - new - changed
            self.tally.corrected += sum(added.corrected for added in came)
            self.tally.copies += sum(added.pages - added.documents for added in came)
        self.tally.stood += sum(one.stood for one in self._pending)
        self.tally.redated += sum(one.redated for one in self._pending)
        for one in self._pending:
            shown = [claim for claim in one.taken.shown if self._is_shown(claim)]
            self.tally.claims += len(shown)
            if self._keeper is None:
                self.tally.held_back += len(one.taken.claims) - len(shown)
            kept = one.taken.claims if self._keeper is not None else shown
            self.tally.sure += sum(not to_check(claim, self._sure) for claim in kept)
            self._sink.put(one.file, one.document, shown)
        self.tally.kept += len(self._pending)
        self._pending.clear()
        if self._comparing is not None:
            self._comparing.some()

    def _is_shown(self, claim: Claim) -> bool:
        """As the ledger's filter: what nothing has calibrated is shown unless a confidence is asked for."""
        if not self._min_confidence:
            return True
        return claim.reader.confidence is not UNSET and claim.reader.confidence >= self._min_confidence


def in_a_language(document: Document) -> Document:
    """The document with its language told from the text where nobody gave it."""
    if document.lang != UNKNOWN_LANGUAGE:
        return document
    from foedus.language.identify import document_language  # noqa: PLC0415 - loads its model

    return replace(document, lang=document_language(document.text).lang)
