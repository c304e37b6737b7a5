"""Stories of several pages in a list: told last first, under the filters of the address."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from foedus.intake.comparing import MARK
from foedus.intake.ledger_shelf import page_of
from foedus.language.pipelines import languages
from foedus.ledger.filters import ClaimFilter, Moment
from foedus.ledger.kin.listing import Listed
from foedus.ledger.store import Ledger
from foedus.model.story import STORY
from foedus.model.told_story import ListedStory
from foedus.publish.column import Column, Sheet
from foedus.serve.asking import Asking
from foedus.serve.house import House
from foedus.serve.views.story_kept import kept_story
from foedus.serve.views.story_members import neighbours
from foedus.serve.views.story_origins import origins

PAGE = 25
_AT_ONCE = 200
"""Stories of a file that are looked up together."""

STORIES: Sheet[ListedStory] = Sheet(
    "stories",
    (
        Column("story", "text", lambda one: one.id),
        Column("title", "text", lambda one: one.title),
        Column("lang", "text", lambda one: one.lang),
        Column("outlet", "text", lambda one: one.outlet),
        Column("pages", "whole", lambda one: one.pages),
        Column("langs", "texts", lambda one: tuple(f"{lang} {count}" for lang, count in one.langs.items())),
        Column("origins", "whole", lambda one: one.origins),
        Column("first", "text", lambda one: one.first),
        Column("last", "text", lambda one: one.last),
        Column("changed", "text", lambda one: one.changed),
    ),
)


class StoriesView(Struct, frozen=True):
    """Stories and the cursor of the page behind. `waiting` is how many documents are still to be compared, told where
    there is no story; `langs` are languages to choose from."""

    stories: tuple[ListedStory, ...]
    next: str | None
    as_of: int
    notes: tuple[str, ...]
    langs: tuple[str, ...]
    waiting: int


def stories_view(house: House, asked: Asking, after: str | None, limit: int = PAGE) -> StoriesView:
    """The first page, or the one behind a cursor."""
    page = house.ledger.stories(asked.which, after, limit)
    told = tuple(_told(house.ledger, page.stories, asked.which.as_of))
    waiting = 0 if told or after else house.ledger.uncompared(MARK)
    return StoriesView(told, page.next, page.as_of, asked.notes, languages(), waiting)


def all_stories(ledger: Ledger, which: ClaimFilter) -> Iterator[ListedStory]:
    """Every story under a filter, all as of the moment of the first one."""
    after: str | None = None
    while True:
        page = ledger.stories(which, after, _AT_ONCE)
        yield from _told(ledger, page.stories, which.as_of)
        if page.next is None:
            return
        after = page.next


def _told(ledger: Ledger, some: Sequence[Listed], as_of: Moment) -> Iterator[ListedStory]:
    with ledger.kin(as_of) as kin:
        named = kin.named(one.id.removeprefix(STORY) for one in some)
    firsts = {one.document: one for one in neighbours(ledger, map(page_of, named.values()))}
    for one in some:
        first = firsts.get(one.id.removeprefix(STORY))
        yield ListedStory(
            one.id,
            first.title if first else one.id,
            first.lang if first else next(iter(one.langs), ""),
            first.outlet if first else None,
            one.pages,
            one.langs,
            _origins(ledger, one, as_of),
            one.first,
            one.last,
            one.changed,
        )


def _origins(ledger: Ledger, one: Listed, as_of: Moment) -> int:
    """The list counts pages of which nothing tells that they came from another: these can be of one origin."""
    if one.origins == 1:
        return 1
    return origins(ledger, kept_story(ledger, one.id, as_of), as_of).counted
