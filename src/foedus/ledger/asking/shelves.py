"""Versions of claims by their ids: the one way in which an id, or the beginning of one, is looked up.

The index of ids stands in shelves (`tables.claims.SHELF`), and a question has to name them all. There are four a
million versions, each of which costs a few microseconds.
"""

from collections.abc import Collection
from heapq import merge
from itertools import groupby, islice

from sqlalchemy import ColumnElement, Connection, and_, func, select

from foedus.ledger.tables import claims
from foedus.ledger.tables.claims import SHELF, SHELF_BITS
from foedus.model.identity import ID_DIGITS

_BEHIND = "g"
"""Sorts behind every hexadecimal digit."""


def with_id(connection: Connection, ids: Collection[str]) -> ColumnElement[bool]:
    """Versions with one of these ids."""
    return and_(SHELF.in_(_shelves(connection)), claims.c.id.in_(ids))


def ids_from(connection: Connection, prefix: str, there: ColumnElement[bool], most: int) -> list[str]:
    """The first ids that begin so, in their order, of versions that meet a condition."""
    start = prefix[:ID_DIGITS]
    asked = select(claims.c.id).distinct().where(there).order_by(claims.c.id).limit(most)
    if len(start) == ID_DIGITS:
        return list(connection.scalars(asked.where(with_id(connection, (start,)))))
    asked = asked.where(claims.c.id >= start, claims.c.id < start + _BEHIND)
    found = (connection.scalars(asked.where(SHELF.in_((shelf,)))) for shelf in _shelves(connection))
    return [one for one, _ in islice(groupby(merge(*map(list, found))), most)]


def _shelves(connection: Connection) -> range:
    """The numbers of all shelves that have something on them."""
    newest: int = connection.scalar(select(func.max(claims.c.reading))) or 0
    return range((newest >> SHELF_BITS) + 1)
