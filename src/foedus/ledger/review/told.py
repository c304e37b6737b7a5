"""Who changed a claim, when and how, in a few words: what a conflict is told by."""

import msgspec
from sqlalchemy import Connection, select

from foedus.ledger.tables import batches, reviews

_PAST = {
    "accept": "accepted it",
    "correct": "corrected it",
    "reject": "rejected it",
    "add": "added it",
    "split": "split it",
    "merge": "merged it with another",
    "link": "linked a name in it",
    "unlink": "took back the link of a name in it",
    "undo": "took back a judgement of it",
}
_BATCH = {
    "read": "its text was read",
    "reread": "its text was read again",
    "page": "its page was corrected",
    "forget": "its text was withdrawn",
    "migrate": "the ledger was migrated",
    "restore": "the ledger was restored",
}


def told_of(connection: Connection, batch: int, address: tuple[str, int] | None = None) -> str:
    """What a batch did to a claim: `anna corrected it at 2026-05-04 08:15:00 UTC (stage)`."""
    row = connection.execute(select(batches).where(batches.c.number == batch)).one()
    at = f"at {row.at[:19].replace('T', ' ')} UTC"
    if row.action != "review":
        by = f" by {row.reader}" if row.reader else ""
        return f"{_BATCH.get(row.action, row.action)}{by} {at}"
    asked = select(reviews.c.action, reviews.c.detail, reviews.c.claim, reviews.c.twin).where(reviews.c.batch == batch)
    judged = connection.execute(asked.order_by(reviews.c.number)).all()
    mine = next((one for one in judged if (one.claim, one.twin) == address), judged[0] if judged else None)
    if mine is None:
        return f"{row.actor} judged it {at}"
    fields = msgspec.json.decode(mine.detail).get("fields", [])
    return f"{row.actor} {_PAST.get(mine.action, mine.action)} {at}" + (f" ({', '.join(fields)})" if fields else "")
