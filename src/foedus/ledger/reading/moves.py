"""Addresses that lead elsewhere: statements that people merged, and such as a reader gives under another id now.

No address that holds leads anywhere, so that no way ends where it began.
"""

from collections.abc import Sequence

from sqlalchemy import Connection, select

from foedus.ledger.reading.statement import Change, Key
from foedus.ledger.reading.texts import in_parts
from foedus.ledger.tables import batches, redirects
from foedus.ledger.writing.transaction import Writing

_JUDGED = "review"
"""What a batch of judgements is called."""


def merged(connection: Connection) -> dict[Key, Key]:
    """Statements that a person merged into others, with where they went."""
    asked = select(redirects.c.claim, redirects.c.twin, redirects.c.to_claim, redirects.c.to_twin)
    asked = asked.join(batches, batches.c.number == redirects.c.batch)
    asked = asked.where(redirects.c.ended.is_(None), batches.c.action == _JUDGED)
    return {Key(row.claim, row.twin): Key(row.to_claim, row.to_twin) for row in connection.execute(asked)}


def redirect(writing: Writing, changes: Sequence[Change]) -> None:
    """Let addresses that statements leave lead to their new ones, and those that hold again lead nowhere."""
    ways = [(change.old.state.key, change.new.key) for change in changes if change.moved and change.old and change.new]
    begun = {change.new.key for change in changes if change.new and (change.old is None or change.moved)}
    _end(writing, begun | {key for key, _ in ways})
    rows = [{"claim": key.id, "twin": key.twin, "to_claim": to.id, "to_twin": to.twin} for key, to in ways]
    writing.add(redirects, rows)


def _end(writing: Writing, keys: set[Key]) -> None:
    asked = select(redirects.c.number, redirects.c.claim, redirects.c.twin).where(redirects.c.ended.is_(None))
    found = [
        row.number
        for some in in_parts(sorted({key.id for key in keys}))
        for row in writing.connection.execute(asked.where(redirects.c.claim.in_(some)))
        if Key(row.claim, row.twin) in keys
    ]
    writing.end(redirects, dict.fromkeys(found))
