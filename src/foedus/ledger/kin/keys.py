"""The index of keys: which documents hold a key, in canonical order."""

import struct
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sqlalchemy import Connection, delete, insert, select, tuple_

from foedus.ledger.create_search import is_postgres
from foedus.ledger.kin.place import Place, document_of
from foedus.ledger.reading.texts import in_parts
from foedus.ledger.stores.store import STREAM
from foedus.ledger.tables import documents
from foedus.ledger.tables.candidates import kin_keys, kin_pages

_EACH = "SELECT page FROM kin_keys WHERE key = ? ORDER BY at, page LIMIT ?"
_ALL = (
    "SELECT asked.key, found.page FROM unnest(%s::bigint[]) AS asked (key) CROSS JOIN LATERAL "
    "(SELECT page FROM kin_keys WHERE kin_keys.key = asked.key ORDER BY at, page LIMIT %s) AS found"
)
"""Of each key a few rows: PostgreSQL takes all keys at once, SQLite cannot do so and stop after the few."""


def holders(connection: Connection, keys: Sequence[int], most: int) -> dict[int, list[str]]:
    """The first `most` documents that hold each key, in canonical order."""
    found: dict[int, list[str]] = defaultdict(list)
    if is_postgres(connection):
        for key, page in connection.exec_driver_sql(_ALL, (list(keys), most)):
            found[key].append(document_of(page))
    else:
        # asked thousands of times for a batch, and past SQLAlchemy in a fifth of the time
        cursor = connection.connection.cursor()
        for key in keys:
            rows = cursor.execute(_EACH, (key, most)).fetchall()
            if rows:
                found[key] = [document_of(row[0]) for row in rows]
        cursor.close()
    return found


def after(connection: Connection, keys: Sequence[int], place: Place) -> dict[int, list[str]]:
    """The documents behind a place that hold each key."""
    found: dict[int, list[str]] = defaultdict(list)
    asked = select(kin_keys.c.key, kin_keys.c.page)
    behind = tuple_(kin_keys.c.at, kin_keys.c.page) > tuple_(place.at, place.page)
    for some in in_parts(keys):
        there = asked.where(kin_keys.c.key.in_(some), behind)
        for key, page in connection.execute(there):
            found[key].append(document_of(page))
    return found


def keys_of(connection: Connection, ids: Iterable[str]) -> dict[str, list[int]]:
    """The keys that documents hold, of those that were compared."""
    held = select(documents.c.id, kin_pages.c.held_keys).join(documents, documents.c.number == kin_pages.c.document)
    return {
        row.id: _unpacked(row.held_keys)
        for some in in_parts(list(ids))
        for row in connection.execute(held.where(documents.c.id.in_(some)))
    }


def place_of(connection: Connection, document: str) -> Place | None:
    """Where a document was put in canonical order, if it was."""
    held = select(kin_pages.c.at, kin_pages.c.page).join(documents, documents.c.number == kin_pages.c.document)
    row = connection.execute(held.where(documents.c.id == document)).one_or_none()
    return Place(*row) if row else None


def compared(connection: Connection) -> Iterator[str]:
    """All documents that were compared, in canonical order."""
    asked = select(kin_pages.c.page).where(kin_pages.c.document > 0).order_by(kin_pages.c.at, kin_pages.c.page)
    for page in connection.scalars(asked.execution_options(yield_per=STREAM)):
        yield document_of(page)


def put(connection: Connection, number: int, place: Place, keys: Sequence[int], finders: int) -> None:
    """Let a document, by its number, hold these keys and no others; it is still to be marked as compared."""
    held = connection.execute(select(kin_pages).where(kin_pages.c.document == number)).one_or_none()
    wanted = sorted(set(keys))
    if held is not None:
        if (held.at, held.page, held.finders, _unpacked(held.held_keys)) == (*place, finders, wanted):
            return
        take(connection, [number])
    row = {"document": number, "finders": finders, "batch": None, "held_keys": _packed(wanted), **place._asdict()}
    connection.execute(insert(kin_pages), row)
    if wanted:
        connection.execute(insert(kin_keys), [{"key": key, **place._asdict()} for key in wanted])


def take(connection: Connection, numbers: Sequence[int]) -> None:
    """Let documents hold nothing, as if they had never been compared."""
    for some in in_parts(numbers):
        for row in connection.execute(select(kin_pages).where(kin_pages.c.document.in_(some))).all():
            for keys in in_parts(_unpacked(row.held_keys)):
                here = (kin_keys.c.key.in_(keys), kin_keys.c.at == row.at, kin_keys.c.page == row.page)
                connection.execute(delete(kin_keys).where(*here))
        connection.execute(delete(kin_pages).where(kin_pages.c.document.in_(some)))


def sharing(connection: Connection, numbers: Sequence[int]) -> Mapping[int, set[str]]:
    """Of each document those behind it that share one of its keys."""
    found: dict[int, set[str]] = {}
    for some in in_parts(numbers):
        for row in connection.execute(select(kin_pages).where(kin_pages.c.document.in_(some))).all():
            behind = after(connection, _unpacked(row.held_keys), Place(row.at, row.page))
            found[row.document] = {document for held in behind.values() for document in held}
    return found


def _packed(keys: Sequence[int]) -> bytes:
    return struct.pack(f"<{len(keys)}q", *keys)


def _unpacked(keys: bytes) -> list[int]:
    return list(struct.unpack(f"<{len(keys) // 8}q", keys))
