"""Stories in the ledger: brought up to date piece by piece, the same whatever came first, as of any moment."""

from collections.abc import Callable, Iterator
from itertools import permutations

import pytest
from msgspec.structs import replace

from foedus.intake.comparing import Comparing
from foedus.ledger.store import Ledger
from foedus.model.document import Document
from foedus.model.story import story_id
from tests.intake.telling import FINDERS, compare, expected, kept, page, put

ORIGIN, COPY, LATER = (page(1, place, place + 1) for place in range(3))
OTHER, OTHER_COPY = page(2, 0, 2), page(2, 1, 5)
ALONE = page(3, 0, 1)
ALL = (ORIGIN, COPY, LATER, OTHER, OTHER_COPY, ALONE)


@pytest.fixture
def ledger(place: str) -> Iterator[Ledger]:
    """An empty ledger that is whole at the end as well."""
    with Ledger.open(place) as opened:
        yield opened
        assert list(opened.verify()) == []
        assert list(opened.check()) == []


def members(*documents: Document) -> dict[str, tuple[str, ...]]:
    return {story_id(documents[0].id): tuple(sorted(one.id for one in documents))}


def test_documents_are_compared_once_and_stories_are_kept(ledger: Ledger) -> None:
    put(ledger, ALL)
    assert sorted(compare(ledger)) == sorted(one.id for one in ALL)
    assert kept(ledger) == members(ORIGIN, COPY, LATER) | members(OTHER, OTHER_COPY)
    batches = ledger.counts().batches
    assert compare(ledger) == []
    assert ledger.counts().batches == batches


def test_a_new_document_joins_its_story_and_nothing_else_is_written_again(ledger: Ledger) -> None:
    put(ledger, ALL[:2])
    compare(ledger)
    put(ledger, ALL[2:])
    assert sorted(compare(ledger)) == sorted(one.id for one in ALL[2:])
    assert kept(ledger) == members(ORIGIN, COPY, LATER) | members(OTHER, OTHER_COPY)
    *_, last = ledger.audit()
    assert (last.action, last.wrote["story_members"]) == ("derive", 3)


def test_an_earlier_page_that_comes_late_takes_the_story_over(ledger: Ledger) -> None:
    put(ledger, [COPY, LATER])
    compare(ledger)
    assert kept(ledger) == members(COPY, LATER)
    put(ledger, [ORIGIN])
    compare(ledger)
    assert kept(ledger) == members(ORIGIN, COPY, LATER)
    assert ORIGIN.id in {edge.origin for edge in ledger.edges([LATER.id])}


def test_stories_do_not_depend_on_what_came_first(new_place: Callable[[], str]) -> None:
    told = {story.id: tuple(sorted(story.members)) for story in expected(ALL)}
    edges: set[tuple[str, ...]] = set()
    for number, order in enumerate(permutations((ORIGIN, COPY, LATER, OTHER))):
        with Ledger.open(new_place()) as ledger:
            for one in (*order, OTHER_COPY, ALONE):
                put(ledger, [one])
                if number % 2:
                    compare(ledger)
            compare(ledger)
            assert kept(ledger) == told, order
            edges.add(tuple(sorted(map(str, ledger.edges(one.id for one in ALL)))))
    assert len(edges) == 1


def test_stories_and_edges_are_told_as_of_a_batch(ledger: Ledger) -> None:
    put(ledger, [ORIGIN, COPY])
    compare(ledger)
    then = ledger.counts().batches
    put(ledger, [LATER])
    compare(ledger)
    with ledger.kin(then) as kin:
        assert set(kin.together([COPY.id])) == {ORIGIN.id, COPY.id}
        assert kin.story_of(COPY.id) == story_id(ORIGIN.id)
        assert kin.edges_to([LATER.id]) == {}
    assert [edge.copy for edge in ledger.edges([LATER.id], then)] == []
    assert [edge.copy for edge in ledger.edges([ORIGIN.id], then)] == [COPY.id]


def test_a_corrected_date_moves_a_page_in_its_story(ledger: Ledger) -> None:
    put(ledger, [ORIGIN, COPY])
    compare(ledger)
    ledger.add([(replace(COPY, published="2024-02-01"), [])])
    assert compare(ledger) == [COPY.id]
    assert kept(ledger) == members(COPY, ORIGIN)
    assert [(edge.origin, edge.copy) for edge in ledger.edges([ORIGIN.id])] == [(COPY.id, ORIGIN.id)]


def test_a_withdrawn_document_leaves_its_story(ledger: Ledger) -> None:
    put(ledger, ALL)
    compare(ledger)
    then = ledger.counts().batches
    ledger.forget(ledger.scope(ORIGIN.id), "asked by its publisher")
    assert ORIGIN.id not in {edge.origin for edge in ledger.edges([COPY.id])}
    assert sorted(compare(ledger)) == sorted([COPY.id, LATER.id])
    assert kept(ledger) == members(COPY, LATER) | members(OTHER, OTHER_COPY)
    assert ORIGIN.id not in {edge.origin for edge in ledger.edges([LATER.id], then)}, "nor is it told as of then"


def test_a_story_of_which_all_are_withdrawn_is_gone(ledger: Ledger) -> None:
    put(ledger, [OTHER, OTHER_COPY], batch=2)
    compare(ledger)
    ledger.forget(ledger.scope(batch=1), "a folder read by mistake")
    assert ledger.stories().stories == ()
    assert compare(ledger) == []


def test_other_finders_compare_everything_again(ledger: Ledger) -> None:
    put(ledger, ALL)
    compare(ledger)
    assert sorted(Comparing(ledger, tell=print, finders=()).all()) == sorted(one.id for one in ALL)
    assert kept(ledger) == {}
    assert ledger.edges([COPY.id]) == []
    assert len(compare(ledger)) == len(ALL)
    assert len(kept(ledger)) == 2


def test_a_document_that_cannot_be_compared_does_not_keep_others_from_it(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Stumbling:
        name = "stumbling"

        def keys(self, page: object) -> tuple[int, ...]:
            if page.id == OTHER.id:  # type: ignore[attr-defined]
                raise ValueError("odd")
            return FINDERS[0].keys(page)  # type: ignore[arg-type]

        edges = FINDERS[0].edges

    monkeypatch.delenv("FOEDUS_DEBUG", raising=False)
    put(ledger, ALL)
    told: list[str] = []
    done = list(Comparing(ledger, tell=told.append, finders=[Stumbling()]).all())
    assert sorted(done) == sorted(one.id for one in ALL)
    assert told == [f"{OTHER.id} not compared: internal error, ValueError: odd (FOEDUS_DEBUG=1 shows where)"]
    assert kept(ledger) == members(ORIGIN, COPY, LATER)


def test_stories_are_listed_in_pages_told_last_first(ledger: Ledger) -> None:
    put(ledger, ALL)
    compare(ledger)
    first = ledger.stories(limit=1)
    assert [(one.id, one.pages, one.origins, one.langs) for one in first.stories] == [
        (story_id(OTHER.id), 2, 1, {"en": 2})
    ]
    second = ledger.stories(after=first.next, limit=1)
    assert [(one.id, one.first, one.last) for one in second.stories] == [
        (story_id(ORIGIN.id), "2024-03-01", "2024-03-03")
    ]
    assert second.next is None
