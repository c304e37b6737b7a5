"""What a withdrawal does to kinship: edges and keys of the documents go, and their kin are to be compared again."""

from collections.abc import Sequence

from sqlalchemy import or_, select, update

from foedus.ledger.kin.keys import sharing, take
from foedus.ledger.kin.pages import numbers_of
from foedus.ledger.kin.pending import stale
from foedus.ledger.reading.texts import in_parts
from foedus.ledger.tables import documents, edges, stories, story_members
from foedus.ledger.writing.transaction import Writing


def forget_kin(writing: Writing, numbers: Sequence[int]) -> None:
    """Of documents that are withdrawn, by their numbers; their tombstones stand.

    An edge of another document can quote the one that goes: it ends, and its record is blanked.
    """
    connection = writing.connection
    ids = list(connection.scalars(select(documents.c.id).where(documents.c.number.in_(numbers))))
    told = or_(edges.c.document.in_(numbers), edges.c.earlier.in_(ids))
    held = connection.execute(select(edges).where(told, edges.c.ended.is_(None))).all()
    near = set(numbers_of(connection, [row.earlier for row in held]).values()) | {row.document for row in held}
    shared = {document for some in sharing(connection, numbers).values() for document in some}
    near |= set(numbers_of(connection, shared).values())
    stale(connection, sorted(near - set(numbers)))
    writing.end(edges, {row.number: row.document for row in held})
    for part in in_parts(ids):
        connection.execute(update(edges).where(edges.c.earlier.in_(part)).values(sealed=None))
    take(connection, numbers)
    _leave_stories(writing, numbers)


def _leave_stories(writing: Writing, numbers: Sequence[int]) -> None:
    """A story that has nobody left ends; one that has is told anew when its documents are looked at."""
    here = (story_members.c.document.in_(numbers), story_members.c.ended.is_(None))
    left = writing.connection.execute(select(story_members).where(*here)).all()
    writing.end(story_members, {row.number: row.document for row in left})
    among = {row.story for row in left}
    for part in in_parts(sorted(among)):
        still = select(story_members.c.story).where(story_members.c.story.in_(part), story_members.c.ended.is_(None))
        among -= set(writing.connection.scalars(still))
    for part in in_parts(sorted(among)):
        ended = select(stories.c.number).where(stories.c.story.in_(part), stories.c.ended.is_(None))
        writing.end(stories, dict.fromkeys(writing.connection.scalars(ended)))
