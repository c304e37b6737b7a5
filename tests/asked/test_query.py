"""The language of the search box."""

import pytest

from foedus.asked.filters import Asked
from foedus.asked.query import given, parse_query
from foedus.model.errors import UsageError


def test_the_example_of_the_search_box() -> None:
    query = parse_query("supplier:BLR recipient:AZE stage:delivered before:2023")
    assert query.filters == (
        ("role", "supplier=BLR"),
        ("role", "recipient=AZE"),
        ("stage", "delivered"),
        ("to", "2022-12-31"),
    )
    assert query.words == ""


def test_words_stay_words_and_keep_their_order() -> None:
    query = parse_query('tanks type:transfer "air defence" -rumour')
    assert query.filters == (("type", "transfer"),)
    assert query.words == 'tanks "air defence" -rumour'


@pytest.mark.parametrize("text", ["12:30", "http://example.org/a", "story:abc", "supplier:", "Вместе: танки", "a:b"])
def test_a_prefix_that_says_nothing_is_a_word(text: str) -> None:
    assert parse_query(text) == ((), text)


def test_several_values_and_values_with_spaces() -> None:
    query = parse_query('stage:ordered,Delivered outlet:«The Gazette» supplier:"United Kingdom" lang:FR')
    assert query.filters == (
        ("stage", "ordered"),
        ("stage", "delivered"),
        ("outlet", "The Gazette"),
        ("role", "supplier=United Kingdom"),
        ("lang", "fr"),
    )


def test_any_script() -> None:
    assert parse_query("recipient:Беларусь танки") == ((("role", "recipient=Беларусь"),), "танки")


def test_days() -> None:
    assert parse_query("in:2022").filters == (("from", "2022"), ("to", "2022"))
    assert parse_query("after:2020-05").filters == (("from", "2020-06-01"),)
    assert parse_query("asof:2024-07-01 published:2022-05").filters == (
        ("as_of", "2024-07-01"),
        ("published_from", "2022-05"),
        ("published_by", "2022-05"),
    )


def test_from_and_to_are_days_or_roles() -> None:
    assert parse_query("from:2020 to:2021").filters == (("from", "2020"), ("to", "2021"))
    assert parse_query("from:toulon to:ARM").filters == (("role", "from=toulon"), ("role", "to=ARM"))


def test_no_day() -> None:
    with pytest.raises(UsageError, match="before:"):
        parse_query("before:9yy")
    for beyond in ("before:0001", "after:9999"):
        with pytest.raises(UsageError, match="end of all days"):
            parse_query(beyond)
    with pytest.raises(UsageError, match="quoted"):
        parse_query("quoted:perhaps")


def test_what_is_asked_for_by_the_names_of_the_address() -> None:
    asked = Asked(about=("BLR",), with_=("AZE", "ARM"), text="tanks", from_="2020", quoted=False)
    assert given(asked) == [
        ("about", "BLR"),
        ("with", "AZE"),
        ("with", "ARM"),
        ("q", "tanks"),
        ("from", "2020"),
        ("quoted", "false"),
    ]
