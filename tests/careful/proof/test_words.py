"""Words are found exactly, on borders of words, whatever marks a model writes."""

import pytest

from foedus.careful.proof.words import Span, Text


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Paris a délivré un visa", "livré"),
        ("n’a pas livré", "a livré"),
        ("the undelivered jets", "delivered"),
        ("dé\u200blivré", "livré"),
        ("F-16s landed", "16"),
        ("Paris", "paris"),
        ("Paris", " "),
        ("Paris", ""),
    ],
)
def test_parts_of_words_and_words_apart_are_not_found(text: str, quote: str) -> None:
    assert Text(text).places(quote) == []


@pytest.mark.parametrize(
    ("text", "quote", "words"),
    [
        ("n’a reçu aucun char", "n'a reçu", "n’a reçu"),
        ("« Nous livrons », dit-il", '"', "«"),
        ("les 24 F–16 livrés", "F-16 livrés", "F–16 livrés"),
        ("2\u00a0500 soldats", "2 500 soldats", "2\u00a0500 soldats"),
        ("un\nchar", "un char", "un\nchar"),
        ("Paris livre.", " livre ", "livre"),
    ],
)
def test_marks_that_mean_the_same_are_the_texts_own(text: str, quote: str, words: str) -> None:
    found = Text(text)
    assert [found.words(place) for place in found.places(quote)][:1] == [words]


def test_all_places_within_bounds_are_told_in_text_order() -> None:
    text = Text("Iran and Iran, then Iran")
    assert text.places("Iran") == [Span(0, 4), Span(9, 13), Span(20, 24)]
    assert text.places("Iran", 5, 14) == [Span(9, 13)]
