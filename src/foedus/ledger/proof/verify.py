"""Walk the hash chain: every link, every entry, every row hashed again, nothing missing and nothing more.

Rows are read in the order of their batches, a batch at a time, so that memory grows with the largest batch and not
with the ledger. A chain proves what stands before its end: that its end was not cut off, or all of it made anew,
shows only against a link noted elsewhere (`expect`).
"""

from collections.abc import Iterator, Mapping

from sqlalchemy import CompoundSelect, Connection, select, union

from foedus.ledger.checking.looked_up import looked_up_faults
from foedus.ledger.proof.chain import Link, content_digest, entry_digest, is_hidden, link
from foedus.ledger.proof.covered import Row, start
from foedus.ledger.proof.covered_rows import CoveredRows, Findings
from foedus.ledger.proof.ordered_rows import Ordered, UnreadableError, answers
from foedus.ledger.proof.sealed_edges import edge_faults
from foedus.ledger.proof.sealed_texts import TEXTS, text_faults
from foedus.ledger.tables import SCHEMA_VERSION, audit, batches, entries, facts, pages, reviews, tombstones

__all__ = ["TEXTS", "chain_faults", "faults", "head"]


def head(connection: Connection) -> Link | None:
    """The last link of the chain; none where nothing was written yet."""
    row = connection.execute(select(audit).order_by(audit.c.batch.desc()).limit(1)).one_or_none()
    return Link(*row) if row else None


def faults(connection: Connection, expect: str | None = None) -> Iterator[str]:
    """What is not as it was written, a line each; none where the ledger is whole.

    `expect` is the hash of a link that must be there, as it was noted earlier.
    """
    try:
        yield from _chain(connection, expect)
        yield from text_faults(connection)
        yield from edge_faults(connection)
        yield from looked_up_faults(connection)
    except UnreadableError as error:
        yield str(error)


def chain_faults(connection: Connection, expect: str | None = None) -> Iterator[str]:
    """The chain's part of it alone: what `foedus.ledger.checking.check` does not look at."""
    try:
        yield from _chain(connection, expect)
    except UnreadableError as error:
        yield str(error)


def _chain(connection: Connection, expect: str | None) -> Iterator[str]:
    held: dict[str, str] = dict(answers(connection, select(facts.c.key, facts.c.value), facts.name))
    listed = select(tombstones.c.document, tombstones.c.batch)
    withdrawn: dict[int, int] = dict(answers(connection, listed, tombstones.name))
    schema = held.get("schema_version")
    if schema != str(SCHEMA_VERSION):
        yield f"the ledger says that its schema is {schema or 'none'}, and it is {SCHEMA_VERSION}"
    yield from _Walk(connection, start(held), withdrawn).faults(expect)


class _Walk:
    """Where the walk along the chain stands."""

    def __init__(self, connection: Connection, begins: str, withdrawn: Mapping[int, int]) -> None:
        self._connection = connection
        self._withdrawn = withdrawn
        self._hash, self._number, self._at = begins, 0, ""
        self._links = Ordered(answers(connection, select(audit).order_by(audit.c.batch), audit.name), 0)
        self._entries = Ordered(answers(connection, select(entries).order_by(entries.c.batch), entries.name), 0)
        self._rows = CoveredRows(connection, withdrawn)
        self._hidden = set(connection.scalars(_may_be_hidden()))

    def faults(self, expect: str | None) -> Iterator[str]:
        """Batch by batch to the end."""
        listed = select(batches).order_by(batches.c.number)
        for row in answers(self._connection, listed, batches.name):
            yield from self._batch(row)
            expect = None if expect == self._hash else expect
        yield from (_stray("a link", number) for number, *_ in self._links.rest())
        yield from (_stray("an entry", number) for number, *_ in self._entries.rest())
        yield from self._rows.rest()
        if expect is not None:
            yield f"no link of the chain is {expect}: its end was cut off or its past written anew since that was noted"

    def _batch(self, row: Row) -> Iterator[str]:
        number, at, *_ = row
        if number <= self._number or at < self._at:
            yield f"batch {number} of {at} does not come after batch {self._number} of {self._at}"
        listed: list[tuple[int | None, str]] = []
        for batch, *entry in self._entries.up_to(number):
            if batch != number:
                yield _stray("an entry", batch)
            else:
                listed.append((entry[0], entry[1]))
        yield from self._link(row, content_digest(listed))
        found = Findings()
        yield from self._rows.take(number, found)
        yield from self._written(number, dict(listed), found)
        self._number, self._at = number, at

    def _link(self, row: Row, content: str) -> Iterator[str]:
        held = None
        for values in self._links.up_to(row[0]):
            one = Link(*values)
            if one.batch != row[0]:
                yield _stray("a link", one.batch)
            else:
                held = one
        if held is None:
            yield f"batch {row[0]}: the chain has no link of it"
            return
        if held.previous != self._hash:
            before = f"that of batch {self._number}" if self._number else "the beginning"
            yield f"batch {row[0]}: its link does not follow {before}"
        if held.content != content:
            yield f"batch {row[0]}: its entries are not those that were sealed"
        if is_hidden(row[4]) and row[0] not in self._hidden:
            yield f"batch {row[0]}: its command is hidden, and nothing that it brought was withdrawn"
        if held.hash != link(row, held.content, held.previous).hash:
            yield f"batch {row[0]}: its time, action, actor, command or reader are not those that were sealed"
        self._hash = held.hash

    def _written(self, number: int, listed: Mapping[int | None, str], found: Findings) -> Iterator[str]:
        for document in sorted({*listed, *found}, key=lambda one: one or 0):
            if document is not None and number < self._withdrawn.get(document, 0):
                continue  # gone; the batch that withdrew it has sealed what is left of it
            about = "the ledger as a whole" if document is None else f"document {document}"
            if document not in listed:
                yield f"batch {number}: rows about {about} that it did not write ({found[document].told})"
            elif listed[document] != entry_digest(found[document].digests):
                yield f"batch {number}: what it wrote about {about} was changed (now: {found[document].told})"


def _may_be_hidden() -> CompoundSelect[int]:
    """Batches of withdrawn documents, whose commands can name them."""
    gone = select(tombstones.c.document)
    return union(*(select(table.c.batch).where(table.c.document.in_(gone)) for table in (pages, reviews)))


def _stray(what: str, batch: object) -> str:
    return f"the chain has {what} of batch {batch}, which is not there"
