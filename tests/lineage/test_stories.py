"""Stories are the same for every order in which pages come, and for every way of cutting them into batches."""

import time
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from foedus.lineage import linking, memory_shelf
from foedus.lineage import stories as story_module
from foedus.lineage.edges import CopyEdge, EdgeKind, Passage
from foedus.lineage.finder import key
from foedus.lineage.memory_shelf import MemoryShelf
from foedus.lineage.pages import Page, came_before
from foedus.lineage.stories import Stories, stories_of
from foedus.model.story import Story
from tests.factories import document

KINDS: dict[str, EdgeKind] = {"c": "copy", "t": "translation", "r": "rewrite", "x": "excerpt", "e": "same_event"}


class Marks:
    """Made up: pages that share a mark (`c1`, `t2`, `e3` …) are kin of the sort that its letter says."""

    name = "marks"

    def keys(self, page: Page) -> tuple[int, ...]:
        return tuple(key(self.name, mark) for mark in self.marks(page))

    def edges(self, page: Page, earlier: Sequence[Page]) -> list[CopyEdge]:
        found = []
        for one in earlier:
            for mark in sorted(self.marks(page) & self.marks(one)):
                score = 0.3 if mark.startswith("x1") else 1.0
                half = len(page.text) // 3
                spans = (Passage(0, half, 0, half),) if mark.startswith("x") else ()
                known = came_before(one, page) is True
                found.append(CopyEdge(one.id, page.id, KINDS[mark[0]], score, known, "made up", spans))
        return found

    def marks(self, page: Page) -> set[str]:
        return {word for word in page.text.split() if word[0] in KINDS and word[1:].isdigit()}


def page(text: str, published: str | None = "2024-06-13", **more: object) -> Page:
    return Page(document(text, published=published, **more), received=date(2024, 7, 1))  # type: ignore[arg-type]


def together(stories: Iterable[Story]) -> list[set[str]]:
    return [set(story.members) for story in stories]


DATES = [None, "2024-06-12", "2024-06-13", "2024-06-13T06:00", "2024-06-14", "2024-06", "2031-01-01", "soon"]
MARKS = [f"{kind}{number}" for kind in KINDS for number in range(1, 4)]


@st.composite
def sets(draw: st.DrawFn) -> list[Page]:
    made = draw(
        st.lists(
            st.tuples(st.sets(st.sampled_from(MARKS), max_size=4), st.sampled_from(DATES), st.sampled_from("efr")),
            max_size=14,
        )
    )
    return [
        page(f"page {number} {' '.join(sorted(marks))}", published, lang={"e": "en", "f": "fr", "r": "ru"}[lang])
        for number, (marks, published, lang) in enumerate(made)
    ]


def cut(pages: Sequence[Page], cuts: Iterable[int]) -> list[Sequence[Page]]:
    places = sorted({0, len(pages), *(one for one in cuts if one < len(pages))})
    return [pages[start:end] for start, end in pairwise(places)]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pages=sets(), data=st.data())
