"""Reading stored texts again: what would change is shown first, and asked for where it touches a person's judgement."""

import gc
import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from msgspec.structs import replace

from foedus.careful.mark import BEGINNING
from foedus.cli.comparing import compare_all
from foedus.cli.console import tell
from foedus.cli.errors import DONE, PARTLY
from foedus.intake.met import Met
from foedus.intake.read_job import BATCH_CHARACTERS, BATCH_DOCUMENTS, YOUNG
from foedus.intake.taking import DocumentReader, notes_now, take
from foedus.intake.turns import told_when_slow
from foedus.ledger.reading.incoming import Incoming, ReaderVersion
from foedus.ledger.reading.reads import LastRead
from foedus.ledger.reading.rereading import Rereading
from foedus.model.document import Document

if TYPE_CHECKING:
    from foedus.intake.answers.reproving import Reproving
    from foedus.ledger.store import Ledger

_NOTES_ALONE = frozenset({"notes"})
"""What a reading says of a page; all else of it stays."""


@dataclass
class RereadTally:
    """What came of reading again: documents, claims by what became of them, and what was left as it is.

    Of documents that a model read, `proven` were proven anew, `by_model` were left, as not all answers are at hand.
    """

    read: int = 0
    not_read: int = 0
    new: int = 0
    changed: int = 0
    gone: int = 0
    reviewed: int = 0
    proven: int = 0
    by_model: int = 0
    left: int = 0
    left_claims: int = 0
    overtaken: int = 0

    @property
    def exit_code(self) -> int:
        """Done, or done in part."""
        return PARTLY if self.not_read or self.left or self.overtaken else DONE


class RereadJob:
    """Documents of a ledger to a reader and back.

    `show` gets every batch before it is written. `ask` is asked about the documents of a batch whose reading would
    change what stands beside reviewed claims: where it says no, they stay as they are as a whole, so that a
    document's claims are always of one reading, and this reader has not read them. `dry` writes nothing at all.
    """

    def __init__(
        self,
        reader: DocumentReader,
        ledger: "Ledger",
        version: ReaderVersion,
        *,
        level: float | None,
        show: Callable[[Sequence[Rereading]], None],
        ask: Callable[[Sequence[Rereading]], bool],
        command: str,
        dry: bool,
        reproving: "Reproving | None" = None,
    ) -> None:
        """`reproving` proves anew what a model read; None: all is read by `reader`."""
        self.tally = RereadTally()
        self._reader = reader
        self._ledger = ledger
        self._version = version
        self._level = level
        self._show = show
        self._ask = ask
        self._command = command
        self._dry = dry
        self._reproving = reproving
        self._met = Met()
        self._pending: list[Incoming] = []

    def run(self, documents: Iterable[Document]) -> None:
        """Read all of them; an interruption loses the batch that is not yet written, never part of one."""
        gc.freeze()  # as in ReadJob
        gc.set_threshold(YOUNG)
        for document in documents:
            self._read(document)
            characters = sum(len(one.document.text) for one in self._pending)
            if len(self._pending) >= BATCH_DOCUMENTS or characters >= BATCH_CHARACTERS:
                self._flush()
        self._flush()
        if not self._dry:
            compare_all(self._ledger)

    def _read(self, document: Document) -> None:
        placed = self._ledger.placed(document, frozenset())
        chosen = self._chosen(document, placed.last)
        if chosen is None:
            self.tally.by_model += 1
            return
        reader, version = chosen
        try:
            taken = take(reader, document, self._level, placed.statements)
        except Exception as error:
            if os.environ.get("FOEDUS_DEBUG"):
                raise
            self.tally.not_read += 1
            what = f"{type(error).__name__}: {error}"
            tell(f"{document.id} stays as it is: internal error, {what} (FOEDUS_DEBUG=1 shows where)")
            return
        self.tally.proven += reader is not self._reader
        noted = replace(document, notes=notes_now(document.notes, taken.notes))
        self._pending.append(Incoming(noted, taken.claims, _NOTES_ALONE, document.ref, version))

    def _chosen(self, document: Document, last: LastRead | None) -> tuple[DocumentReader, ReaderVersion] | None:
        """Who reads a document; None where a model did and its answers are not at hand."""
        if self._reproving is None or last is None or not last.is_by(BEGINNING):
            return self._reader, self._version
        found = self._reproving.reader(document, last.reader)
        return (found, last.reader) if found else None

    def _flush(self) -> None:
        read, self._pending = self._ledger.rereadings(self._pending), []
        self._show([one for one in read if one.changes])
        judged = [one for one in read if one.judged]
        if self._dry or (judged and not self._ask(judged)):
            self.tally.left += 0 if self._dry else len(judged)
            self.tally.left_claims += 0 if self._dry else sum(len(one.judged) for one in judged)
            written = read if self._dry else [one for one in read if not one.judged]
        else:
            written = read
        if written and not self._dry:
            met = self._met.of(claim for one in written for claim in one.incoming.claims)
            with told_when_slow(self._ledger.where, tell):
                overtaken = self._ledger.reread(written, command=self._command, met=met)
            self.tally.overtaken += len(overtaken)
            written = [one for one in written if one not in overtaken]
        for one in written:
            self._count(one)

    def _count(self, one: Rereading) -> None:
        self.tally.read += 1
        for change in one.changes:
            if change.old is None:
                self.tally.new += 1
            elif change.new is None:
                self.tally.gone += 1
            elif change.old.state.review is None:
                self.tally.changed += 1
            else:
                self.tally.reviewed += 1
