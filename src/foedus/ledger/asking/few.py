"""Claims by other ways than pages of an answer: by their numbers, all where they are few, by who has a part in what."""

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, exists, select

from foedus.ledger.asking.condition import Condition, Test
from foedus.ledger.asking.conditions import conditions, shown
from foedus.ledger.asking.keys import among, each_of
from foedus.ledger.asking.moments import batch_as_of
from foedus.ledger.asking.narrowing import first_keys, sieved
from foedus.ledger.filters import ClaimFilter
from foedus.ledger.records import claim_of
from foedus.ledger.tables import claims, fillers
from foedus.model.claim import Claim


class Part(NamedTuple):
    """Entities, any of which fills one of some roles."""

    roles: Collection[str]
    entities: Collection[str]


def claims_by_reading(connection: Connection, readings: Iterable[int]) -> dict[int, Claim]:
    """Versions of claims by their numbers; those that were withdrawn are left out."""
    asked = select(claims.c.reading, claims.c.record).where(
        among(connection, list(readings), claims.c.reading), claims.c.record.is_not(None)
    )
    return {reading: claim_of(record) for reading, record in connection.execute(asked)}


def claims_if_few(connection: Connection, which: ClaimFilter, most: int) -> list[Claim] | None:
    """The claims of a filter, in no order; None where an index leads to so many that it would take long to look."""
    batch = batch_as_of(connection, which.as_of)
    asked = list(conditions(connection, which, batch))
    led = next((one.keys for one in asked if one.keys is not None), None)
    some = [] if led is None else first_keys(connection, led, most + 1)
    if led is None or len(some) > most:
        return None
    return _of(connection, dict.fromkeys(some), asked, shown(which, batch))


def claims_of_parts(connection: Connection, which: ClaimFilter, one: Part, other: Part, looked_at: int) -> list[Claim]:
    """The claims of a filter in which one takes part and another too, in no order.

    Of the versions in which the first takes part, so many are looked at, those that were published last.
    """
    first, second = fillers.alias("first"), fillers.alias("second")
    telling = select(first.c.reading).where(first.c.entity.in_(one.entities), first.c.role.in_(one.roles))
    newest = telling.order_by(first.c.published_on.desc()).limit(looked_at).subquery()
    beside = exists().where(
        second.c.reading == newest.c.reading, second.c.role.in_(other.roles), second.c.entity.in_(other.entities)
    )
    batch = batch_as_of(connection, which.as_of)
    readings = dict.fromkeys(connection.scalars(select(newest.c.reading).where(beside)))
    return _of(connection, readings, list(conditions(connection, which, batch)), shown(which, batch))


def _of(connection: Connection, readings: Iterable[int], asked: Sequence[Condition], there: Test) -> list[Claim]:
    keys, tests = sieved(list(readings), asked)
    if not keys:
        return []
    given = each_of(connection, keys, claims, claims.c.reading)
    found = select(claims.c.record).select_from(given).where(there, *tests)
    return [claim_of(record) for record in connection.scalars(found)]
