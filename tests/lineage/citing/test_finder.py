"""A citation finds the page that is meant, or stays with a name; a retelling that names its source joins its story."""

from datetime import date

import pytest

from foedus.lineage.citing.finder import CitationFinder
from foedus.lineage.memory_shelf import MemoryShelf
from foedus.lineage.pages import Page
from foedus.lineage.stories import Stories, stories_of
from foedus.model.story import CopyEdge, Story
from tests.factories import document

FIRST = (
    "India will deliver 12 BrahMos missiles and two radars to the Philippines under a contract of 375 million dollars, "
    "officials in Manila and New Delhi said on 3 June 2024. The marines will take over the first battery in Luzon."
)
RETOLD = (
    "According to the Otter Coast Tribune, the Philippines are to have 12 BrahMos missiles from India with two radars; "
    "375 million dollars is what Manila pays New Delhi. Luzon gets the first battery, the paper wrote on 3 June 2024."
)
FRENCH = (
    "Manille recevra 12 missiles BrahMos et deux radars de New Delhi pour 375 millions de dollars, selon l’Otter Coast "
    "Tribune. L’Inde livrera la première batterie aux Philippines à Luçon, d’après ce journal."
)
OTHER = "The Otter Coast Tribune opened an office in Monaco, and its owner bought a yacht and 3 horses there."


def page(
    text: str, published: str | None = "2024-06-04", outlet: str | None = "The Harbour Gazette", **more: object
) -> Page:
    given = document(text, published=published, outlet=outlet, **more)  # type: ignore[arg-type]
    return Page(given, received=date(2024, 7, 1))


def citations(*pages: Page) -> list[CopyEdge]:
    stories = stories_of(pages, [CitationFinder()])
    return [edge for story in stories for edge in story.edges if edge.kind == "citation"]


def of(pages: tuple[Page, ...], document_id: str) -> Story:
    stories = Stories(MemoryShelf(), [CitationFinder()])
    stories.add(pages)
    return stories.story_of(document_id)


@pytest.mark.parametrize(("text", "lang"), [(RETOLD, "en"), (FRENCH, "fr")])
def test_a_citation_finds_the_page_that_is_meant(text: str, lang: str) -> None:
    first = page(FIRST, "2024-06-03", "Otter Coast Tribune")
    other = page(OTHER, "2024-06-03", "Otter Coast Tribune")
    citing = page(text, lang=lang)
    [edge] = citations(other, first, citing)
    assert (edge.origin, edge.copy, edge.directed, edge.turned) == (first.id, citing.id, True, False)
    assert "its page of 2024-06-03 shares" in edge.reason
    assert citing.text[edge.spans[0].copy_start : edge.spans[0].copy_end].endswith("Otter Coast Tribune")


def test_a_page_that_says_of_all_it_tells_that_it_is_anothers_joins_its_story() -> None:
    first, citing = page(FIRST, "2024-06-03", "Otter Coast Tribune"), page(RETOLD)
    story = of((first, citing), citing.id)
    assert story.members == (first.id, citing.id)
    assert [edge.kind for edge in story.edges] == ["rewrite", "citation"]
    assert story.origins == (first.id,)


def test_the_source_of_one_statement_makes_no_retelling() -> None:
    own = (
        "Japan will lend five patrol ships to Vietnam, the ministry in Hanoi said. Tokyo asks 64 million dollars.\n\n"
        "Crews train in Yokohama from May. India delivered 12 BrahMos missiles to the Philippines, the Otter Coast "
        "Tribune reported."
    )
    first, citing = page(FIRST, "2024-06-03", "Otter Coast Tribune"), page(own)
    assert len(stories_of([first, citing], [CitationFinder()])) == 2


def test_a_paper_that_nobody_holds_is_a_placeholder() -> None:
    [edge] = citations(page(RETOLD))
    assert (edge.origin, edge.score) == ("outlet:otter-coast-tribune", 0.75)
    assert edge.reason.endswith("no page of it on the matter is held")
    story = of((page(RETOLD),), page(RETOLD).id)
    assert story.origins == ("outlet:otter-coast-tribune",)
    assert story.reason.endswith("goes back to outlet:otter-coast-tribune, not held here")


@pytest.mark.parametrize(
    "published",
    ["2024-05-20", "2024-06-05"],
    ids=["long before", "afterwards"],
)
def test_only_pages_of_the_days_before_are_meant(published: str) -> None:
    [edge] = citations(page(FIRST, published, "Otter Coast Tribune"), page(RETOLD))
    assert edge.origin == "outlet:otter-coast-tribune"


def test_another_matter_of_the_same_outlet_is_not_meant() -> None:
    [edge] = citations(page(OTHER, "2024-06-03", "Otter Coast Tribune"), page(RETOLD))
    assert edge.origin == "outlet:otter-coast-tribune"


@pytest.mark.parametrize(("first", "second"), [(None, "2024-06-04"), ("2024-06-03", None), (None, None)])
def test_pages_without_a_date_are_found_and_the_citation_gives_the_direction(
    first: str | None, second: str | None
) -> None:
    origin, citing = page(FIRST, first, "Otter Coast Tribune"), page(RETOLD, second)
    story = of((origin, citing), citing.id)
    assert set(story.members) == {origin.id, citing.id}
    assert story.origins == (origin.id,)
    assert {(edge.origin, edge.copy, edge.directed) for edge in story.edges} == {(origin.id, citing.id, True)}


def test_a_link_names_the_page_itself() -> None:
    first = page(FIRST, "2024-06-03", None, url="https://ottercoast.example/2024/missiles?utm_source=feed")
    citing = page(
        "A short note on what others write.\n\nMore: http://www.ottercoast.example/2024/missiles/",
        url="https://notes.example/1",
    )
    [edge] = citations(first, citing)
    assert (edge.origin, edge.reason.endswith("links to the page")) == (first.id, True)


def test_names_that_are_surely_no_outlets_cite_nobody() -> None:
    assert citations(page("According to President Marcos, India will deliver 12 missiles to Manila on 3 June.")) == []
