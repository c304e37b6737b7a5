"""EDTF: what the contract uses is read with exact bounds, and what is no date is refused with a reason."""

import calendar
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus.model.edtf import parse

DAYS = st.dates(min_value=date(1, 1, 1))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2022", "2022-01-01", "2022-12-31"),
        ("2022-02", "2022-02-01", "2022-02-28"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2022-05-19", "2022-05-19", "2022-05-19"),
        ("2022-05-19T06:00", "2022-05-19", "2022-05-19"),
        ("2022-05-19T23:59:59+03:00", "2022-05-19", "2022-05-19"),
        ("2022-02~", "2022-02-01", "2022-02-28"),
        ("2022?", "2022-01-01", "2022-12-31"),
        ("2022-05-19%", "2022-05-19", "2022-05-19"),
        ("202X", "2020-01-01", "2029-12-31"),
        ("20XX", "2000-01-01", "2099-12-31"),
        ("2022-XX", "2022-01-01", "2022-12-31"),
        ("2022-XX-XX", "2022-01-01", "2022-12-31"),
        ("2022-05-XX", "2022-05-01", "2022-05-31"),
        ("2022-21", "2022-03-01", "2022-05-31"),
        ("2022-22", "2022-06-01", "2022-08-31"),
        ("2022-23", "2022-09-01", "2022-11-30"),
        ("2022-24", "2022-12-01", "2023-02-28"),
        ("2020-33", "2020-01-01", "2020-03-31"),
        ("2020-36", "2020-10-01", "2020-12-31"),
        ("2018/2022", "2018-01-01", "2022-12-31"),
        ("2022-05-19/2022-06", "2022-05-19", "2022-06-30"),
        ("9999-24", "9999-12-01", "9999-12-31"),
    ],
)
def test_bounds_are_the_first_and_last_day_that_the_date_allows(text: str, first: str, last: str) -> None:
    read = parse(text)
    assert (read.earliest, read.latest) == (date.fromisoformat(first), date.fromisoformat(last))
    assert read.text == text


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("../2028", None, "2028-12-31"),
        ("/2028", None, "2028-12-31"),
        ("../2022-12-31", None, "2022-12-31"),
        ("2026/..", "2026-01-01", None),
        ("2026/", "2026-01-01", None),
        ("XXXX-10-10", None, None),
        ("XXXX-10", None, None),
        ("XXXX-10/..", None, None),
    ],
)
def test_an_open_end_or_an_unknown_year_has_no_bound(text: str, first: str | None, last: str | None) -> None:
    bounds = tuple(day and day.isoformat() for day in parse(text)[1:3])
    assert bounds == (first, last)


@pytest.mark.parametrize("text", ["2022?", "2022-02~", "2022-05-19%", "2022~/..", "../2022~", "202X~"])
def test_a_qualifier_is_told(text: str) -> None:
    assert parse(text).qualified
    assert not parse(text.replace("~", "").replace("?", "").replace("%", "")).qualified


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "expected forms"),
        ("May 2022", "expected forms"),
        ("22", "expected forms"),
        ("2022-5", "expected forms"),
        ("2022-05-19T24:00", "expected forms"),
        ("2022-05T10:00", "expected forms"),
        ("20222", "expected forms"),
        ("~2022", "expected forms"),
        ("2022\n", "expected forms"),
        ("٢٠٢٢", "expected forms"),
        ("2022-9X", "expected forms"),
        ("2022-05-9X", "expected forms"),
        ("2022-13", "month 13 does not exist"),
        ("2022-00", "month 00 does not exist"),
        ("2022-02-30", "day 30 does not exist"),
        ("2023-02-29", "day 29 does not exist"),
        ("2022-05-00", "day 00 does not exist"),
        ("XXXX-02-30", "day 30 does not exist"),
        ("2022-24-05", "needs a month"),
        ("2022-33-05", "needs a month"),
        ("2022-XX-05", "needs a month"),
        ("2022-33-XX", "season or quarter"),
        ("../..", "both ends are open"),
        ("/", "both ends are open"),
        ("2022/2021", "ends before it begins"),
        ("2022-06/2022-05-31", "ends before it begins"),
    ],
)
def test_what_is_no_date_is_refused_with_a_reason_that_names_it(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason) as caught:
        parse(text)
    assert repr(text) in str(caught.value)


def test_an_interval_has_two_ends() -> None:
    with pytest.raises(ValueError, match="'2023/2024' is no EDTF date"):
        parse("2022/2023/2024")


@pytest.mark.parametrize("text", ["XXXX-02-29", "201X-02-29", "1XXX-02-29", "2024-02-29"])
def test_a_leap_day_is_taken_where_the_year_can_have_one(text: str) -> None:
    assert parse(text).text == text


@given(DAYS)
def test_a_day_is_its_own_bounds(day: date) -> None:
    assert parse(day.isoformat())[1:3] == (day, day)


@given(DAYS)
def test_month_and_year_bound_all_of_their_days_and_no_other(day: date) -> None:
    month, year = parse(f"{day.year:04}-{day.month:02}"), parse(f"{day.year:04}")
    last = calendar.monthrange(day.year, day.month)[1]
    assert month[1:3] == (day.replace(day=1), day.replace(day=last))
    assert year[1:3] == (date(day.year, 1, 1), date(day.year, 12, 31))


@given(DAYS, DAYS)
def test_an_interval_runs_from_its_first_bound_to_its_last(one: date, other: date) -> None:
    first, last = sorted((one, other))
    assert parse(f"{first.isoformat()}/{last.isoformat()}")[1:3] == (first, last)
    if first < last:
        with pytest.raises(ValueError, match="ends before"):
            parse(f"{last.isoformat()}/{first.isoformat()}")


@given(st.from_regex(r"[0-9X]{4}(-[0-9X]{2}(-[0-9X]{2})?)?[?~%]?(/([0-9]{4}|\.\.)?)?", fullmatch=True))
def test_anything_shaped_like_a_date_is_read_or_refused_by_name(text: str) -> None:
    try:
        read = parse(text)
    except ValueError as error:
        assert "is no EDTF" in str(error)
    else:
        assert read.earliest is None or read.latest is None or read.earliest <= read.latest


@given(DAYS, st.integers(min_value=0, max_value=400))
def test_within_is_overlap_and_an_open_side_never_excludes(day: date, days: int) -> None:
    read = parse(day.isoformat())
    later = day + timedelta(days=min(days, (date.max - day).days))
    assert read.within(day, later)
    assert read.within(None, None)
    assert read.within(day, None)
    assert read.within(None, day)
    assert parse("XXXX-10-10").within(day, later)
    if later > day:
        assert not read.within(later, None)
        assert not parse(later.isoformat()).within(None, day)
