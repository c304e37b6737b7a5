"""What was written to the ledger, the newest first: batches with their judgements, and the head of the chain."""

from datetime import UTC, datetime
from itertools import takewhile

from msgspec import Struct

from foedus.asked.moments import Moment, moment
from foedus.ledger.proof.chain import Link
from foedus.ledger.tables import ACTIONS, REVIEW_ACTIONS
from foedus.model.errors import UsageError
from foedus.model.logged import Logged
from foedus.serve.house import House

PAGE = 50
_WIDER = 8
"""As many times more batches are looked through where too few of them match."""


class AuditAsked(Struct, frozen=True):
    """Which batches: since a day or instant as written, by an actor, of these actions; those before one."""

    since: str = ""
    actor: str = ""
    actions: tuple[str, ...] = ()
    before: int | None = None


class AuditView(Struct, frozen=True):
    """Batches, the newest first; `next` is the batch before which further ones stand.

    `head` is the chain's last link.
    """

    asked: AuditAsked
    batches: tuple[Logged, ...]
    next: int | None
    head: Link | None
    where: str
    actions: tuple[str, ...]
    judgements: tuple[str, ...]
    """Kinds of batches, and of judgements, to choose from."""


def check_actions(actions: tuple[str, ...]) -> None:
    """UsageError where there is no such action."""
    known = (*ACTIONS, *REVIEW_ACTIONS)
    if unknown := [one for one in actions if one not in known]:
        raise UsageError(f"action {unknown[0]!r} is none: there are {', '.join(known)}")


def audit_view(house: House, asked: AuditAsked) -> AuditView:
    """The page before a batch."""
    check_actions(asked.actions)
    since = moment(asked.since or None, "since")
    head = house.ledger.head()
    start = asked.before or (head.batch + 1 if head else 1)
    found: list[Logged] = []
    width, over = PAGE, start <= 1
    while not over and len(found) < PAGE:
        until, start = start, max(1, start - width)
        some = _between(house, asked, start, until)
        newer = [one for one in some if _is_since(one, since)]
        found[:0] = newer
        width *= _WIDER
        over = start == 1 or len(newer) < len(some)
    more = len(found) > PAGE or (len(found) == PAGE and not over)
    shown = tuple(reversed(found[-PAGE:]))
    following = shown[-1].batch if more else None
    return AuditView(asked, shown, following, head, house.ledger.where, ACTIONS, REVIEW_ACTIONS)


def _between(house: House, asked: AuditAsked, start: int, until: int) -> list[Logged]:
    """Matching batches from one on to before another."""
    found = house.ledger.audit(since=start - 1, actor=asked.actor or None, actions=asked.actions)
    return list(takewhile(lambda one: one.batch < until, found))


def _is_since(one: Logged, since: Moment) -> bool:
    if since is None:
        return True
    if not isinstance(since, datetime):
        return one.at >= since.isoformat()
    known = since if since.tzinfo else since.replace(tzinfo=UTC)
    return datetime.fromisoformat(one.at) > known
