"""What readings make of the statements that the ledger holds, from its tables and back into them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, select

from foedus.ledger.reading.incoming import Incoming
from foedus.ledger.reading.moves import merged, redirect
from foedus.ledger.reading.reconcile import reconcile
from foedus.ledger.reading.statement import Change, Held, Key, State
from foedus.ledger.reading.texts import Text, in_parts
from foedus.ledger.records import claim_of
from foedus.ledger.review.links import aliases_of, linked
from foedus.ledger.tables import claims
from foedus.ledger.writing.transaction import Writing
from foedus.ledger.writing.versions import Version, end, put
from foedus.model.claim import Claim
from foedus.model.claim_json import to_json


class Came(NamedTuple):
    """What came of readings: statements that are new, those that are read otherwise than before, versions that end."""

    new: int
    changed: int
    ended: int


def bring(writing: Writing, readings: Mapping[Text, Incoming], old: Sequence[int]) -> Came:
    """Bring readings of texts in.

    `old` are the numbers of the texts that may have statements already.
    """
    changes = changes_of(writing.connection, readings, old)
    known = set(old)
    redirect(writing, [change for number, some in changes.items() if number in known for change in some])
    write_changes(writing, changes)
    found = [change for some in changes.values() for change in some]
    read = [change for change in found if change.new is not None and change.new.read is not None]
    changed = sum(change.old is not None for change in read)
    return Came(len(read) - changed, changed, sum(change.old is not None for change in found))


def as_held(connection: Connection, texts: Sequence[Text]) -> dict[Text, Incoming]:
    """Texts as though they had been read again just so: what a reader gave last of each statement that holds."""
    held = _held(connection, [text.number for text in texts])
    return {
        text: Incoming(text.named, [one.state.read for one in held[text.number] if one.state.read is not None])
        for text in texts
    }


def changes_of(
    connection: Connection, readings: Mapping[Text, Incoming], old: Sequence[int]
) -> dict[int, list[Change]]:
    """What readings change of the statements of each text, by the text's number."""
    names = aliases_of(connection)
    held = _held(connection, old)

    def link(claim: Claim) -> Claim:
        return linked([claim], names)[0] if names else claim

    moved = merged(connection) if old else {}
    return {
        text.number: reconcile(held.get(text.number, ()), one.claims, text.named.ref, _of(moved, one.claims), link)
        for text, one in readings.items()
    }


def write_changes(writing: Writing, changes: Mapping[int, Iterable[Change]]) -> None:
    """Let old versions end and new ones begin; `changes` are by the document's number."""
    ended: dict[int, int] = {}
    begun: list[Version] = []
    for number, some in changes.items():
        for change in some:
            if change.old is not None:
                ended[change.old.reading] = number
            if change.new is not None:
                begun.append(_version(change.new, number))
    end(writing, ended)
    put(writing, begun)


def _version(state: State, document: int) -> Version:
    machine = to_json(state.machine).decode() if state.machine is not None else None
    return Version(state.claim, state.twin, document, state.origin, state.review, machine)


def _held(connection: Connection, numbers: Sequence[int]) -> dict[int, list[Held]]:
    """The versions that hold, by the document's number."""
    asked = select(
        claims.c.document,
        claims.c.reading,
        claims.c.twin,
        claims.c.origin,
        claims.c.review,
        claims.c.record,
        claims.c.machine,
    ).where(claims.c.ended.is_(None))
    found: dict[int, list[Held]] = defaultdict(list)
    for some in in_parts(numbers):
        for row in connection.execute(asked.where(claims.c.document.in_(some)).order_by(claims.c.reading)):
            machine = claim_of(row.machine) if row.machine is not None else None
            state = State(claim_of(row.record), row.twin, row.origin, row.review, machine)
            found[row.document].append(Held(row.reading, state))
    return found


def _of(moved: Mapping[Key, Key], read: Sequence[Claim]) -> dict[Key, Key]:
    """The moves that can matter for a text: those of statements that were read, and on from there."""
    ids = {claim.id for claim in read}
    found: dict[Key, Key] = {}
    open_ = [key for key in moved if key.id in ids] if moved else []
    while open_:
        key = open_.pop()
        if key in moved and key not in found:
            found[key] = moved[key]
            open_.append(moved[key])
    return found
