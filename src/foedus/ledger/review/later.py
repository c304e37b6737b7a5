"""What was judged after a judgement, of the same claims, names or sources: it would hang in the air without it."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, and_, exists, or_, select

from foedus.ledger.address import Address
from foedus.ledger.review.judgements import in_force, judgements
from foedus.ledger.review.statements import at
from foedus.ledger.tables import claims, reviews
from foedus.model.review import Judgement

_OF_NAMES = ("link", "unlink")
_OF_SOURCES = ("depend", "independ")


def later(connection: Connection, rows: Sequence[Judgement]) -> Judgement | None:
    """The last judgement in force that came after all rows of one, and concerns what they concern.

    An opinion leaves the claim as it is: it waits for nothing, and nothing waits for it.
    """
    after = reviews.c.number > max(row.number for row in rows)
    whole = [row for row in rows if row.claim is None]
    if not whole:
        if all(row.before == row.after for row in rows):
            return None
        found = _of_claims(connection, [Address.of(row.claim) for row in rows if row.claim is not None], rows)
    elif whole[0].action in _OF_SOURCES:
        found = [
            one
            for one in judgements(connection, *in_force(), after, reviews.c.action.in_(_OF_SOURCES))
            if _sources(one) == _sources(whole[0])
        ]
    else:
        found = _of_names(connection, whole[0])
    return max(found, key=lambda one: one.number, default=None)


def _of_claims(connection: Connection, addresses: Sequence[Address], rows: Sequence[Judgement]) -> list[Judgement]:
    """Judgements of the claims themselves, and links that changed them."""
    after = reviews.c.number > max(row.number for row in rows)
    these = or_(*(and_(reviews.c.claim == one.id, reviews.c.twin == one.twin) for one in addresses))
    changed = at(connection, *addresses)
    linked = and_(reviews.c.action.in_(_OF_NAMES), exists().where(claims.c.batch == reviews.c.batch, changed))
    return list(judgements(connection, *in_force(), after, or_(and_(these, _changing()), linked)))


def _of_names(connection: Connection, row: Judgement) -> list[Judgement]:
    """Judgements of claims that a link changed, links that changed one of them again, and those of the same name."""
    first, second = claims.alias("first"), claims.alias("second")
    here = select(first.c.id).where(first.c.batch == row.batch)
    judged = here.where(
        first.c.document == reviews.c.document, first.c.id == reviews.c.claim, first.c.twin == reviews.c.twin
    ).exists()
    again = (
        here.join(second, and_(*(second.c[part] == first.c[part] for part in ("document", "id", "twin"))))
        .where(second.c.batch == reviews.c.batch)
        .exists()
    )
    after = reviews.c.number > row.number
    touching = or_(and_(judged, _changing()), and_(reviews.c.action.in_(_OF_NAMES), again))
    found = list(judgements(connection, *in_force(), after, touching))
    named = judgements(connection, *in_force(), after, reviews.c.action.in_(_OF_NAMES))
    return [*found, *(one for one in named if one.detail["folded"] == row.detail["folded"])]


def _changing() -> ColumnElement[bool]:
    """Judgements that left another version than they found, or none: no mere opinions."""
    return reviews.c.before.is_distinct_from(reviews.c.after)


def _sources(row: Judgement) -> tuple[str, str]:
    return row.detail["source"], row.detail["on"]
