"""Which types the claims of some documents have."""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import Connection, func, select

from foedus.ledger.asking.conditions import conditions, shown
from foedus.ledger.asking.keys import among, each_of
from foedus.ledger.asking.moments import batch_as_of
from foedus.ledger.filters import ClaimFilter
from foedus.ledger.tables import claims, documents


def types_in(connection: Connection, ids: Sequence[str], which: ClaimFilter) -> dict[str, dict[str, int]]:
    """By the id of each document how many claims of the filter, but for its words, it has of each type."""
    batch = batch_as_of(connection, which.as_of)
    numbers = list(connection.scalars(select(documents.c.number).where(documents.c.id.in_(ids))))
    readings = list(connection.scalars(select(claims.c.reading).where(among(connection, numbers, claims.c.document))))
    given = each_of(connection, readings, claims, claims.c.reading)
    asked = (
        select(documents.c.id, claims.c.type, func.count())
        .select_from(given.join(documents, documents.c.number == claims.c.document))
        .where(shown(which, batch))
        .where(*(one.test for one in conditions(connection, replace(which, text=None), batch)))
        .group_by(documents.c.id, claims.c.type)
    )
    found: dict[str, dict[str, int]] = {one: {} for one in ids}
    for document, kind, count in connection.execute(asked):
        found[document][kind] = count
    return found
