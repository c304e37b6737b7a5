"""Claims brought up to a link of a name that begins or ends: a new version of each that bears the name."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import Connection, select

from foedus.ledger.address import Address
from foedus.ledger.asking.shelves import with_id
from foedus.ledger.review.links import Alias, alias, folded_name, linked
from foedus.ledger.review.origins import untied
from foedus.ledger.review.settling import next_version
from foedus.ledger.review.statements import Held, versions_where
from foedus.ledger.tables import aliases, claims, fillers, reviews, voices
from foedus.ledger.words import folded
from foedus.ledger.writing.transaction import Writing
from foedus.ledger.writing.versions import end, put
from foedus.model.claim import Claim

_CHUNK = 500
"""Values asked for at once."""
_OWN_WORD = ("correct", "split", "add")
"""Judgements by which a person gives an entity to one claim."""


def tie(writing: Writing, name: str, entity: str, kind: str, reason: str | None) -> int:
    """Begin a link; every claim that holds and has the name without an entity gets a new version. How many."""
    row = {"name": name, "folded": folded_name(name), "entity": entity, "kind": kind, "reason": reason}
    (number,) = writing.add(aliases, [row])
    made = alias(writing.connection, number)
    return sum(
        _renew(writing, zip(some, linked([one.claim for one in some], {made.folded: made}), strict=True))
        for some in _without(writing.connection, made)
    )


def untie(writing: Writing, taken: Alias) -> int:
    """End a link; every claim that it linked gets a new version without it. How many."""
    writing.end(aliases, {taken.number: None})
    return sum(_renew(writing, _untied(writing.connection, some, taken)) for some in _with(writing.connection, taken))


def _renew(writing: Writing, found: Iterable[tuple[Held, Claim]]) -> int:
    """New versions of what a link has changed; what people judged of the claims stays."""
    changed = [(held, claim) for held, claim in found if claim != held.claim]
    end(writing, {held.reading: held.document for held, _ in changed})
    put(writing, [next_version(held, claim, held.review) for held, claim in changed])
    return len(changed)


def _without(connection: Connection, made: Alias) -> Iterator[list[Held]]:
    """Claims that hold, and have the name somewhere without an entity."""
    readings: set[int] = set()
    for table in (fillers, voices):
        names = select(table.c.name).where(table.c.entity.is_(None), table.c.name.is_not(None)).distinct()
        same = [name for name in connection.scalars(names) if folded(name) == made.folded]
        for start in range(0, len(same), _CHUNK):
            named = table.c.name.in_(same[start : start + _CHUNK])
            readings.update(connection.scalars(select(table.c.reading).where(table.c.entity.is_(None), named)))
    return _holding(connection, readings)


def _with(connection: Connection, taken: Alias) -> Iterator[list[Held]]:
    """Claims that hold and name the link's entity."""
    readings: set[int] = set()
    for table in (fillers, voices):
        readings.update(connection.scalars(select(table.c.reading).where(table.c.entity == taken.entity)))
    return _holding(connection, readings)


def _holding(connection: Connection, readings: set[int]) -> Iterator[list[Held]]:
    """In parts, so that the claims of a part alone are in memory."""
    ordered = sorted(readings)
    for start in range(0, len(ordered), _CHUNK):
        some = claims.c.reading.in_(ordered[start : start + _CHUNK])
        yield versions_where(connection, some, claims.c.ended.is_(None), claims.c.record.is_not(None))


def _untied(connection: Connection, held: Sequence[Held], taken: Alias) -> Iterator[tuple[Held, Claim]]:
    ids = {one.address.id for one in held}
    past: dict[Address, list[Held]] = defaultdict(list)
    for one in versions_where(connection, with_id(connection, ids), claims.c.record.is_not(None)):
        past[one.address].append(one)
    own = _own_word(connection, ids)
    return ((one, untied(past[one.address], taken, own)) for one in held)


def _own_word(connection: Connection, ids: set[str]) -> set[int]:
    """The versions of claims that a person made by a judgement of that claim."""
    judged = select(reviews.c.after).where(
        reviews.c.claim.in_(ids),
        reviews.c.action.in_(_OWN_WORD),
        reviews.c.after.is_not(None),
        reviews.c.after.is_distinct_from(reviews.c.before),  # an opinion made no version
    )
    return {reading for reading in connection.scalars(judged) if reading is not None}
