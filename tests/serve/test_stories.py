"""`/stories` and `/stories/s-ID`: the list, the family tree, what changed, and who links there."""

import csv
import io
from collections.abc import Iterator

import pytest
from lxml import etree
from starlette.testclient import TestClient

from foedus.ledger.store import Ledger
from foedus.serve.app import make_app
from foedus.serve.settings import Settings
from tests.serve.browsing import visitor
from tests.serve.reading import link, one, page, some, words
from tests.serve.storied import APART, CHANGED, COPY, FIRST, STORY, UNDATED, storied


@pytest.fixture
def ledger(place: str) -> Iterator[Ledger]:
    with storied(place) as opened:
        yield opened


@pytest.fixture
def client(ledger: Ledger) -> TestClient:
    return visitor(make_app(ledger, Settings()))


def test_a_story_is_listed_once_with_its_pages_beside(client: TestClient) -> None:
    (row,) = some(page(client, "/stories"), ".//table[contains(@class, 'story-list')]/tbody/tr")
    assert link(one(row, ".//th")) == f"/stories/{STORY}"
    cells = {cell.get("data-label"): words(cell) for cell in some(row, ".//td")}
    assert cells == {
        "Last told": "15 June 2024",
        "Origins": "1 origin",
        "Pages": "4",
        "Languages": "English 4",
        "First": "13 June 2024",
    }


def test_the_list_is_narrowed_as_others_are_and_saved(client: TestClient) -> None:
    assert client.get("/stories.json?about=BLR").json()["stories"][0]["id"] == STORY
    empty = words(one(page(client, "/stories?about=FRA"), "state"))
    assert "No story of several pages has a claim that meets these filters" in empty
    (row,) = csv.DictReader(io.StringIO(client.get("/stories.csv").text))
    assert (row["story"], row["title"], row["pages"]) == (STORY, FIRST.title, "4")
    assert client.get("/stories.jsonl").json()["langs"] == {"en": 4}
    assert client.get("/stories.parquet").content.startswith(b"PAR1")


def test_any_page_of_a_story_leads_to_it(client: TestClient) -> None:
    for given in (f"s-{COPY.id}", CHANGED.id, f"s-{UNDATED.id[:8]}"):
        answer = client.get(f"/stories/{given}?in=fr")
        assert (answer.status_code, answer.headers["location"]) == (308, f"http://localhost:8000/stories/{STORY}?in=fr")
    assert client.get(f"/stories/s-{COPY.id}.csv").headers["location"].endswith(f"/stories/{STORY}.csv")
    assert client.get("/stories/s-ffffffffffffffff").status_code == 404


def test_the_table_says_where_each_page_came_from_and_how_that_is_known(client: TestClient) -> None:
    shown = page(client, f"/stories/{STORY}")
    rows = {row.get("id"): row for row in some(shown, ".//table[contains(@class, 'branches')]/tbody/tr")}
    assert list(rows) == ["p1", "p2", "p3", "p4"]
    assert "nothing tells that it came from another page" in words(rows["p1"])
    assert "copy" in words(rows["p2"])
    spans = [one.get("href") or "" for one in some(rows["p2"], ".//td[contains(@class, 'how')]//a")]
    assert any(one.startswith(f"/documents/{COPY.id}?span=") and one.endswith("#span") for one in spans)
    assert any(one.startswith(f"/documents/{FIRST.id}?span=") for one in spans)
    assert "no date" in words(rows["p4"])


def test_the_tree_links_to_pages_and_tells_kinds_apart_by_more_than_colour(client: TestClient) -> None:
    shown = page(client, f"/stories/{STORY}?as_of=2100-01-01")
    tree = one(shown, ".//svg[@role='group']")
    marks = [mark.get("href") for mark in some(tree, ".//a[contains(@class, 'mark')]")]
    assert f"/documents/{FIRST.id}?as_of=2100-01-01" in marks
    assert "no date" in words(tree)
    saved = client.get(f"/stories/{STORY}.svg")
    assert etree.fromstring(saved.content).tag == "{http://www.w3.org/2000/svg}svg"
    rows = list(csv.DictReader(io.StringIO(client.get(f"/stories/{STORY}.csv").text)))
    assert {row["document"] for row in rows} == {FIRST.id, COPY.id, CHANGED.id, UNDATED.id}
    assert {row["kind"] for row in rows if row["page"] == "2"} >= {"copy"}


