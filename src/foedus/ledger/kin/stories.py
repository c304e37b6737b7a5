"""Stories of several documents, in versions: which documents they have, and what a list tells of them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import msgspec
from sqlalchemy import Connection, select

from foedus.ledger.asking.moments import holds
from foedus.ledger.kin.pages import numbers_of
from foedus.ledger.reading.texts import in_parts
from foedus.ledger.records import Values
from foedus.ledger.tables import documents, stories, story_members
from foedus.ledger.writing.transaction import Writing
from foedus.model.story import Story

_TOLD = ("id", "pages", "origins", "langs", "first_day", "last_day")


def together(connection: Connection, ids: Iterable[str], batch: int | None = None) -> dict[str, int]:
    """All documents of the stories that have any of these, by id, each with its story's number, after a batch."""
    mates, given = story_members.alias("mates"), documents.alias("given")
    asked = (
        select(documents.c.id, mates.c.story)
        .join(mates, mates.c.document == documents.c.number)
        .join(story_members, story_members.c.story == mates.c.story)
        .join(given, given.c.number == story_members.c.document)
        .where(holds(story_members, batch), holds(mates, batch))
        .distinct()
    )
    return {
        row.id: row.story
        for some in in_parts(sorted(set(ids)))
        for row in connection.execute(asked.where(given.c.id.in_(some)))
    }


def story_of(connection: Connection, document: str, batch: int | None = None) -> str | None:
    """The id of the story that a document, by its id, stands in with others; None where it is alone."""
    asked = (
        select(stories.c.id)
        .join(story_members, story_members.c.story == stories.c.story)
        .join(documents, documents.c.number == story_members.c.document)
        .where(documents.c.id == document, holds(story_members, batch), holds(stories, batch))
    )
    return connection.scalar(asked)


def keep_stories(writing: Writing, told: Sequence[Story]) -> None:
    """Keep stories in place of all those that had their documents, each of which stands in one of the told.

    A story of one document is not kept. Where several grow into one, that with the most documents goes on, so that a
    document changes its story few times, however many come.
    """
    numbers = numbers_of(writing.connection, [member for story in told for member in story.members])
    held = _held(writing.connection, list(numbers.values()))
    members = {story.id: [numbers[one] for one in story.members if one in numbers] for story in told}
    going_on = _going_on(members, held)
    several = [story for story in told if len(members[story.id]) > 1]
    first = writing.next(stories, len(several))
    rows = [_row(place, going_on.get(story.id, place), story) for place, story in enumerate(several, first)]
    _keep_versions(writing, rows, {one.story for one in held.values()})
    now = {document: row["story"] for row in rows for document in members[row["id"]]}
    moved = {document: one for document, one in held.items() if now.get(document) != one.story}
    writing.end(story_members, {one.number: document for document, one in moved.items()})
    joined = [document for document in sorted(now) if document not in held or document in moved]
    writing.add(story_members, [{"story": now[document], "document": document} for document in joined])


class _Member(NamedTuple):
    """That a document stands in a story, by the row's number."""

    number: int
    story: int


def _held(connection: Connection, numbers: Sequence[int]) -> dict[int, _Member]:
    asked = select(story_members).where(story_members.c.ended.is_(None))
    return {
        row.document: _Member(row.number, row.story)
        for some in in_parts(numbers)
        for row in connection.execute(asked.where(story_members.c.document.in_(some)))
    }


def _going_on(members: Mapping[str, Sequence[int]], held: Mapping[int, _Member]) -> dict[str, int]:
    """Which held story each told one goes on: the pair with the most documents in common first."""
    common = Counter(
        (name, held[document].story) for name, some in members.items() for document in some if document in held
    )
    found: dict[str, int] = {}
    taken: set[int] = set()
    for (name, story), _ in sorted(common.items(), key=lambda one: (-one[1], one[0])):
        if len(members[name]) > 1 and name not in found and story not in taken:
            found[name] = story
            taken.add(story)
    return found


def _row(number: int, story: int, told: Story) -> Values:
    return {
        "number": number,
        "story": story,
        "id": told.id,
        "pages": len(told.members),
        "origins": len(told.origins),
        "langs": msgspec.json.encode(told.langs, order="sorted").decode(),
        "first_day": told.first,
        "last_day": told.last,
    }


def _keep_versions(writing: Writing, rows: Sequence[Values], before: set[int]) -> None:
    """New versions where stories say something else than they did; those of `before` that do not go on end."""
    asked = select(stories).where(stories.c.ended.is_(None))
    held = {
        row["story"]: row
        for some in in_parts(sorted(before))
        for row in writing.connection.execute(asked.where(stories.c.story.in_(some))).mappings()
    }
    same = {
        row["story"]
        for row in rows
        if row["story"] in held and all(held[row["story"]][name] == row[name] for name in _TOLD)
    }
    writing.end(stories, {row["number"]: None for story, row in held.items() if story not in same})
    writing.add(stories, [row for row in rows if row["story"] not in same])
