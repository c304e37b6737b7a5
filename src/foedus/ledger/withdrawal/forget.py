"""Withdraw documents: their texts and claims go, a tombstone says that they were here, and the chain stays whole.

What goes is whatever quotes a text or says what it claims: text, titles, addresses, notes, records, who fills which
role, corrections and reasons of reviews, words to search, which texts came from which. What stays tells that something
was here: the document's id and hash (so that the same text is known when it comes again), outlet and date of its
pages, ids and kinds of its claims, and who judged them when. The rows that went can no longer be hashed; so the
withdrawal puts those that stay under the chain, as they stay.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, Table, delete, func, select, union, update

from foedus.ledger.asking.lookup import find_document
from foedus.ledger.create_search import forget_words, unindex_claims, unindex_documents
from foedus.ledger.guards import BLANKED, LOOKED_UP
from foedus.ledger.kin.forgetting import forget_kin
from foedus.ledger.proof.chain import hidden, is_hidden
from foedus.ledger.proof.covered import KEPT, kept_digest
from foedus.ledger.records import claim_of
from foedus.ledger.stores.store import STREAM
from foedus.ledger.tables import batches, claims, documents, pages, reviews, tombstones
from foedus.ledger.words import claim_text
from foedus.ledger.writing.transaction import Writing
from foedus.model.errors import LedgerError, UnknownError

_AT_ONCE = 200
"""Documents withdrawn at once, so that memory does not grow with their number."""


class Scope(NamedTuple):
    """What a withdrawal takes: documents by number and id, claims that hold in them, how many of these people judged.

    Documents that are withdrawn already are not among them.
    """

    numbers: tuple[int, ...]
    ids: tuple[str, ...]
    claims: int
    judged: int


def scope_of_document(connection: Connection, id_or_prefix: str) -> Scope:
    """The document whose id begins so; UnknownError where there is none, or several."""
    gone = select(tombstones.c.batch).join(documents, documents.c.number == tombstones.c.document)
    if connection.scalar(gone.where(documents.c.id == id_or_prefix.strip().lower())) is not None:
        return Scope((), (), 0, 0)
    return _scope(connection, [find_document(connection, id_or_prefix)["number"]])


def scope_of_batch(connection: Connection, batch: int) -> Scope:
    """Documents that came with a batch and are still here; UnknownError where there is no such batch."""
    if connection.scalar(select(batches.c.number).where(batches.c.number == batch)) is None:
        raise UnknownError(f"there is no batch {batch}; `foedus audit` lists them")
    gone = select(tombstones.c.document)
    came = select(documents.c.number).where(documents.c.batch == batch, documents.c.number.not_in(gone))
    return _scope(connection, list(connection.scalars(came.order_by(documents.c.number))))


def _scope(connection: Connection, numbers: Sequence[int]) -> Scope:
    held = judged = 0
    ids: list[str] = []
    for some in _parts(numbers):
        counted = select(func.count(), func.count(claims.c.review))
        counts = connection.execute(counted.where(claims.c.document.in_(some), claims.c.ended.is_(None))).one()
        held, judged = held + counts[0], judged + counts[1]
        named = select(documents.c.id).where(documents.c.number.in_(some)).order_by(documents.c.number)
        ids.extend(connection.scalars(named))
    return Scope(tuple(numbers), tuple(ids), held, judged)


def forget(writing: Writing, numbers: Sequence[int], *, reason: str, actor: str | None) -> int:
    """Withdraw documents by their numbers, within the batch; how many claims held in them.

    LedgerError where one of them is withdrawn already, or no reason is given.
    """
    if not reason.strip():
        raise LedgerError("a withdrawal needs a reason, which stays when the text is gone")
    ended = sum(_forget(writing, some, reason.strip(), actor) for some in _parts(numbers))
    forget_words(writing)
    return ended


def _forget(writing: Writing, numbers: Sequence[int], reason: str, actor: str | None) -> int:
    connection = writing.connection
    gone = connection.scalar(select(tombstones.c.document).where(tombstones.c.document.in_(numbers)).limit(1))
    if gone is not None:
        raise LedgerError(f"document number {gone} is withdrawn already")
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("PRAGMA secure_delete = ON")
    writing.add(tombstones, [{"document": number, "reason": reason, "actor": actor} for number in numbers])
    _end(writing, pages, numbers)
    ended = _end(writing, claims, numbers)
    forget_kin(writing, numbers)
    _unindex(writing, numbers)
    _blank(connection, numbers)
    _hide_commands(connection, numbers)
    for table in KEPT:
        _cover(writing, table, numbers)
    return ended


def _end(writing: Writing, table: Table, numbers: Sequence[int]) -> int:
    key = table.columns[0]
    current = select(key, table.c.document).where(table.c.document.in_(numbers), table.c.ended.is_(None))
    rows = {int(row[0]): int(row[1]) for row in writing.connection.execute(current)}
    writing.end(table, rows)
    return len(rows)


def _unindex(writing: Writing, numbers: Sequence[int]) -> None:
    """Take the words out of the search; it must be told the same words as it was given."""
    texts = select(documents.c.number, documents.c.text)
    for number in numbers:
        row = writing.connection.execute(texts.where(documents.c.number == number)).one()
        if row.text is not None:
            unindex_documents(writing, [(row.number, row.text)])
    records = select(claims.c.reading, claims.c.record).where(
        claims.c.document.in_(numbers), claims.c.record.is_not(None)
    )
    indexed = writing.connection.execute(records.order_by(claims.c.reading)).all()
    unindex_claims(writing, ((reading, claim_text(claim_of(record))) for reading, record in indexed))


def _blank(connection: Connection, numbers: Sequence[int]) -> None:
    """The guards let exactly this pass, for the tombstones stand."""
    for table in LOOKED_UP:
        readings = select(claims.c.reading).where(claims.c.document.in_(numbers))
        connection.execute(delete(table).where(table.c.reading.in_(readings)))
    for table, blank in BLANKED.items():
        whose = table.c.number if table is documents else table.c.document
        connection.execute(update(table).where(whose.in_(numbers)).values(dict(blank)))


def _hide_commands(connection: Connection, numbers: Sequence[int]) -> None:
    """Commands that brought or judged them can name their files, addresses and titles; their hashes stay."""
    wrote = union(*(select(table.c.batch).where(table.c.document.in_(numbers)) for table in (pages, reviews)))
    told = select(batches.c.number, batches.c.command).where(
        batches.c.number.in_(wrote), batches.c.command.is_not(None)
    )
    for number, command in connection.execute(told).all():
        if command is not None and not is_hidden(command):
            connection.execute(update(batches).where(batches.c.number == number).values(command=hidden(command)))


def _cover(writing: Writing, table: Table, numbers: Sequence[int]) -> None:
    whose = table.c.number if table is documents else table.c.document
    place = list(table.columns).index(whose)
    kept = select(table).where(whose.in_(numbers)).execution_options(yield_per=STREAM)
    for row in writing.connection.execute(kept):
        writing.cover(kept_digest(table, tuple(row)), row[place])


def _parts(numbers: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(numbers), _AT_ONCE):
        yield numbers[start : start + _AT_ONCE]