def test_nothing_is_compared_that_nobody_asked_for(client: TestClient) -> None:
    shown = page(client, f"/stories/{STORY}")
    part = one(shown, ".//section[@id='compared']")
    assert part.get("data-later") == f"/stories/{STORY}?compare=some"
    assert "Compare these pages" in words(part)
    assert some(shown, "diff") == []


def test_two_pages_stand_side_by_side_with_their_differences_numbered_and_named(client: TestClient) -> None:
    shown = page(client, f"/stories/{STORY}?from=1&to={CHANGED.id}")
    assert "page 1 against page 3" in words(one(shown, ".//h2[@id='changes']"))
    first, second = some(one(shown, "diff"), "./div")
    assert "60" in [words(mark) for mark in some(first, "was")]
    assert "90" in [words(mark) for mark in some(second, "now")]
    told = {words(one(row, "tag")): row for row in some(shown, ".//tr[starts-with(@id, 'd')]")}
    assert "other number" in told
    assert link(some(told["other number"], ".//td[@data-label='To']//a")[0]).startswith(f"/documents/{CHANGED.id}")
    assert client.get(f"/stories/{STORY}?from=2&to=2").status_code == 400
    assert client.get(f"/stories/{STORY}?to={APART.id}").status_code == 404


def test_the_whole_story_compared_says_where_a_change_came_first(client: TestClient) -> None:
    shown = page(client, f"/stories/{STORY}?compare=all&in=fr")
    told = {words(one(row, "tag")): row for row in some(shown, ".//tr[starts-with(@id, 'd')]")}
    assert "autre nombre" in told
    seen = {cell.get("data-label"): words(cell) for cell in some(told["autre nombre"], ".//td")}
    assert seen["Vu d’abord"].startswith("page 3")
    assert "sur 1 page" in words(some(shown, "deal-facts")[0])
    assert client.get(f"/stories/{STORY}.json?compare=all").json()["changes"]["whole"]["begun"] == [3]


def test_a_page_alone_is_a_story_of_one_page(client: TestClient) -> None:
    shown = page(client, f"/stories/s-{APART.id}")
    assert "No other page of this ledger has its text" in words(shown)
    assert some(shown, ".//svg[@role='group']") == []


def test_what_was_published_later_is_left_out(client: TestClient) -> None:
    told = client.get(f"/stories/{STORY}.json?published_by=2024-06-13").json()
    assert [one["document"] for one in told["members"]] == [FIRST.id, COPY.id]
    assert (told["pages"], told["last"]) == (2, "2024-06-13")
    assert client.get(f"/stories/{STORY}?published_by=2020").status_code == 404


def test_a_document_says_in_which_story_it_stands(client: TestClient) -> None:
    shown = page(client, f"/documents/{COPY.id}")
    assert [link(one) for one in some(shown, ".//dl[contains(@class, 'doc-meta')]//a")] == [f"/stories/{STORY}"]
    assert "one of 4 pages of one text" in words(shown)
    assert "of one text" not in words(page(client, f"/documents/{APART.id}"))


def test_sources_are_counted_by_origin_with_pages_only_mentioned(client: TestClient) -> None:
    held = client.get("/claims.json?about=BLR").json()["hits"][0]["card"]["address"]
    # those published on a day that nobody knows are not compared with it
    assert "1 origin on 3 pages" in words(one(page(client, f"/claims/{held}"), ".//section[@id='said']"))
    register = page(client, "/register?held=1")
    assert any(words(cell).startswith("1 of 4 pages") for cell in some(register, ".//td[@data-label='Origins']"))
    assert "1 origin on 4 pages" in words(page(client, "/"))
    assert "1 origin on 4 pages" in words(page(client, "/entities/BLR"))


def test_a_ledger_without_stories_says_so(place: str) -> None:
    with Ledger.open(place) as empty:
        shown = page(visitor(make_app(empty, Settings())), "/stories")
        assert "No two pages of this ledger come from one text" in words(one(shown, "state"))
