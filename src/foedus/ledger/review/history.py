"""What became of a claim: every version and every judgement in order, with the reader's and the person's values."""

from collections.abc import Iterator

from sqlalchemy import Connection, Row, or_, select

from foedus.ledger.address import Address
from foedus.ledger.asking.moments import batch_as_of
from foedus.ledger.filters import Moment
from foedus.ledger.records import claim_of
from foedus.ledger.review.fields import changed, differences
from foedus.ledger.review.judgements import judgements
from foedus.ledger.review.statements import Held, at, locate, moved, versions
from foedus.ledger.tables import batches, claims, reviews
from foedus.model.review import Judgement, Step


def history(connection: Connection, given: str, as_of: Moment = None) -> list[Step]:
    """A claim's history as far as it was known at a moment; LedgerError where there is no such claim.

    That of a claim that moved goes on with what came after the move where it went.
    """
    address = locate(connection, given)
    steps = list(_steps(connection, address))
    seen = {address}
    while (ahead := moved(connection, address)) and ahead not in seen:
        last = steps[-1].batch if steps else 0
        steps += [step for step in _steps(connection, ahead) if step.batch > last]
        seen.add(ahead)
        address = ahead
    known = batch_as_of(connection, as_of)
    return [step for step in steps if known is None or step.batch <= known]


def _steps(connection: Connection, address: Address) -> Iterator[Step]:
    begun = {one.batch: one for one in versions(connection, address)}
    judged = _judged(connection, address)
    before: Held | None = None
    for row in _batches(connection, address, {one.batch for one in judged}):
        version = begun.get(row.number)
        said: list[Judgement | None] = [one for one in judged if one.batch == row.number]
        for one in said or [None]:
            begins = version if not said or one is said[-1] else None
            yield _step(address, row, one, before, begins)
        before = version or before


def _step(
    address: Address,
    batch: Row[*tuple[object, ...]],
    judged: Judgement | None,
    before: Held | None,
    begins: Held | None,
) -> Step:
    machine = claim_of(begins.machine) if begins and begins.machine else None
    return Step(
        claim=str(address),
        batch=batch.number,
        at=batch.at,
        action=judged.action if judged else batch.action,
        by=batch.actor or batch.reader,
        reading=begins.reading if begins else None,
        review=begins.review if begins else None,
        changed=changed(before.claim, begins.claim) if before and begins else (),
        differs=differences(machine, begins.claim) if machine and begins else (),
        judgement=judged,
    )


def _judged(connection: Connection, address: Address) -> list[Judgement]:
    """Judgements of the claim, and those of names that made a version of it."""
    here = select(claims.c.batch).where(at(connection, address))
    own = (reviews.c.claim == address.id) & (reviews.c.twin == address.twin)
    return list(judgements(connection, or_(own, reviews.c.claim.is_(None) & reviews.c.batch.in_(here))))


def _batches(connection: Connection, address: Address, also: set[int]) -> list[Row[*tuple[object, ...]]]:
    """Every batch in which a version began or ended, or a judgement was made, in their order."""
    this = at(connection, address)
    begun, ended = select(claims.c.batch).where(this), select(claims.c.ended).where(this, claims.c.ended.is_not(None))
    touched = or_(batches.c.number.in_(begun), batches.c.number.in_(ended), batches.c.number.in_(also))
    return list(connection.execute(select(batches).where(touched).order_by(batches.c.number)))
