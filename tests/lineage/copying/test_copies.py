"""Copies are found by shared words, directed by dates alone, and quotation alone makes none."""

import random

import pytest

from foedus.model.document import Document
from foedus.model.story import CopyEdge
from tests.factories import document
from tests.lineage.copying.batch import copies

STORY = (
    "Arland has handed nine river tugboats to the navy of Borland, its defence ministry said on Tuesday. "
    "The vessels left the yard in the northern port a week ago and reached the delta after four days at sea. "
    "Crews from both countries will train together on the lower river until the end of the autumn. "
    "Officials in Borland would not say what the boats had cost, nor whether more were on order."
)
BRIEF = STORY[: STORY.index("Crews")]
OTHER = (
    "Corland opened its third shipyard this spring, and the first hull is to be launched before the winter. "
    "Nobody at the opening spoke of exports, although two foreign delegations walked along the quay. "
    "The yard employs four hundred welders, most of whom came from the closed works upstream."
)
QUOTE = (
    "“We have given our word and we shall keep it to the letter, whatever our neighbours may think of the boats "
    "or of the people who sail them, and nobody will make us change our minds about a treaty that we signed”"
)


def at(body: str, published: str | None, lang: str = "en", outlet: str | None = None) -> Document:
    return document(body, published=published, lang=lang, outlet=outlet)


def only(edges: list[CopyEdge]) -> CopyEdge:
    [edge] = edges
    return edge


def test_the_earlier_of_two_copies_is_the_origin_whatever_the_order_of_input() -> None:
    first, second = at(STORY, "2022-05-19"), at(STORY + " Copied with thanks.", "2022-05-20")
    for given in ([first, second], [second, first]):
        edge = only(copies(given))
        assert (edge.origin, edge.copy, edge.kind, edge.directed) == (first.id, second.id, "copy", True)
        assert edge.score == 1.0
        assert "published 2022-05-19 and 2022-05-20" in edge.reason


@pytest.mark.parametrize(
    ("one", "other"),
    [("2022-05-19", "2022-05-19"), (None, "2022-05-20"), (None, None), ("2022-05", "2022-05-20"), ("soon", "2022")],
)
def test_without_telling_dates_an_edge_has_no_direction(one: str | None, other: str | None) -> None:
    edge = only(copies([at(STORY, one), at(STORY + " Copied.", other)]))
    assert not edge.directed
    assert "which was first is not known" in edge.reason


def test_texts_that_share_nothing_are_no_copies() -> None:
    assert copies([at(STORY, "2022-05-19"), at(OTHER, "2022-05-20")]) == []


def test_the_same_words_are_a_copy_even_where_a_page_is_filed_under_another_language() -> None:
    assert only(copies([at(STORY, "2022-05-19"), at(STORY + " ", "2022-05-20", lang="fr")])).kind == "copy"


def test_part_of_a_text_in_a_longer_one_is_an_excerpt_with_its_passage() -> None:
    first, second = at(BRIEF, "2022-05-19"), at(f"{OTHER} {OTHER.upper()[:40]} {BRIEF} And so on.", "2022-05-20")
    edge = only(copies([first, second]))
    assert edge.kind == "excerpt"
    [span] = edge.spans
    taken = second.text[span.copy_start : span.copy_end]
    assert taken == first.text[span.origin_start : span.origin_end] == BRIEF.strip().rstrip(".")


def test_one_quotation_in_two_reports_is_no_copy() -> None:
    first = at(f"{OTHER} The minister told reporters: {QUOTE}.", "2022-05-19")
    second = at(f"A cold wind blew on the square. {QUOTE}, read the statement, which was handed out.", "2022-05-19")
    assert copies([first, second]) == []


def test_a_chain_of_copies_leads_to_the_text_it_came_from() -> None:
    first = at(STORY, "2022-05-19")
    second = at(STORY.replace("on Tuesday", "this week") + " Our own desk adds that the river is high.", "2022-05-20")
    third = at(second.text + " Seen elsewhere.", "2022-05-21")
    edges = {edge.copy: edge.origin for edge in copies([third, first, second])}
    assert edges == {second.id: first.id, third.id: second.id}


def test_a_digest_has_an_edge_to_each_text_it_holds() -> None:
    first, second = at(STORY, "2022-05-18"), at(OTHER, "2022-05-19")
    digest = at(f"{STORY}\n\n{OTHER}", "2022-05-20")
    assert {edge.origin for edge in copies([digest, first, second])} == {first.id, second.id}


def test_a_story_in_very_many_outlets_gives_one_edge_a_copy() -> None:
    reports = [at(f"{STORY} Outlet {n}.", f"2022-05-{1 + n // 10:02}") for n in range(120)]
    edges = copies(reports)
    first = min(report.id for report in reports if report.published == "2022-05-01")
    assert len(edges) == 119
    assert {edge.origin for edge in edges} == {first}


def test_unrelated_texts_in_number_give_no_edges() -> None:
    chance = random.Random(3)  # noqa: S311 - texts, not secrets
    words = STORY.split() + OTHER.split()
    assert copies([at(" ".join(chance.choices(words, k=120)), "2022-05-19") for _ in range(150)]) == []


def test_one_document_given_twice_is_no_copy_of_itself() -> None:
    assert copies([at(STORY, "2022-05-19"), at(STORY, "2022-05-19")]) == []
