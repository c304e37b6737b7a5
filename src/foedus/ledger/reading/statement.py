"""A statement as the ledger holds it, and what becomes of it."""

from typing import NamedTuple

from foedus.model.claim import Claim

READER, PERSON = "reader", "person"


class Key(NamedTuple):
    """The address of a statement: `twin` counts different claims of one text that came with the same id."""

    id: str
    twin: int


class State(NamedTuple):
    """How a statement holds.

    `origin` is `reader` where a reader reads it (as `machine`, else just as the claim says), and `person` where
    only a person's word holds it. `review` is what a person made of it, if anything; without any, `machine` is what
    the reader gave before a name was linked that a person had linked to an entity.
    """

    claim: Claim
    twin: int
    origin: str = READER
    review: str | None = None
    machine: Claim | None = None

    @property
    def key(self) -> Key:
        """The statement's address."""
        return Key(self.claim.id, self.twin)

    @property
    def read(self) -> Claim | None:
        """What the reader gave last; None where no reader reads it."""
        return self.machine or (self.claim if self.origin == READER else None)


class Held(NamedTuple):
    """A version that holds, by its number."""

    reading: int
    state: State


class Change(NamedTuple):
    """What becomes of a statement: from what holds (None: it is new) to what is to hold (None: it ends).

    Both have one address, unless a reader gives under another id what nobody has judged.
    """

    old: Held | None
    new: State | None

    @property
    def moved(self) -> bool:
        """Whether the statement goes on under another address."""
        return self.old is not None and self.new is not None and self.old.state.key != self.new.key

    @property
    def judged(self) -> bool:
        """Whether it changes what the reader says of a statement that a person has judged."""
        if self.old is None or self.new is None or self.old.state.review is None:
            return False
        return (self.old.state.origin, self.old.state.machine) != (self.new.origin, self.new.machine)
