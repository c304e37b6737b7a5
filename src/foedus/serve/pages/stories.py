"""`/stories`: pages of one text put together, as a page and as files."""

from fastapi import APIRouter, Request

from foedus.model.told_story import ListedStory
from foedus.serve.asking import InAsking
from foedus.serve.files import Listing, listed
from foedus.serve.house import InHouse
from foedus.serve.showing import show
from foedus.serve.views.stories import STORIES, StoriesView, all_stories, stories_view

router = APIRouter()


@show(router, "/stories", "pages/stories.html")
def stories(
    request: Request,  # noqa: ARG001 - the answer is made for it
    house: InHouse,
    asked: InAsking,
    after: str | None = None,
) -> StoriesView:
    """Stories in which a claim stands that the filters of the address let through; without filters all."""
    return stories_view(house, asked, after or None)


@listed(router, "/stories")
def story_list(request: Request, house: InHouse, asked: InAsking) -> Listing[ListedStory]:  # noqa: ARG001 - names the file
    """The same, all of them."""
    return Listing(STORIES, all_stories(house.ledger, asked.which), "pages that are of no other's text are left out")
