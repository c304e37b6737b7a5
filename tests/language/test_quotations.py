"""Quotations: marks set well and badly."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus.language.quotations import quotations


def quoted(text: str) -> list[tuple[str, bool]]:
    return [(text[quote.start : quote.end], quote.closed) for quote in quotations(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Il dit : « nous partons ».", [("« nous partons »", True)]),
        ("L’accord “secret” tient.", [("“secret”", True)]),
        ('Il parle de "soutien" et de "paix".', [('"soutien"', True), ('"paix"', True)]),
        ("Он сказал: „да“ и ушёл.", [("„да“", True)]),
        ("He said ‘we will go’ and left.", [("‘we will go’", True)]),
        ("The soldiers' pay isn't high.", []),
        ("L'Iran et l’Irak n'ont rien dit.", []),
    ],
)
def test_each_kind_of_mark_and_no_apostrophe(text: str, expected: list[tuple[str, bool]]) -> None:
    assert quoted(text) == expected


def test_an_opening_mark_that_nothing_closes_runs_to_the_end_of_the_paragraph() -> None:
    assert quoted("Il dit : « nous partons. Demain.") == [("« nous partons. Demain.", False)]


def test_a_closing_mark_that_nothing_opened_quotes_from_the_start_of_the_paragraph() -> None:
    assert quoted("Nous tiendrons », a dit le ministre.") == [("Nous tiendrons »", True)]


def test_an_opening_mark_used_to_close_closes() -> None:
    assert quoted("« Avec de tels voisins«") == [("« Avec de tels voisins«", True)]


def test_nested_quotations_are_both_given() -> None:
    assert quoted("« Il a dit “non” hier »") == [("« Il a dit “non” hier »", True), ("“non”", True)]


def test_marks_without_a_word_between_them_quote_nothing() -> None:
    assert quoted("Il dit « … » et « » hier.") == []


@pytest.mark.parametrize("unit", ['"', '"a ', "«", "« a", "“", "“a ", "‘a ", "'", " 'a", "»"])
def test_a_hundred_thousand_marks_take_no_more_than_their_number(unit: str) -> None:
    text = unit * 100_000
    began = time.process_time()
    quotations(text, 0, len(text))
    assert time.process_time() - began < 10


@given(st.text(alphabet="aA .,«»“”„‹›‘’\"'\u00a0", max_size=60))
def test_quotations_lie_inside_the_paragraph_for_any_text(text: str) -> None:
    for quote in quotations(text, 0, len(text)):
        assert 0 <= quote.start < quote.end <= len(text)
