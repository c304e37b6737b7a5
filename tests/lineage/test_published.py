"""Dates tell an order only where they exclude the other one."""

import pytest

from foedus.lineage.published import before, day_range, days_apart, in_order
from tests.factories import document


@pytest.mark.parametrize(
    ("first", "second", "order"),
    [
        ("2022-05-19", "2022-05-20", True),
        ("2022-05-20", "2022-05-19", False),
        ("2022-05-19", "2022-05-19", None),
        ("2022-05", "2022-05-19", None),
        ("2021", "2022-05-19", True),
        ("../2021", "2022", True),
        ("2022/..", "2021", False),
        ("2022/..", "2023", None),
        (None, "2022", None),
        ("yesterday", "2022", None),
    ],
)
def test_order_is_what_the_dates_exclude(first: str | None, second: str | None, order: bool | None) -> None:
    assert before(day_range(first), day_range(second)) is order


@pytest.mark.parametrize(
    ("first", "second", "days"),
    [
        ("2022-05-19", "2022-05-22", 3),
        ("2022-05-22", "2022-05-19", 3),
        ("2022-05", "2022-05-19", 0),
        ("2022-05", "2022-06-02", 2),
        ("../2021", "2022", None),
        (None, "2022", None),
    ],
)
def test_days_apart_are_the_fewest_possible(first: str | None, second: str | None, days: int | None) -> None:
    assert days_apart(day_range(first), day_range(second)) == days


def test_documents_stand_once_and_undated_ones_last() -> None:
    dated, undated = document("One.", published="2022"), document("Two.", published=None)
    assert in_order([undated, dated, undated]) == [dated, undated]
