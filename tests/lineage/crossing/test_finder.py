"""A text is found in another language and in other words; another reporter's telling of its event joins nothing."""

from datetime import date
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foedus.lineage.crossing.finder import CrossingFinder
from foedus.lineage.finder import key
from foedus.lineage.pages import Page
from foedus.model.story import CopyEdge
from tests.factories import document
from tests.lineage.crossing.texts import ORIGINAL, OTHER_TELLING, RETOLD, UNRELATED

FINDER = CrossingFinder()
DIRECTIONS = list(permutations(ORIGINAL, 2))


def page(text: str, lang: str = "en", published: str | None = "2023-01-19", received: date | None = None) -> Page:
    return Page(document(text, lang=lang, published=published), received=received)


def found(later: Page, *earlier: Page) -> list[CopyEdge]:
    return FINDER.edges(later, [one for one in earlier if set(FINDER.keys(one)) & set(FINDER.keys(later))])


def only(edges: list[CopyEdge]) -> CopyEdge:
    [edge] = edges
    return edge


@pytest.mark.parametrize(("source", "target"), DIRECTIONS)
def test_a_translation_is_found_in_every_direction(source: str, target: str) -> None:
    first, second = page(ORIGINAL[source], source), page(ORIGINAL[target], target, "2023-01-20")
    edge = only(found(second, first))
    assert (edge.origin, edge.copy, edge.kind, edge.directed) == (first.id, second.id, "translation", True)
    assert edge.score > 0.7


@pytest.mark.parametrize("lang", ["en", "fr", "ru"])
def test_other_words_are_a_rewrite_in_whatever_language(lang: str) -> None:
    first, second = page(ORIGINAL[lang], lang), page(RETOLD, "en", "2023-01-20")
    edge = only(found(second, first))
    assert (edge.origin, edge.copy) == (first.id, second.id)
    assert edge.kind in (("rewrite",) if lang == "en" else ("rewrite", "translation"))


@pytest.mark.parametrize("lang", ["en", "fr", "ru"])
@pytest.mark.parametrize("other", OTHER_TELLING)
def test_another_reporter_s_telling_never_joins(lang: str, other: str) -> None:
    first, second = page(ORIGINAL[lang], lang), page(OTHER_TELLING[other], other)
    assert {edge.kind for edge in FINDER.edges(second, [first])} <= {"same_event"}


def test_a_telling_of_the_event_is_told_and_has_no_direction() -> None:
    first, second = page(ORIGINAL["fr"], "fr"), page(OTHER_TELLING["fr"], "fr")
    edge = only(found(second, first))
    assert (edge.kind, edge.directed) == ("same_event", False)


@pytest.mark.parametrize("lang", ["en", "fr", "ru"])
@pytest.mark.parametrize("other", UNRELATED)
def test_another_matter_of_the_same_day_gives_nothing(lang: str, other: str) -> None:
    first, second = page(ORIGINAL[lang], lang), page(UNRELATED[other], other)
    assert FINDER.edges(second, [first]) == []


def test_a_copy_in_the_same_words_is_left_to_the_finder_of_copies() -> None:
    first, second = page(ORIGINAL["en"]), page(f"{ORIGINAL['en']} More soon.", published="2023-01-20")
    assert FINDER.edges(second, [first]) == []


def test_the_reason_names_facts_that_both_pages_have() -> None:
    first, second = page(ORIGINAL["en"]), page(ORIGINAL["ru"], "ru", "2023-01-20")
    reason = only(found(second, first)).reason
    assert "of the facts of the shorter page stand in both" in reason
    named = [one for one in ("Roanne", "Nexter", "Ellemann", "240", "1.9 billion", "Oksbol", "Varde") if one in reason]
    assert len(named) >= 3
    assert "published 2023-01-19 and 2023-01-20" in reason


