"""Stories by the client: listed, one of them, and what changed in it."""

from collections.abc import Iterator

import pytest

from foedus.client import NotThereError, connect
from foedus.serve.app import make_app
from foedus.serve.settings import Settings
from tests.client.conftest import running
from tests.serve.storied import CHANGED, COPY, FIRST, STORY, storied


@pytest.fixture
def site(place: str) -> Iterator[str]:
    with storied(place) as ledger, running(make_app(ledger, Settings())) as address:
        yield address


def test_stories_are_records(site: str) -> None:
    with connect(site) as client:
        (listed,) = client.stories(about="BLR", limit=1)
        assert (listed.id, listed.pages, listed.origins) == (STORY, 4, 1)
        assert client.story(COPY.id).members[:2] == (FIRST.id, COPY.id)
        assert client.story(COPY.id, published_by="2024-06-13").members == (FIRST.id, COPY.id)
        changes = list(client.story_changes(STORY, FIRST.id, CHANGED.id))
        assert ("number", "60", "90") in [(one.kind, one.was, one.now) for one in changes]
        with pytest.raises(NotThereError):
            client.story("s-ffffffffffffffff")
