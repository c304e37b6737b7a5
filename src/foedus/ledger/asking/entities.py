"""The entities that claims speak of, as of any moment."""

from msgspec import Struct
from sqlalchemy import Connection, and_, func, select

from foedus.ledger.asking.conditions import shown
from foedus.ledger.asking.moments import batch_as_of, known
from foedus.ledger.filters import ClaimFilter, Moment
from foedus.ledger.tables import claims, entities, fillers


class Met(Struct, frozen=True):
    """An entity with the number of claims in whose roles it stands; the name is null where none was kept."""

    key: str
    kind: str
    name: str | None
    claims: int


def entities_met(connection: Connection, as_of: Moment = None) -> list[Met]:
    """All entities of claims that hold and are not rejected, the most frequent first; looks at every claim."""
    batch = batch_as_of(connection, as_of)
    named = and_(entities.c.key == fillers.c.entity, known(entities, batch))
    count = func.count(fillers.c.reading.distinct())
    asked = (
        select(fillers.c.entity, func.min(fillers.c.kind), func.min(entities.c.name), count)
        .join(claims, claims.c.reading == fillers.c.reading)
        .outerjoin(entities, named)
        .where(fillers.c.entity.is_not(None), shown(ClaimFilter(), batch))
        .group_by(fillers.c.entity)
        .order_by(count.desc(), fillers.c.entity)
    )
    return [Met(*row) for row in connection.execute(asked)]
