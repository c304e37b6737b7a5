"""What came of a reading so far, and what the command ends with."""

from dataclasses import dataclass, field

DONE, PARTLY, NOTHING_READ = 0, 1, 3
"""What a command that reads ends with."""


@dataclass
class Tally:
    """What came of a reading so far.

    `not_read` are the items that failed; `unread` the documents in a language without a lexicon, by language,
    which is no failure, and neither are those `withdrawn` from the ledger or `left` by the reader for another run.
    `stood` documents keep the claims that a model's answers proved, and are not read; of these `redated` are known by
    another date by now, so that their claims' dates may be wrong.
    `kept` (documents), `new`, `changed` and `known` (claims) are what the ledger has taken, `corrected` the pages whose
    metadata were given otherwise than before, `copies` the pages that brought a text which was known from another.
    `sure` of the claims, taken or shown, need no check; `held_back` were too doubtful to be taken or, without ledger,
    shown. `garbled` documents look machine-spun or badly translated; each bears a note that says why.
    """

    read: int = 0
    not_read: int = 0
    unread: dict[str, list[str]] = field(default_factory=dict)
    withdrawn: int = 0
    left: int = 0
    stood: int = 0
    redated: int = 0
    claims: int = 0
    kept: int = 0
    new: int = 0
    changed: int = 0
    known: int = 0
    corrected: int = 0
    copies: int = 0
    sure: int = 0
    held_back: int = 0
    garbled: int = 0

    @property
    def taken(self) -> int:
        """Claims that the ledger has taken."""
        return self.new + self.changed + self.known

    @property
    def exit_code(self) -> int:
        """Done, done in part, or nothing read."""
        if self.read + self.stood == 0:
            return NOTHING_READ
        return PARTLY if self.not_read else DONE