def test_order_and_batches_change_nothing(
    pages: list[Page], data: st.DataObject, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(linking, "MOST_HOLDERS", 3)
    monkeypatch.setattr(memory_shelf, "REMEMBERED", 2)
    monkeypatch.setattr(story_module, "IN_ONE_GO", data.draw(st.integers(1, 15)))
    wanted = stories_of(pages, [Marks()])
    assert sorted(member for story in wanted for member in story.members) == sorted(one.id for one in pages)
    shuffled = data.draw(st.permutations(pages))
    batches = cut(shuffled, data.draw(st.lists(st.integers(0, 14), max_size=5)))
    stories = Stories(MemoryShelf(), [Marks()])
    known: dict[str, Story] = {}
    for batch in batches:
        new, changed, gone = stories.add(batch)
        assert not known.keys() & {one.id for one in new}
        assert {one.id for one in changed} <= known.keys()
        for one in gone:
            del known[one]
        known |= {one.id: one for one in (*new, *changed)}
        assert known == {one.id: one for one in stories.all()}, "what changed is told, and nothing else"
    assert list(stories.all()) == wanted


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pages=sets(), data=st.data())
def test_taking_pages_out_is_as_if_they_had_never_come(
    pages: list[Page], data: st.DataObject, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(linking, "MOST_HOLDERS", 3)
    leaving = {one.id for one in pages if data.draw(st.booleans())}
    stories = Stories(MemoryShelf(), [Marks()])
    stories.add(pages)
    before = {one.id: one for one in stories.all()}
    new, changed, gone = stories.remove(leaving)
    wanted = stories_of([one for one in pages if one.id not in leaving], [Marks()])
    assert list(stories.all()) == wanted
    told = {one: before[one] for one in before if one not in gone} | {one.id: one for one in (*new, *changed)}
    assert told == {one.id: one for one in wanted}


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pages=sets(), data=st.data())
def test_a_page_read_again_with_another_date_takes_its_new_place(
    pages: list[Page], data: st.DataObject, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(linking, "MOST_HOLDERS", 3)
    again = [
        Page(document(one.text, published=data.draw(st.sampled_from(DATES)), lang=one.lang), received=one.received)
        for one in pages
        if data.draw(st.booleans())
    ]
    stories = Stories(MemoryShelf(), [Marks()])
    stories.add(pages)
    known = {one.id: one for one in stories.all()}
    new, changed, gone = stories.add(again)
    wanted = stories_of([*pages, *again], [Marks()])
    assert list(stories.all()) == wanted
    told = {one: known[one] for one in known if one not in gone} | {one.id: one for one in (*new, *changed)}
    assert told == {one.id: one for one in wanted}


def test_any_member_finds_its_story() -> None:
    pages = [page(f"page {number} c1", f"2024-06-1{number}") for number in range(4)]
    stories = Stories(MemoryShelf(), [Marks()])
    stories.add(pages[1:])
    old = stories.story_of(pages[3].id)
    assert old.id == f"s-{pages[1].id}"
    new, _, gone = stories.add(pages[:1])
    assert (new[0].id, gone) == (f"s-{pages[0].id}", (old.id,))
    assert stories.story_of(old.id) == stories.story_of(f"s-{pages[2].id}") == new[0]
    with pytest.raises(KeyError):
        stories.story_of("s-0000000000000000")


def test_a_story_says_what_it_is_made_of() -> None:
    pages = [
        page("one c1 t1", "2024-06-13T06:00"),
        page("two c1", "2024-06-14"),
        page("three t1", "2024-06-15", lang="fr"),
        page("four c1", None),
        page("five e1", "2024-06-20"),
        page("six c1 e1", "2024-06-16"),
    ]
    story, other = stories_of(pages, [Marks()])
    assert story.langs == {"en": 4, "fr": 1}
    assert (story.first, story.last) == ("2024-06-13", "2024-06-16")
    assert story.origins == (pages[0].id, pages[3].id), "an undated copy may have been first"
    assert story.reason == (
        "5 pages of one text: 3 copies, 1 translation; which of 2 pages was first is not known; "
        "1 without a date that can be used"
    )
    assert story.same_event == (other.id,)
    assert other.reason == "1 page, and no other of its text"


def test_a_copy_of_a_copy_hangs_on_the_nearest_in_words() -> None:
    class Near(Marks):
        def edges(self, page: Page, earlier: Sequence[Page]) -> list[CopyEdge]:
            likeness = {one.id: 1 - abs(len(one.text) - len(page.text)) / 100 for one in earlier}
            return [
                CopyEdge(one, page.id, "copy", score, directed=True, reason="made up")
                for one, score in likeness.items()
            ]

    pages = [page(f"c1 {'long ' * number}", f"2024-06-1{number}") for number in range(5)]
    [story] = stories_of(pages, [Near()])
    assert [(edge.origin, edge.copy) for edge in story.edges] == [(one.id, other.id) for one, other in pairwise(pages)]
    assert story.origins == (pages[0].id,)


def test_a_digest_does_not_join_the_stories_that_it_holds() -> None:
    notes = [
        page("a note of some length x2 first", "2024-06-12"),
        page("a note of some length x3 second", "2024-06-12"),
    ]
    digest = page("what happened this week x2 x3 " + "and more of it " * 20, "2024-06-14")

    class Parts(Marks):
        def edges(self, page: Page, earlier: Sequence[Page]) -> list[CopyEdge]:
            span = (Passage(0, 20, 0, 20),)
            return [
                CopyEdge(one.id, page.id, "excerpt", 0.9, directed=True, reason="made up", spans=span)
                for one in earlier
            ]

    assert len(stories_of([*notes, digest], [Parts()])) == 3
    assert together(stories_of([notes[0], digest], [Parts()])) == [{notes[0].id, digest.id}]


def test_ten_thousand_like_pages_take_little_more_a_page_than_a_thousand() -> None:
    class First(Marks):
        def edges(self, page: Page, earlier: Sequence[Page]) -> list[CopyEdge]:
            return super().edges(page, earlier[:1])

    def seconds(count: int) -> float:
        pages = [page(f"page {number} c1") for number in range(count)]
        stories = Stories(MemoryShelf(), [First()])
        start = time.process_time()
        stories.add(pages)
        assert len(list(stories.all())) == 1
        return time.process_time() - start

    few, many = seconds(1_000), seconds(10_000)
    assert many < 25 * few, f"{few:.2f} s for 1,000 pages, {many:.2f} s for 10,000"
