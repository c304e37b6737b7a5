"""A story: the pages of one text, where they came from, and what changed on the way."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from msgspec import Struct

from foedus.ledger.filters import Moment
from foedus.lineage.pages import Page
from foedus.model.story import PLACEHOLDER, STORY, is_placeholder
from foedus.serve.house import House
from foedus.serve.views.register_reasons import reason_in
from foedus.serve.views.story_changes import Changes, Chosen, changes_of
from foedus.serve.views.story_groups import Group, groups
from foedus.serve.views.story_kept import Kept, kept_story
from foedus.serve.views.story_members import Member, Neighbour, members, neighbours
from foedus.serve.views.story_origins import Origins, origins

_BESIDE = 12
"""Other stories and pages that are named."""


class StoryView(Struct, frozen=True):
    """A story. `pages` is how many it has, `members` are the first of them in canonical order, `groups` the same as a
    figure draws them. `first` and `last` are days, ISO 8601.

    `events` are the first pages of other stories of the same event, `parts` pages that have a smaller part of the text.
    """

    id: str
    title: str
    lang: str
    reason: str
    pages: int
    langs: dict[str, int]
    first: str | None
    last: str | None
    origins: Origins
    members: tuple[Member, ...]
    groups: tuple[Group, ...]
    events: tuple[Neighbour, ...]
    events_in_all: int
    parts: tuple[Neighbour, ...]
    changes: Changes
    query: str
    """What links in the figure keep of the address."""


class Asked(NamedTuple):
    """Which story is asked for, by its id or that of any document or claim in it, as of when, and what to compare."""

    name: str
    as_of: Moment
    published_by: date | None
    chosen: Chosen
    query: str = ""
    """What links in the figure keep of the address."""


def story_view(house: House, asked: Asked, lang: str) -> StoryView:
    """The story, told in the language of the page; UnknownError where there is none."""
    kept = kept_story(house.ledger, asked.name, asked.as_of, asked.published_by)
    story = kept.story
    told = members(house.ledger, kept)
    head = told[0]
    changes = changes_of(house, story, told, asked.chosen)
    return StoryView(
        story.id,
        head.title,
        head.lang,
        reason_in(story.reason.replace(PLACEHOLDER, ""), lang),
        len(story.members),
        story.langs,
        story.first,
        story.last,
        origins(house.ledger, kept, asked.as_of),
        told,
        groups(told, changes.whole.begun if changes.whole else ()),
        neighbours(house.ledger, _first_pages(kept)),
        len(story.same_event),
        neighbours(house.ledger, _parts(kept)),
        changes,
        asked.query,
    )


def _first_pages(kept: Kept) -> Iterable[Page]:
    ids = [one.removeprefix(STORY) for one in kept.story.same_event[:_BESIDE]]
    return [kept.beside[one] for one in ids if one in kept.beside]


def _parts(kept: Kept) -> Iterable[Page]:
    """Pages of other stories that have an excerpt from this one."""
    inside = set(kept.story.members)
    ends = (edge.copy for edge in kept.story.edges if edge.kind == "excerpt" and edge.origin in inside)
    outside = [end for end in dict.fromkeys(ends) if end not in inside and not is_placeholder(end)]
    return [kept.beside[one] for one in outside[:_BESIDE] if one in kept.beside]
