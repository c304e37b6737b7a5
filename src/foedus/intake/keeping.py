"""What was read, into the ledger: a batch at a time, and anew where its pages were corrected while it was read."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, NamedTuple

from foedus.intake.met import Met
from foedus.intake.taking import Taken
from foedus.ledger.reading.incoming import Added, Incoming, ReaderVersion
from foedus.ledger.reading.placing import Placed
from foedus.model.document import Document

if TYPE_CHECKING:
    from foedus.ledger.store import Ledger

_TRIES = 3
"""How often a batch is written before a text is taken as it was read, though others keep correcting its page."""


class Pending(NamedTuple):
    """A document that was read: as it came, the fields somebody gave, as what it was read, and what was found."""

    file: str
    document: Document
    given: frozenset[str]
    read_as: Document
    taken: Taken


class Keeper:
    """Writes batches into a ledger; `note` is what they are remembered by, `version` the reader's.

    `slow` is entered with the ledger's name round every write, to tell of a long wait.
    """

    def __init__(
        self,
        ledger: "Ledger",
        note: str,
        version: ReaderVersion | None,
        slow: Callable[[str], AbstractContextManager[None]],
    ) -> None:
        self._ledger = ledger
        self._note = note
        self._version = version
        self._slow = slow
        self._met = Met()

    def placed(self, document: Document, given: frozenset[str]) -> Placed:
        """What a document is to be read as."""
        return self._ledger.placed(document, given)

    def keep(
        self, pending: Sequence[Pending], again: Callable[[Pending, Placed], Pending]
    ) -> tuple[list[Pending], list[Added]]:
        """Write a batch; `again` reads a document as what it has become meanwhile. All as it was kept, and what came
        of it at each try.
        """
        kept = list(pending)
        places = list(range(len(kept)))
        came: list[Added] = []
        for left in reversed(range(_TRIES)):
            came.append(self._add([kept[place] for place in places], checked=left > 0))
            misread = set(came[-1].misread)
            places = [place for place in places if kept[place].document.sha256 in misread]
            if not places:
                break
            for place in places:
                one = kept[place]
                kept[place] = again(one, self.placed(one.document, one.given))
        return kept, came

    def _add(self, pending: Sequence[Pending], *, checked: bool) -> Added:
        batch = [
            Incoming(one.document, one.taken.claims, one.given, one.read_as.ref if checked else None, self._version)
            for one in pending
        ]
        met = self._met.of(claim for one in pending for claim in one.taken.claims)
        with self._slow(self._ledger.where):
            return self._ledger.add(batch, note=self._note, met=met)
