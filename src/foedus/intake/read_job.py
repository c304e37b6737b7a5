"""Reading a stream of documents: each read by itself, kept in whole batches, everything that fails told and counted."""

import gc
import os
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from itertools import chain
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
from foedus.intake.taking import DocumentReader, Read, read_one, take
from foedus.intake.tally import Tally
from foedus.intake.turns import TOLD_AFTER, told_when_slow
from foedus.ledger.reading.incoming import ReaderVersion
from foedus.ledger.reading.placing import Placed
from foedus.model.claim import Claim
from foedus.model.document import Document
from foedus.model.errors import FoedusError
from foedus.register.surety import to_check

if TYPE_CHECKING:
    from foedus.intake.crew import Crew
    from foedus.ledger.store import Ledger

_NAME_IT = "its language cannot be told; name it with --lang, or as `lang` in manifest.yaml or the JSON line"

_GARBLED = "garbled"
"""Code of the note on a document that looks machine-spun or badly translated."""
BATCH_DOCUMENTS = 50
BATCH_CHARACTERS = 5_000_000
YOUNG = 50_000
"""New objects between two collections: a document makes thousands, and almost none in cycles."""


@dataclass(eq=False)
class _Begun:
    """A document under way: it `stood`, is the `same` text as another one, or `reading` waits for what it gives."""

    file: str
    document: Document
    given: frozenset[str]
    placed: Placed
    stood: Pending | None
    same: "_Begun | Pending | None"
    reading: Callable[[], Read] | None
    ended: Pending | None = None


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
        crew: "Crew | None" = None,
        busy: Callable[[str], None] | None = None,
        busy_after: float = TOLD_AFTER,
    ) -> None:
        """`readable` are the languages that the reader reads, `note` is what the ledger remembers of a batch.

        `tell` takes each line for the user. `version` is the reader's, noted with every text that it reads; `given`
        knows what somebody gave of a document. A `crew` reads in place of `reader`, several documents at once; what
        comes of it is the same. `busy` (`tell` unless given) takes a line once the ledger has been busy
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
        self._crew = crew
        self._begun: deque[_Begun] = deque()
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
            self._begin(file, result)
            self._end(self._crew.ahead if self._crew else 0)
        self._end(0)
        self._flush()
        for _ in self._comparing.all() if self._comparing else ():
            pass  # what is left of this ledger from before, if anything
        self._reports.close()

    def _begin(self, file: str, document: Document) -> None:
        given = self._given.fields(file, document)
        placed = self._keeper.placed(document, given) if self._keeper else Placed(document)
        if placed.withdrawn is not None:
            self.tally.withdrawn += 1
            self._reports.tell(file, f"{document.source} left out: its text was withdrawn ({placed.withdrawn})")
            return
        stood = self._keeper.standing(file, document, given, placed) if self._keeper else None
        same = self._same(document) if self._keeper and not stood else None
        reading = None if stood or same else self._handed(placed)
        self._begun.append(_Begun(file, document, given, placed, stood, same, reading))

    def _same(self, document: Document) -> "_Begun | Pending | None":
        """A document with the same text that is under way, or waits to be written."""
        waiting: Iterable[_Begun | Pending] = chain(self._pending, self._begun)
        return next((one for one in waiting if one.document.sha256 == document.sha256), None)

    def _handed(self, placed: Placed) -> "Callable[[], Read]":
        """What waits for the reading of a document."""
        if self._crew:
            return self._crew.hand_out(placed.document, self._level, placed.statements).result
        return partial(read_one, self._reader, placed.document, self._level, placed.statements)

    def _end(self, ahead: int) -> None:
        """Take what was begun first, until no more than so many are under way."""
        while len(self._begun) > ahead:
            one = self._begun.popleft()
            one.ended = self._ended(one)
            if one.ended is not None:
                self._pending.append(one.ended)
                self._count(one.ended)
                if self._full():
                    self._flush()

    def _ended(self, one: "_Begun") -> Pending | None:
        """The document as it was read; None where it was not, which is told and counted."""
        document = one.document
        try:
            return self._taken(one)
        except LeftError:
            self.tally.left += 1
        except FoedusError as error:
            self._fail(one.file, f"{document.source} left out: {error}")
        except Exception as error:
            if os.environ.get("FOEDUS_DEBUG"):
                raise
            what = f"{type(error).__name__}: {error}"
            self._fail(one.file, f"{document.source} left out: internal error, {what} (FOEDUS_DEBUG=1 shows where)")
        return None

    def _taken(self, one: "_Begun") -> Pending:
        """The document read; a text that waits to be written already is read as the page that named it there."""
        if one.stood is not None:
            return one.stood
        earlier = one.same.ended if isinstance(one.same, _Begun) else one.same
        if earlier is not None:
            read = Read(earlier.read_as, earlier.taken)
        else:
            read = (one.reading or self._handed(one.placed))()
        lang = read.document.lang if one.document.lang == UNKNOWN_LANGUAGE else one.document.lang
        document = replace(one.document, lang=lang, notes=(*one.document.notes, *read.taken.notes))
        return Pending(one.file, document, one.given, read.document, read.taken)

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
