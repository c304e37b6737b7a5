"""The project's own engine, asked in the measure's terms. Loaded here, so that help and judging do without it."""

from collections.abc import Sequence
from datetime import date

from bench.lineage.told import Answer, Difference, Link, Read
from foedus.lineage.pages import Page
from foedus.model.story import CopyEdge, is_placeholder

RECEIVED = date(2026, 11, 1)
"""The day on which every page counts as read, so that figures do not depend on the day of measuring."""


class Foedus:
    """Stories and changes as the installed project finds them."""

    def stories(self, pages: Sequence[Read], /) -> Answer:
        """All pages put together."""
        from foedus.lineage.stories import stories_of  # noqa: PLC0415 - loads every finder's words

        found = stories_of([page_of(read) for read in pages])
        return Answer(
            {member: story.id for story in found for member in story.members},
            frozenset(frozenset((story.id, other)) for story in found for other in story.same_event),
            tuple(link_of(edge) for story in found for edge in story.edges),
            {story.id: story.reason for story in found},
        )

    def changes(self, first: Read, second: Read, /) -> Sequence[Difference]:
        """What the second says otherwise than the first."""
        from foedus.lineage.changes import changes  # noqa: PLC0415 - the same

        return [Difference(one.kind, one.was, one.now, one.reason) for one in changes(page_of(first), page_of(second))]


def page_of(read: Read) -> Page:
    """A page as lineage looks at it."""
    return Page(read.member.document, read.claims, RECEIVED)


def link_of(edge: CopyEdge) -> Link:
    """An edge; a placeholder stands for a name."""
    if is_placeholder(edge.origin):
        return Link(edge.copy, None, edge.kind, edge.origin, edge.reason)
    return Link(edge.copy, edge.origin, edge.kind, None, edge.reason)
