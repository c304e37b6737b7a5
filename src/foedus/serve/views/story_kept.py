"""A story as the ledger keeps it, with the pages that stand in it and beside it."""

from collections import Counter
from datetime import date
from typing import NamedTuple

from msgspec.structs import replace

from foedus.intake.ledger_shelf import page_of
from foedus.intake.stories import story as put_together
from foedus.ledger.filters import Moment
from foedus.ledger.kin.holding import Kin
from foedus.ledger.store import Ledger
from foedus.lineage.pages import Page
from foedus.model.errors import UnknownError
from foedus.model.story import STORY, Story, is_placeholder

MOST = 300
"""Pages of a story that a view tells of; a file has all."""


class Kept(NamedTuple):
    """A story and its first pages, up to so many, by id and in canonical order; their texts are left out.

    `beside` are the pages that its edges name and that are not its own, and the first ones of stories of its event.
    """

    story: Story
    pages: dict[str, Page]
    beside: dict[str, Page]


def kept_story(ledger: Ledger, name: str, as_of: Moment, published_by: date | None = None, most: int = MOST) -> Kept:
    """The story of an id, of any document in it, or of a claim; UnknownError where nothing is called so.

    `published_by` leaves out what was not published by that day, or on a day that nobody knows.
    """
    story = put_together(ledger, name, as_of).story
    with ledger.kin(as_of) as kin:
        if published_by:
            story = _published(story, kin, published_by)
        shown = story.members[:most]
        others = {end for edge in story.edges for end in (edge.origin, edge.copy) if not is_placeholder(end)}
        others |= {one.removeprefix(STORY) for one in story.same_event}
        others |= {one for one in story.origins if not is_placeholder(one)}
        told = {one: page_of(found) for one, found in kin.named({*shown, *others}).items()}
    pages = {one: told[one] for one in shown if one in told}
    return Kept(story, pages, {one: page for one, page in told.items() if one not in pages})


def _published(story: Story, kin: Kin, by: date) -> Story:
    """The story as far as it was out by a day."""
    cards = {one: page_of(found).card for one, found in kin.named(story.members).items()}
    days = {one: card.day for one, card in cards.items() if card.day and card.day <= by.isoformat()}
    members = tuple(one for one in story.members if one in days)
    if not members:
        raise UnknownError(f"no page of story {story.id} was published by {by}")
    gone = set(story.members) - days.keys()
    return replace(
        story,
        members=members,
        origins=tuple(one for one in story.origins if one not in gone) or members[:1],
        edges=tuple(one for one in story.edges if not {one.origin, one.copy} & gone),
        langs=dict(sorted(Counter(cards[one].lang for one in members).items())),
        first=min(days.values()),
        last=max(days.values()),
    )
