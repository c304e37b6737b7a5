"""Stored texts read again: what that would change, and writing just what was shown."""

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import Connection

from foedus.ledger.reading.documents import write_documents
from foedus.ledger.reading.incoming import Incoming
from foedus.ledger.reading.statement import Change
from foedus.ledger.reading.statements import changes_of
from foedus.ledger.reading.texts import held_texts
from foedus.ledger.writing.transaction import Writing


class Rereading(NamedTuple):
    """A text read again, and what becomes of its statements by that."""

    incoming: Incoming
    changes: tuple[Change, ...]

    @property
    def judged(self) -> tuple[Change, ...]:
        """The changes that touch what the reader says of statements which a person has judged."""
        return tuple(change for change in self.changes if change.judged)


def rereadings(connection: Connection, batch: Sequence[Incoming]) -> list[Rereading]:
    """What a batch of stored texts, each read again, would change; one that is not held any more is left out."""
    texts = held_texts(connection, [one.document.sha256 for one in batch])
    read = {
        texts[one.document.sha256]: one
        for one in batch
        if one.document.sha256 in texts and texts[one.document.sha256].withdrawn is None
    }
    for text, one in read.items():
        text.see(one)
    changes = changes_of(connection, read, [text.number for text in read])
    return [Rereading(one, tuple(changes[text.number])) for text, one in read.items()]


def write_rereadings(writing: Writing, shown: Sequence[Rereading]) -> list[Rereading]:
    """Write what was shown; those that are left out because somebody changed the text's statements meanwhile."""
    now = {one.incoming.document.sha256: one for one in rereadings(writing.connection, [one.incoming for one in shown])}
    same = [one for one in shown if now.get(one.incoming.document.sha256) == one]
    write_documents(writing, [one.incoming for one in same])
    return [one for one in shown if one not in same]
