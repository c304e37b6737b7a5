"""`/stories`: pages of one text put together, one story with its edges, and what changed on its way."""

from typing import Annotated

from fastapi import Path, Query, Request

from foedus.model.answers import Listed
from foedus.model.story import Story
from foedus.model.told_story import Extent, ListedStory, StoryChange
from foedus.serve.api.paging import After, Limit, Number, address, numbered
from foedus.serve.api.room import Room
from foedus.serve.asking import InAsking
from foedus.serve.house import House, InHouse
from foedus.serve.views.stories import stories_view
from foedus.serve.views.story_changes import MOST
from foedus.serve.views.story_compared import Comparing
from foedus.serve.views.story_kept import kept_story

room = Room("stories")

StoryId = Annotated[
    str, Path(max_length=80, description="A story's id, `s-` and the id of any of its documents, or that id alone")
]
_Page = Annotated[str | None, Query(max_length=80, description="A document of the story; with the other one of two")]


@room.get("/stories", Listed[ListedStory])
def stories(
    request: Request, house: InHouse, asked: InAsking, after: After = None, limit: Limit = 50
) -> Listed[ListedStory]:
    """Stories of several pages, told last first. Those in which a claim stands that the filters let through."""
    view = stories_view(house, asked, after or None, limit)
    return Listed(view.stories, address(request, view.next), view.as_of, notes=view.notes)


@room.get("/stories/{id}", Story)
def story(house: InHouse, asked: InAsking, id: StoryId) -> Story:
    """One story with its pages and edges. Any of its documents leads to it; its own id is that of its first one."""
    return kept_story(house.ledger, id, asked.which.as_of, asked.which.published_by).story


@room.get("/stories/{id}/changes", Listed[StoryChange])
def story_changes(
    request: Request,
    *,
    house: InHouse,
    asked: InAsking,
    id: StoryId,
    first: _Page = None,
    second: _Page = None,
    after: Number = 0,
    limit: Limit = 50,
) -> Listed[StoryChange]:
    """What pages say otherwise than the ones that they come from. With `first` and `second`, what the second of two
    pages says otherwise than the first; all pages are parsed for it, which takes a while at first."""
    story = kept_story(house.ledger, id, asked.which.as_of, asked.which.published_by).story
    comparing = Comparing(house.ledger)
    if first and second:
        one, other = (house.ledger.document_named(page, asked.which.as_of) for page in (first, second))
        return numbered(request, _of_pair(house, comparing, one, other), after, limit)
    left = len(story.members) - MOST
    told = [
        StoryChange(
            one.kind,
            one.origin,
            one.page,
            one.was,
            Extent(*one.was_at),
            one.now,
            Extent(*one.now_at),
            one.reason,
            one.published,
            one.pages,
        )
        for one in comparing.whole(story, story.members[:MOST])
    ]
    left_out = f"only the first {MOST} pages were compared" if left > 0 else None
    return numbered(request, told, after, limit, left_out=left_out, notes=asked.notes)


def _of_pair(house: House, comparing: Comparing, first: str, second: str) -> list[StoryChange]:
    was, now = (house.ledger.document(one) for one in (first, second))
    return [
        StoryChange(
            one.kind,
            first,
            second,
            was.text[one.was.start : one.was.end],
            Extent(*one.was),
            now.text[one.now.start : one.now.end],
            Extent(*one.now),
            one.reason,
            now.published,
            (second,),
        )
        for one in comparing.pair(first, second)
    ]
