"""One batch in one transaction: rows are numbered, inserted and digested; at its end the chain goes on by a link.

There is one writer at a time, so that numbers are given here: the highest so far and one.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sqlalchemy import Column, Connection, Table, bindparam, func, select, update

from foedus.ledger.proof.chain import content_digest, ended_digest, entry_digest, link
from foedus.ledger.proof.covered import Row, coverage, start
from foedus.ledger.records import Values
from foedus.ledger.stores.store import Store
from foedus.ledger.tables import audit, batches, entries, facts


class Writing:
    """A transaction under way; what it wrote is gone where it does not end with `close`."""

    def __init__(
        self,
        store: Store,
        connection: Connection,
        *,
        action: str,
        now: str,
        actor: str | None = None,
        command: str | None = None,
        reader: str | None = None,
    ) -> None:
        """Begin a batch; the ledger's time never runs backwards, whatever the clock does."""
        self.store = store
        self.connection = connection
        last, latest = connection.execute(select(func.max(batches.c.number), func.max(batches.c.at))).one()
        self.batch = (last or 0) + 1
        self.at: str = max(now, latest or now)
        self._head: Row = (self.batch, self.at, action, actor, command, reader)
        self._digests: dict[int | None, list[bytes]] = defaultdict(list)
        self._next: dict[str, int] = {}
        store.bulk_insert(connection, batches, [self._head])

    @property
    def anything(self) -> bool:
        """Whether the batch has written something."""
        return bool(self._digests)

    def next(self, table: Table, count: int = 1) -> int:
        """The first of as many free numbers of a table."""
        if table.name not in self._next:
            key = _key(table)
            self._next[table.name] = (self.connection.scalar(select(func.max(key))) or 0) + 1
        first = self._next[table.name]
        self._next[table.name] += count
        return first

    def add(self, table: Table, rows: Sequence[Values], *, document: int | None = None) -> list[int]:
        """Insert rows given by name; their numbers, where the table numbers its rows.

        `batch` is this one and what is not named is null. A row counts to the entry of the document that it names,
        else to that of `document`.
        """
        names = [column.name for column in table.columns]
        key = _number(table)
        if key is not None and rows and key.name not in rows[0]:
            first = self.next(table, len(rows))
            numbers = list(range(first, first + len(rows)))
            given = [{"batch": self.batch, **row, key.name: n} for row, n in zip(rows, numbers, strict=True)]
        else:
            numbers = [row[key.name] for row in rows] if key is not None else []
            given = [{"batch": self.batch, **row} for row in rows]
        self.insert(table, [tuple(map(row.get, names)) for row in given], document=document)
        return numbers

    def insert(self, table: Table, rows: Sequence[Row], *, document: int | None = None) -> None:
        """Insert whole rows in the order of the columns, numbers and batch included."""
        if not rows:
            return
        self.store.bulk_insert(self.connection, table, rows)
        covered, digests = coverage(table), self._digests
        place, digest = covered.document, covered.digest
        for row in rows:
            digests[document if place is None else row[place]].append(digest(row))

    def end(self, table: Table, rows: Mapping[int, int | None]) -> None:
        """Rows stop to hold: their numbers, each with the document that it is about (none: the ledger as a whole)."""
        if not rows:
            return
        key = _key(table)
        statement = update(table).where(key == bindparam("key_")).values(ended=self.batch)
        self.connection.execute(statement, [{"key_": number} for number in rows])
        for number, document in rows.items():
            self._digests[document].append(ended_digest(str(table.name), number))

    def close(self) -> None:
        """Write the batch's entries and its link; the transaction is then ready to be committed."""
        written = [(document, entry_digest(digests)) for document, digests in self._digests.items()]
        self.store.bulk_insert(self.connection, entries, [(self.batch, *entry) for entry in written])
        previous = self._head_hash()
        self.store.bulk_insert(self.connection, audit, [tuple(link(self._head, content_digest(written), previous))])

    def cover(self, digest: bytes, document: int | None) -> None:
        """Put what is no row of its own under the chain, as what a withdrawal leaves."""
        self._digests[document].append(digest)

    def _head_hash(self) -> str:
        """The link that this one goes on from; before the first stands what the ledger says of itself."""
        last = self.connection.scalar(select(audit.c.hash).order_by(audit.c.batch.desc()).limit(1))
        return last or start({row.key: row.value for row in self.connection.execute(select(facts))})


def _key(table: Table) -> Column[int]:
    """The column that numbers a table's rows; there is one wherever it is asked for."""
    key = _number(table)
    if key is None:
        raise TypeError(f"the rows of {table.name} have no number")
    return key


def _number(table: Table) -> Column[int] | None:
    keys = list(table.primary_key.columns)
    return keys[0] if len(keys) == 1 and keys[0].name in ("number", "reading") else None
