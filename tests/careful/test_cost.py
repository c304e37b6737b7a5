"""Estimates: before the first question, and on the high side."""

import pytest

from foedus.careful.cost import estimate, tokens_of_body
from foedus.careful.request import Asked, requests
from foedus.careful.tokens import tokens_of
from foedus.model.document import make_document

DOCUMENT = make_document("Norway signed for twelve K9s on Monday. They come in 2026.", lang="en")


def test_nothing_costs_nothing() -> None:
    assert estimate([], 1.0, 2.0) == (0, 0, 0, 0.0)


def test_money_is_known_only_with_both_prices() -> None:
    asked = requests(DOCUMENT, Asked("m"))
    assert estimate(asked).money is None
    assert estimate(asked, price_in=1.0).money is None
    priced = estimate(asked, 2.0, 8.0)
    assert priced.money == pytest.approx((priced.tokens_in * 2 + priced.tokens_out * 8) / 1_000_000)


def test_tokens_grow_with_the_requests() -> None:
    asked = requests(DOCUMENT, Asked("m"))
    one, two = estimate(asked), estimate(asked * 2)
    assert (two.requests, two.tokens_in, two.tokens_out) == (2, 2 * one.tokens_in, 2 * one.tokens_out)
    assert one.tokens_in == tokens_of_body(asked[0].body)


def test_an_answer_is_never_expected_longer_than_allowed() -> None:
    long = make_document("\n\n".join([DOCUMENT.text] * 60), lang="en")
    asked = requests(long, Asked("m", max_answer_tokens=1_000))
    assert estimate(asked).tokens_out <= 1_000 * len(asked)


def test_cyrillic_takes_more_tokens_than_latin() -> None:
    assert tokens_of("поставки") > tokens_of("postavki")
