"""Versions of one page over time: the same address, another text."""

from datetime import date

from foedus.lineage.pages import Page
from foedus.lineage.stories import stories_of
from foedus.lineage.versions import VersionFinder
from tests.factories import document

TEXT = "The ministry of Arland will deliver ten patrol boats to Borland before winter."


def page(text: str, published: str | None, url: str, read: int = 20) -> Page:
    return Page(document(text, published=published, url=url), received=date(2024, 6, read))


def test_versions_follow_each_other() -> None:
    pages = [
        page(TEXT, "2024-06-03T06:00", "https://gazette.example/boats"),
        page(f"{TEXT} Crews are trained.", "2024-06-03T11:30", "http://www.gazette.example/boats/?utm_source=feed"),
        page(f"{TEXT} Crews are trained. Borland pays.", "2024-06-04", "https://gazette.example/boats/amp/"),
    ]
    [story] = stories_of(pages, [VersionFinder()])
    ids = [one.id for one in pages]
    assert [(edge.origin, edge.copy, edge.kind) for edge in story.edges] == [
        (ids[0], ids[1], "version"),
        (ids[1], ids[2], "version"),
    ]
    assert story.edges[0].reason == (
        "both stood at gazette.example/boats; published 2024-06-03T06:00 and 2024-06-03T11:30"
    )
    assert story.origins == (ids[0],)


def test_where_dates_do_not_tell_the_days_of_reading_do() -> None:
    pages = [
        page(f"{TEXT} {number}", "2024-06-03", "https://gazette.example/boats", read=20 + number) for number in range(2)
    ]
    for some in (pages, pages[::-1]):
        [story] = stories_of(some, [VersionFinder()])
        assert [(edge.origin, edge.copy, edge.directed) for edge in story.edges] == [(pages[0].id, pages[1].id, True)]
        assert "read on 2024-06-20 and on 2024-06-21" in story.reason or story.edges[0].reason.endswith("2024-06-21")


def test_unknown_stays_unknown() -> None:
    pages = [page(f"{TEXT} {number}", None, "https://gazette.example/boats") for number in range(2)]
    [story] = stories_of(pages, [VersionFinder()])
    assert not story.edges[0].directed
    assert set(story.origins) == {one.id for one in pages}


def test_a_live_page_is_no_version_of_what_stood_there() -> None:
    other = "Voters chose mayors in forty towns, while rain closed several bridges near Otterville."
    pages = [
        page(TEXT, "2024-06-03", "https://gazette.example/live"),
        page(other, "2024-06-04", "https://gazette.example/live"),
    ]
    assert len(stories_of(pages, [VersionFinder()])) == 2


def test_the_home_page_is_no_page() -> None:
    pages = [page(f"{TEXT} {number}", "2024-06-03", "https://gazette.example/") for number in range(2)]
    assert len(stories_of(pages, [VersionFinder()])) == 2
