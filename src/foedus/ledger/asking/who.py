"""Who wrote a batch, and why."""

from typing import NamedTuple

from sqlalchemy import Connection, select

from foedus.ledger.tables import batches, reviews


class Who(NamedTuple):
    """When a batch was written (UTC), by whom, for what reason where one was given, and whether it was a judgement."""

    at: str
    by: str | None
    reason: str | None
    judged: bool


def who_wrote(connection: Connection, batch: int, claim: str | None = None, twin: int = 0) -> Who:
    """The reviewer who judged the claim in that batch, else who or what wrote it."""
    wrote = connection.execute(select(batches).where(batches.c.number == batch)).one()
    if wrote.action != "review":
        return Who(wrote.at, wrote.actor or wrote.reader or wrote.command, None, judged=False)
    asked = select(reviews.c.reviewer, reviews.c.reason).where(reviews.c.batch == batch)
    of_claim = asked.where(reviews.c.claim == claim, reviews.c.twin == twin) if claim is not None else asked
    newest = (one.order_by(reviews.c.number.desc()).limit(1) for one in (of_claim, asked))
    row = next((found for one in newest if (found := connection.execute(one).one_or_none())), None)
    return Who(wrote.at, row.reviewer if row else wrote.actor, row.reason if row else None, judged=True)
