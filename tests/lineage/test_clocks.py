"""Pages without a date, with one in the future, and with clocks that lie: what is then said, and what stays unknown."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from foedus.lineage.memory_shelf import MemoryShelf
from foedus.lineage.pages import Page, came_before
from foedus.lineage.stories import Stories, stories_of
from foedus.model.story import Story
from tests.factories import document

READ = date(2024, 7, 1)

TEXT = """India will deliver 12 BrahMos missiles and two radars to the Philippines under a contract of 375 million \
dollars, officials in Manila and New Delhi said on Monday.

The marines will take over the first battery in Luzon before the rains, and crews from Zambales have been trained in \
Nagpur since January. A second battery follows in 2025.

"We have waited long for this day," said the commander of the marines, who asked for two more batteries. The \
ministry in New Delhi did not say who pays for the trucks."""

FRENCH = """L’Inde livrera 12 missiles BrahMos et deux radars aux Philippines dans le cadre d’un contrat de 375 \
millions de dollars, ont déclaré lundi des responsables à Manille et à New Delhi.

Les fusiliers marins recevront la première batterie à Luçon avant les pluies, et des équipes de Zambales se forment à \
Nagpur depuis janvier. Une deuxième batterie suivra en 2025.

« Nous avons longtemps attendu ce jour », a déclaré le commandant des fusiliers marins, qui a demandé deux batteries \
de plus. Le ministère à New Delhi n’a pas dit qui paie les camions."""

OTHER = """Three fishing boats sank off the coast of Otterland in a storm on Sunday night. The coast guard saved nine \
men, and a helicopter looked for two others until the morning. The harbour of Seaville stays \
closed until the wind drops."""


def page(
    text: str = TEXT, published: str | None = "2024-06-03", outlet: str | None = "The Harbour Gazette", lang: str = "en"
) -> Page:
    return Page(document(text, published=published, outlet=outlet, lang=lang), received=READ)


def story(*pages: Page) -> Story:
    found = stories_of(pages)
    assert len(found) == 1, [one.reason for one in found]
    return found[0]


def copied(credit: str = "", published: str | None = "2024-06-04", outlet: str = "The Borland Post") -> Page:
    return page(f"{TEXT}\n\n{credit or 'Share this page.'}", published, outlet)


def test_dates_give_the_direction() -> None:
    first, copy = page(), copied()
    found = story(copy, first)
    assert (found.members, found.origins) == ((first.id, copy.id), (first.id,))
    assert found.edges[0].directed


@pytest.mark.parametrize(
    ("published", "why"),
    [
        (None, "no date of publication"),
        ("2031-01-01", "date 2031-01-01 lies after the day of reading, 2024-07-01"),
        ("2024-07-03T08:00", "date 2024-07-03T08:00 lies after the day of reading, 2024-07-01"),
        ("last week", "date 'last week' cannot be read"),
        ("../2024", "date '../2024' has no beginning"),
    ],
)
def test_a_page_without_a_usable_date_comes_last_and_may_have_been_first(published: str | None, why: str) -> None:
    first, copy = page(), copied(published=published)
    assert copy.undated == why
    found = story(copy, first)
    assert found.members == (first.id, copy.id)
    assert set(found.origins) == {first.id, copy.id}
    assert not found.edges[0].directed
    assert (found.first, found.last) == ("2024-06-03", "2024-06-03")
    assert "which of 2 pages was first is not known; 1 without a date that can be used" in found.reason


def test_tomorrow_may_have_begun_where_a_page_was_published() -> None:
    assert page(published="2024-07-02").undated is None


def test_a_credit_tells_what_dates_do_not() -> None:
    first, copy = page(published=None), copied("Source: The Harbour Gazette", published=None)
    found = story(copy, first)
    assert found.origins == (first.id,)
    assert {(edge.origin, edge.copy, edge.directed) for edge in found.edges} == {(first.id, copy.id, True)}


@pytest.mark.parametrize(
    "credit",
    [
        "Source: The Harbour Gazette",
        "This article was first published by the Harbour Gazette.",
        "Subscribe to the Harbour Gazette",
    ],
)
def test_a_copy_dated_before_its_origin_is_turned(credit: str) -> None:
    first, copy = page(), copied(credit, published="2024-06-01")
    found = story(first, copy)
    assert found.id == f"s-{copy.id}", "the order of pages is that of their dates"
    assert found.origins == (first.id,)
    edge = found.edges[0]
    assert (edge.origin, edge.copy, edge.directed, edge.turned) == (first.id, copy.id, True, True)
    assert (edge.earlier, edge.later) == (copy.id, first.id)
    assert "a date must be wrong, or what it had was an earlier version" in edge.reason
    for span in edge.spans:
        assert (
            first.text[span.origin_start : span.origin_end].split()
            == copy.text[span.copy_start : span.copy_end].split()
        )
    assert "1 dated before what it came from" in found.reason


def test_two_that_name_each_other_keep_their_dates() -> None:
    first = page(f"{TEXT}\n\nWith the Borland Post.")
    copy = copied("Source: The Harbour Gazette")
    found = story(first, copy)
    assert not any(edge.turned for edge in found.edges if edge.kind != "citation")
    assert found.origins == (first.id,)


def test_a_page_in_two_languages_is_of_the_story_of_each() -> None:
    english, french = page(), page(FRENCH, "2024-06-04", "Le Courrier du Port", "fr")
    both = page(f"{TEXT}\n\n{FRENCH}", "2024-06-05", "The Borland Post")
    found = story(english, french, both)
    assert found.members == (english.id, french.id, both.id)
    assert found.langs == {"en": 2, "fr": 1}


def test_moments_order_pages_of_one_day_whatever_their_zones() -> None:
    first = page(published="2024-06-03T23:30+08:00")
    second = copied(published="2024-06-03T16:00Z")
    assert came_before(first, second) is True
    assert came_before(page(published="2024-06-03"), second) is None
    assert story(second, first).origins == (first.id,)


SOME: Sequence[Page] = (
    page(),
    copied(),
    copied("Source: The Harbour Gazette", "2024-06-01", "Otter Daily"),
    copied("An Arland view of it.", None, "Seasalt"),
    page(FRENCH, "2024-06-05", "Le Courrier du Port", "fr"),
    page(f"{FRENCH}\n\nLisez aussi.", "2024-06-05", "Le Fil", "fr"),
    page(TEXT.partition("\n\n")[0] + " According to the Harbour Gazette, that is all.", "2024-06-04", "Short Notes"),
    page(OTHER, "2024-06-03", "Seaville Echo"),
    page(f"{OTHER} Two boats were found.", "2024-06-04", "Seaville Echo"),
)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(order=st.permutations(range(len(SOME))), cuts=st.sets(st.integers(1, len(SOME) - 1), max_size=3))
def test_real_pages_give_the_same_stories_in_every_order(order: list[int], cuts: set[int]) -> None:
    stories = Stories(MemoryShelf())
    places = [0, *sorted(cuts), len(SOME)]
    for start, end in pairwise(places):
        stories.add(SOME[place] for place in order[start:end])
    assert list(stories.all()) == stories_of(SOME)


def test_a_text_that_stands_everywhere_is_one_story() -> None:
    pages = [page(f"{TEXT}\n\nCopy {number}.", "2024-06-04", f"Paper {number}") for number in range(60)]
    found = stories_of(pages)
    assert len(found) == 1
    assert len(found[0].members) == 60
