"""What was written into the ledger, batch by batch."""

from msgspec import Struct


class Judged(Struct, frozen=True):
    """A judgement of a batch: its number, what was done to which claim, and the reason; null where withdrawn.

    `named` is the name that was linked, with its entity, or the source that depends on another one.
    """

    number: int
    action: str
    claim: str | None
    named: str | None
    reason: str | None
    undoes: int | None


class Logged(Struct, frozen=True):
    """A batch.

    `at` is UTC; `actor` whose judgement it is; `reader` the readers of its claims. `wrote` counts the rows that it
    added, by table, `ended` those that stopped to hold with it. `withdrawn` are ids of documents, `why` says for what
    reason. `hash` is its link of the chain.
    """

    batch: int
    at: str
    action: str
    actor: str | None
    command: str | None
    reader: str | None
    wrote: dict[str, int]
    ended: dict[str, int]
    judged: tuple[Judged, ...]
    withdrawn: tuple[str, ...]
    why: str | None
    hash: str | None
