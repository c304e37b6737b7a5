"""`/api/v1/stories`: the list, one story, and what changed on its way."""

from collections.abc import Iterator

import msgspec
import pytest
from starlette.testclient import TestClient

from foedus.model.answers import Listed
from foedus.model.story import Story
from foedus.model.told_story import ListedStory, StoryChange
from tests.serve.storied import CHANGED, COPY, FIRST, STORY, storied
from tests.serve.told import reader_of


@pytest.fixture
def client(place: str) -> Iterator[TestClient]:
    with storied(place) as ledger:
        yield reader_of(ledger)


def test_stories_are_listed(client: TestClient) -> None:
    listed = msgspec.json.decode(client.get("/api/v1/stories").content, type=Listed[ListedStory])
    (story,) = listed.items
    assert (story.id, story.pages, story.origins, story.title) == (STORY, 4, 1, FIRST.title)
    assert client.get("/api/v1/stories?about=FRA").json()["items"] == []


def test_one_story_by_any_of_its_documents(client: TestClient) -> None:
    for name in (STORY, f"s-{COPY.id}", CHANGED.id):
        story = msgspec.json.decode(client.get(f"/api/v1/stories/{name}").content, type=Story)
        assert story.id == STORY
        assert story.members[:2] == (FIRST.id, COPY.id)
    assert client.get("/api/v1/stories/s-ffffffffffffffff").status_code == 404


def test_changes_of_a_story_and_of_two_of_its_pages(client: TestClient) -> None:
    whole = _changes(client, f"/api/v1/stories/{STORY}/changes")
    assert ("number", FIRST.id, CHANGED.id) in {(one.kind, one.origin, one.page) for one in whole}
    pair = _changes(client, f"/api/v1/stories/{STORY}/changes?first={COPY.id}&second={CHANGED.id}")
    number = next(one for one in pair if one.kind == "number")
    assert (number.was, number.now, number.pages) == ("60", "90", (CHANGED.id,))
    assert CHANGED.text[number.now_at.start : number.now_at.end] == "90"


def _changes(client: TestClient, address: str) -> tuple[StoryChange, ...]:
    return msgspec.json.decode(client.get(address).content, type=Listed[StoryChange]).items