@pytest.mark.parametrize("published", [None, "soon", "2031-05-05"])
def test_without_a_usable_date_a_translation_is_found_and_has_no_direction(published: str | None) -> None:
    first = page(ORIGINAL["en"])
    second = page(ORIGINAL["fr"], "fr", published, received=date(2023, 2, 1))
    edge = only(found(second, first))
    assert edge.kind == "translation"
    assert not edge.directed
    assert "which was first is not known" in edge.reason


def test_two_undated_pages_meet() -> None:
    assert found(page(ORIGINAL["fr"], "fr", None), page(ORIGINAL["ru"], "ru", None))


def test_a_translation_after_months_is_still_one() -> None:
    assert only(found(page(ORIGINAL["fr"], "fr", "2023-06-30"), page(ORIGINAL["en"]))).kind == "translation"


@pytest.mark.parametrize("text", ["", "   \n\n", "…", "Yes.", "1234", "«", "a" * 50_000])
def test_a_page_without_facts_gives_nothing(text: str) -> None:
    bare, full = page(text or " "), page(ORIGINAL["en"])
    assert len(FINDER.keys(bare)) <= 40
    assert FINDER.edges(bare, [full]) == []
    assert FINDER.edges(full, [bare]) == []


def test_a_page_in_two_languages_is_found_by_either() -> None:
    twin = page(f"{ORIGINAL['fr']}\n\n{ORIGINAL['ru']}", "fr", "2023-01-20")
    edge = only(found(twin, page(ORIGINAL["en"])))
    assert edge.kind in ("translation", "rewrite")


def test_a_text_wrapped_in_a_long_one_of_another_language_is_an_excerpt_with_its_place() -> None:
    padding = (
        "La salle était pleine, et l'on y parla longtemps de tout autre chose, de peinture et de musique.\n\n" * 16
    )
    first, second = page(ORIGINAL["en"]), page(f"{padding}\n\n{ORIGINAL['fr']}\n\n{padding}", "fr", "2023-01-20")
    edge = only(found(second, first))
    assert edge.kind == "excerpt"
    [span] = edge.spans
    held = second.text[span.copy_start : span.copy_end]
    assert "Copenhague" in held
    assert "musique" not in held


def test_lists_of_headlines_are_no_texts() -> None:
    english = "Top stories\nDenmark gives Caesar guns to Ukraine\nKenya launches patrol boat\nPoland orders 96 Apache"
    french = "À la une\nLe Danemark cède ses Caesar à l'Ukraine\nLe Kenya lance un patrouilleur\nVarsovie : 96 Apache"
    first, second = page(english), page(french, "fr")
    assert FINDER.keys(first) == ()
    assert FINDER.edges(second, [first, page(ORIGINAL["en"])]) == []
    assert FINDER.edges(page(ORIGINAL["fr"], "fr"), [first]) == []


def test_a_language_that_nobody_prepared_gives_no_error() -> None:
    assert FINDER.edges(page("Danmark sender 19 Caesar til Ukraine, siger ministeren.", "da"), [page(RETOLD)]) == []


def test_keys_are_few_and_the_finder_s_own() -> None:
    keys = FINDER.keys(page(ORIGINAL["en"]))
    assert len(set(keys)) == len(keys) <= 40
    assert all(0 <= one < 1 << 63 for one in keys)
    assert key(FINDER.name, "pair") not in keys


@settings(max_examples=25, deadline=None)
@given(st.permutations(range(7)))
def test_edges_do_not_depend_on_the_order_of_earlier_pages(order: list[int]) -> None:
    earlier = [
        page(ORIGINAL["en"]),
        page(ORIGINAL["fr"], "fr"),
        page(RETOLD),
        page(OTHER_TELLING["en"]),
        page(OTHER_TELLING["fr"], "fr"),
        page(UNRELATED["en"]),
        page(UNRELATED["ru"], "ru", None),
    ]
    later = page(ORIGINAL["ru"], "ru", "2023-01-21")
    assert FINDER.edges(later, [earlier[at] for at in order]) == FINDER.edges(later, earlier)
