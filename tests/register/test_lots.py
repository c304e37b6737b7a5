"""What is added up, what is not, and that each says why."""

import pytest

from foedus.model.row import Count
from tests.factories import voice
from tests.register.told import at_least, many, only, paper, tell

GAZETTE, HERALD, STAR = paper("The Gazette"), paper("The Herald"), paper("The Star")


def test_one_lot_told_by_several_outlets_is_counted_once() -> None:
    row = only(*(tell(page, "delivered", 6, "2020-03") for page in (GAZETTE, HERALD, STAR)))
    assert row.texts()["number_delivered"] == "6"
    assert row.reasons["number_delivered"] == "claims agree"
    assert row.sources["number_delivered"] == ("The Gazette", "The Herald", "The Star")
    (lot,) = row.deliveries
    assert (str(lot.years), str(lot.count), len(lot.claims)) == ("2020", "6", 3)


def test_lots_of_different_years_that_one_text_tells_apart_are_added_up_and_the_row_says_so() -> None:
    row = only(
        tell(GAZETTE, "delivered", 6, "2020"),
        tell(GAZETTE, "delivered", 12, "2021", trigger="second delivery"),
        tell(HERALD, "delivered", 12, "2021-06-01"),
    )
    assert row.number_delivered == (Count(18, 18, None, uncertain=False),)
    assert row.reasons["number_delivered"] == "sum of lots told apart: 6 in 2020, 12 in 2021"
    assert "number delivered: sum of lots told apart" in row.comment
    assert [(str(lot.years), str(lot.count), len(lot.claims)) for lot in row.deliveries] == [
        ("2020", "6", 1),
        ("2021", "12", 2),
    ]


def test_a_later_number_of_another_text_may_hold_the_earlier_one() -> None:
    row = only(tell(GAZETTE, "delivered", 6, "2020"), tell(HERALD, "delivered", 12, "2021"))
    assert row.texts()["number_delivered"] == "(12–18)"
    assert "nobody says whether the later number holds the earlier: not added up" in row.reasons["number_delivered"]


def test_equal_numbers_in_different_years_may_be_one_lot_dated_differently() -> None:
    row = only(tell(GAZETTE, "delivered", 6, "2020"), tell(HERALD, "delivered", 6, "2021"))
    assert row.texts()["number_delivered"] == "(6–12)"


def test_batches_of_different_dates_are_lots_of_their_own() -> None:
    row = only(tell(GAZETTE, "delivering", 4, "2020"), tell(HERALD, "delivering", 5, "2021"))
    assert row.texts()["number_delivered"] == "9"
    assert row.status == "delivering"
    row = only(tell(GAZETTE, "delivering", 4, "2020"), tell(HERALD, "delivered", 12, "2021"))
    assert row.texts()["number_delivered"] == "(12–16)"


def test_months_of_one_year_part_lots_as_years_do() -> None:
    row = only(
        tell(GAZETTE, "delivered", 6, "2021-03-05"), tell(GAZETTE, "delivered", 8, "2021-09", trigger="second delivery")
    )
    assert row.texts()["number_delivered"] == "14"
    row = only(tell(GAZETTE, "delivered", 6, "2021-03-05"), tell(HERALD, "delivered", 8, "2021-09"))
    assert row.texts()["number_delivered"] == "(8–14)"


def test_the_number_of_a_delivery_under_way_may_be_of_all_that_is_to_come() -> None:
    row = only(tell(GAZETTE, "delivering", 24, "2021", trigger="meant"))
    assert row.texts()["number_delivered"] == "(24)"
    assert "under way, and the number may be of all that is to come" in row.reasons["number_delivered"]


def test_what_another_claim_gives_as_the_sum_settles_it() -> None:
    row = only(
        tell(GAZETTE, "delivered", 6, "2020"),
        tell(HERALD, "delivered", 12, "2021"),
        tell(STAR, "delivered", 18),
    )
    assert row.texts()["number_delivered"] == "18"
    assert "add up to what another claim gives" in row.reasons["number_delivered"]


def test_an_undated_number_that_repeats_a_lot_is_not_added() -> None:
    row = only(
        tell(GAZETTE, "delivered", 6, "2020"),
        tell(GAZETTE, "delivered", 12, "2021", trigger="second delivery"),
        tell(HERALD, "delivered", 12),
    )
    assert row.texts()["number_delivered"] == "18"
    assert "an undated 12 taken for one of them" in row.reasons["number_delivered"]


def test_lots_that_do_not_add_up_to_a_total_of_others_are_a_range() -> None:
    row = only(
        tell(GAZETTE, "delivered", 6, "2020"),
        tell(GAZETTE, "delivered", 12, "2021", trigger="second delivery"),
        tell(HERALD, "delivered", 30),
    )
    assert row.texts()["number_delivered"] == "(18–30)"
    assert "do not add up to what others give (30)" in row.reasons["number_delivered"]


def test_an_open_number_leaves_the_sum_open() -> None:
    row = only(
        tell(GAZETTE, "delivered", 6, "2020"),
        tell(GAZETTE, "delivered", at_least(GAZETTE, 12), "2021", trigger="second delivery"),
    )
    assert row.texts()["number_delivered"] == "(18 or more)"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("2020-12-20", "2021-01-10"),  # three weeks apart over New Year
        ("2021-03-05", "2021-03-20"),  # two weeks apart
        ("2021-03-05", "2021"),  # a day of that year
        ("2020~", "2021"),  # an approximate date may be of the next year
        ("2020/2022", "2021"),  # an interval that holds the other
        ("../2020", "2022"),  # open: a total so far
        ("2020-24", "2021"),  # a winter that ends in the next year
    ],
)
def test_dates_that_may_mean_one_lot_never_add_up(first: str, second: str) -> None:
    row = only(
        tell(GAZETTE, "delivered", 6, first),
        tell(GAZETTE, "delivered", 8, second, trigger="second delivery"),
    )
    assert row.texts()["number_delivered"] == "(6–8)"
    assert "claims differ (6, 8): one lot told differently, or several lots" in row.comment


def test_orders_of_different_years_follow_the_same_rule() -> None:
    apart = [
        tell(GAZETTE, "ordered", 12, "2015"),
        tell(GAZETTE, "ordered", 20, "2021", trigger="meant"),
    ]
    row = only(*apart)
    assert (row.texts()["number_ordered"], row.texts()["order_years"]) == ("32", "2015; 2021")
    assert [(str(lot.years), str(lot.count)) for lot in row.orders] == [("2015", "12"), ("2021", "20")]
    row = only(apart[0], tell(HERALD, "ordered", 20, "2021"))
    assert (row.texts()["number_ordered"], row.texts()["order_years"]) == ("(20–32)", "(2015); (2021)")
    assert "several orders, or one that is dated differently" in row.reasons["order_years"]


def test_two_voices_of_one_text_tell_nothing_side_by_side() -> None:
    apart = [
        tell(GAZETTE, "delivered", 6, "2020", attribution=(voice(GAZETTE, "Arland", kind="state"),)),
        tell(GAZETTE, "delivered", 12, "2021", attribution=(voice(GAZETTE, "Borland", kind="state"),)),
    ]
    assert only(*apart).texts()["number_delivered"] == "(12–18)"


def test_doubts_about_a_lot_stay_with_the_sum() -> None:
    row = only(
        tell(GAZETTE, "delivered", many(GAZETTE, 6, about=True), "2020"),
        tell(GAZETTE, "delivered", 12, "2021", trigger="second delivery"),
    )
    assert row.texts()["number_delivered"] == "(18)"
    assert row.reasons["number_delivered"].endswith("uncertain: approximate")
