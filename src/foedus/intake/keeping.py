"""What was read, into the ledger: a batch at a time, and anew where its pages were corrected while it was read.

Claims that a model told and that were proven are not replaced by what the built-in reader reads: such a document keeps
them, and only its page is seen again.
"""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, NamedTuple

from foedus.careful.mark import BEGINNING, is_careful
from foedus.intake.given import NOTES
from foedus.intake.met import Met
from foedus.intake.taking import Taken
from foedus.ledger.filters import REVIEWED, ClaimFilter
from foedus.ledger.reading.incoming import Added, Incoming, ReaderVersion
from foedus.ledger.reading.placing import Placed
from foedus.model.document import Document

if TYPE_CHECKING:
    from foedus.ledger.store import Ledger

_TRIES = 3
"""How often a batch is written before a text is taken as it was read, though others keep correcting its page."""


class Pending(NamedTuple):
    """A document that was read: as it came, the fields somebody gave, as what it was read, and what was found.

    `stood`: it was not read, as the claims that it has are a model's; `redated` where its date was corrected since.
    """

    file: str
    document: Document
    given: frozenset[str]
    read_as: Document
    taken: Taken
    stood: bool = False
    redated: bool = False


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
        self._behind = BEGINNING if version is not None and not is_careful(version.name) else None
        self._met = Met()

    def placed(self, document: Document, given: frozenset[str]) -> Placed:
        """What a document is to be read as."""
        return self._ledger.placed(document, given)

    def standing(self, file: str, document: Document, given: frozenset[str], placed: Placed) -> Pending | None:
        """The document with the claims that it has and keeps; None where it is to be read."""
        if self._behind is None or placed.last is None or not placed.last.is_by(self._behind):
            return None
        claims = tuple(self._ledger.claims(ClaimFilter(document=document.sha256, review=REVIEWED)))
        shown = tuple(self._ledger.claims(ClaimFilter(document=document.sha256)))
        redated = any(claim.document.published != placed.document.published for claim in claims)
        return Pending(file, document, given - {NOTES}, placed.document, Taken(claims, shown, (), 0), True, redated)

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
        batch = [self._incoming(one, checked=checked) for one in pending]
        met = self._met.of(claim for one in pending for claim in one.taken.claims)
        with self._slow(self._ledger.where):
            return self._ledger.add(batch, note=self._note, met=met)

    def _incoming(self, one: Pending, *, checked: bool) -> Incoming:
        if one.stood:
            return Incoming(one.document, given=one.given, only_seen=True)
        return Incoming(
            one.document,
            one.taken.claims,
            one.given,
            one.read_as.ref if checked else None,
            self._version,
            behind=self._behind if checked else None,
        )
