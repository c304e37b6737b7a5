"""`/server`, `/changes`, `/audit`: the ledger itself, what changed in it, and who wrote what."""

from dataclasses import replace
from itertools import islice
from typing import Annotated

from fastapi import Query, Request

from foedus import __version__
from foedus.asked.moments import moment
from foedus.ledger.filters import Moment
from foedus.ledger.tables import ACTIONS, REVIEW_ACTIONS
from foedus.model.answers import Head, Listed, ServerState
from foedus.model.change import Change
from foedus.model.errors import UsageError
from foedus.model.logged import Logged
from foedus.serve.access.who import Reader
from foedus.serve.api.paging import Limit, Number, address, numbered
from foedus.serve.api.room import Room
from foedus.serve.asking import InAsking, Many
from foedus.serve.house import House, InHouse

room = Room("ledger")

MOST_CHANGED = 20_000
"""Rows written between two moments up to which they are compared."""

_ACTIONS = frozenset((*ACTIONS, *REVIEW_ACTIONS))


@room.get("/server", ServerState)
def server(house: InHouse, who: Reader) -> ServerState:
    """The server, and who you are to it."""
    head = house.ledger.head()
    return ServerState(__version__, head.batch if head else 0, who.name, who.role, house.settings.sure)


@room.get("/changes", Listed[Change])
def changes(
    request: Request,
    *,
    house: InHouse,
    asked: InAsking,
    until: Annotated[str | None, Query(description="Until the end of this day, or an instant; else until now")] = None,
    after: Number = 0,
    limit: Limit = 50,
) -> Listed[Change]:
    """What changed since a moment (`since`). Claims new, changed, gone or rejected, corrected metadata, and documents
    withdrawn; two states are compared, and what came and went in between is not told."""
    since, last = asked.which.learned_since, moment(until or None, "until", latest=True)
    if since is None:
        raise UsageError("changes need a moment to begin with: give since, as since=2024-05-01")
    if last is not None and asked.which.as_of is not None:
        raise UsageError("until and as_of say the same here: give one of them")
    which = replace(asked.which, learned_since=None, as_of=last if asked.which.as_of is None else asked.which.as_of)
    _check_size(house, since)
    found = house.ledger.changes(since, which.as_of, which)
    return numbered(request, found, after, limit, notes=asked.notes)


def _check_size(house: House, since: Moment) -> None:
    """UsageError where so much was written that nobody could wait for it."""
    written = 0
    for batch in house.ledger.audit(since=since):
        written += batch.wrote.get("claims", 0) + batch.ended.get("claims", 0)
        if written > MOST_CHANGED:
            raise UsageError(
                f"more than {MOST_CHANGED:,} claims were written since then: give a later since, or use `foedus diff`"
            )


@room.get("/audit", Listed[Logged])
def audit(
    request: Request,
    *,
    house: InHouse,
    action: Many,
    since: Annotated[str | None, Query(description="From this day on, or behind this instant")] = None,
    actor: Annotated[str | None, Query(description="Whose judgements")] = None,
    after: Number = 0,
    limit: Limit = 50,
) -> Listed[Logged]:
    """What was written, batch by batch. Who, when, how many rows, which judgements, and the link of the hash chain;
    `after` is the number of a batch."""
    asked = [one for one in action if one.strip()]
    for one in asked:
        if one not in _ACTIONS:
            raise UsageError(f"{one!r} is no action; known are {', '.join(sorted(_ACTIONS))}")
    begin: Moment = after if after else moment(since or None, "since")
    some = tuple(islice(house.ledger.audit(since=begin, actor=actor or None, actions=asked), limit + 1))
    following = some[limit - 1].batch if len(some) > limit else None
    return Listed(some[:limit], address(request, following))


@room.get("/audit/head", Head)
def audit_head(house: InHouse) -> Head:
    """The last link of the hash chain. Noted elsewhere, it shows later that nothing before it was changed."""
    head = house.ledger.head()
    return Head(head.batch, head.content, head.previous, head.hash) if head else Head(None, None, None, None)
