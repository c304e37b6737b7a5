"""A list of the stories that the ledger keeps, in pages, the one that was told last first."""

import hashlib
from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import NamedTuple

import msgspec
from msgspec import Struct
from sqlalchemy import ColumnElement, Connection, and_, func, literal, or_, select

from foedus.ledger.asking.conditions import conditions, shown
from foedus.ledger.asking.moments import batch_as_of, holds, last_batch
from foedus.ledger.filters import ClaimFilter
from foedus.ledger.tables import batches, claims, stories, story_members
from foedus.model.errors import UsageError

MOST = 1_000
"""Stories on a page."""
_CHECKED = 6
"""Bytes that tell a cursor from other words, and one question's from another's."""

_LAST = func.coalesce(stories.c.last_day, "")


class Listed(Struct, frozen=True):
    """A story of several documents as a list tells of it.

    `langs` counts its documents by language, `origins` is of how many texts it came; `first` and `last` are days (ISO
    8601), `changed` is when it was last learned to be so, UTC.
    """

    id: str
    pages: int
    origins: int
    langs: dict[str, int]
    first: str | None
    last: str | None
    changed: str


class StoryPage(NamedTuple):
    """Some stories, the cursor to go on with (None: nothing follows), and the batch as of which they are told."""

    stories: tuple[Listed, ...]
    next: str | None
    as_of: int


class _Cursor(NamedTuple):
    batch: int
    last: str
    id: str


def page_of_stories(connection: Connection, which: ClaimFilter, after: str | None, limit: int) -> StoryPage:
    """Stories in which a claim stands that the filter lets through; all of them where it asks nothing.

    UsageError where the cursor belongs to another question.
    """
    if not 0 < limit <= MOST:
        raise UsageError(f"a page holds from 1 to {MOST:,} stories, not {limit}")
    start = None if after is None else _place_of(after, which)
    batch = start.batch if start else batch_as_of(connection, which.as_of)
    batch = last_batch(connection) if batch is None else batch
    asked = select(stories, batches.c.at, _LAST.label("day")).join(batches, batches.c.number == stories.c.batch)
    asked = asked.where(holds(stories, batch), *_about(connection, which, batch))
    if start is not None:
        same_day = and_(literal(start.last) == _LAST, stories.c.id > start.id)
        asked = asked.where(or_(literal(start.last) > _LAST, same_day))
    rows = connection.execute(asked.order_by(_LAST.desc(), stories.c.id).limit(limit + 1)).all()
    found = tuple(
        Listed(row.id, row.pages, row.origins, msgspec.json.decode(row.langs), row.first_day, row.last_day, row.at)
        for row in rows[:limit]
    )
    more = _word(_Cursor(batch, rows[limit - 1].day, rows[limit - 1].id), which) if len(rows) > limit else None
    return StoryPage(found, more, batch)


def _about(connection: Connection, which: ClaimFilter, batch: int) -> tuple[ColumnElement[bool], ...]:
    if which == ClaimFilter(as_of=which.as_of):
        return ()
    tests = (one.whole for one in conditions(connection, which, batch))
    there = select(claims.c.document).where(shown(which, batch), *tests)
    having = select(story_members.c.story).where(holds(story_members, batch), story_members.c.document.in_(there))
    return (stories.c.story.in_(having),)


def _word(place: _Cursor, which: ClaimFilter) -> str:
    given = msgspec.json.encode(place)
    return urlsafe_b64encode(_check(given, which) + given).decode().rstrip("=")


def _place_of(word: str, which: ClaimFilter) -> _Cursor:
    try:
        given = urlsafe_b64decode(word.encode("ascii") + b"=" * (-len(word) % 4))
        check, row = given[:_CHECKED], given[_CHECKED:]
        if check == _check(row, which):
            return msgspec.json.decode(row, type=_Cursor)
    except (ValueError, msgspec.DecodeError):
        pass
    raise UsageError(f"{word[:40]!r} is no cursor of this question: ask for the first page again")


def _check(row: bytes, which: ClaimFilter) -> bytes:
    return hashlib.sha256(f"stories {which!r}|".encode() + row).digest()[:_CHECKED]
