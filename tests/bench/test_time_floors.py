"""Dates, numbers and sums by their words alone: the floors hold, and agreement is what it says."""

import pytest
from bench.time.agreement import agreeing_dates, same_date
from bench.time.floors import below
from bench.time.peers import edtf_of


def test_no_figure_sinks_below_its_floor() -> None:
    assert below() == []


@pytest.mark.parametrize(
    ("gold", "said", "same", "agree"),
    [
        ("2022-02~", "2022-02", True, True),
        ("2022-02", "2022", False, True),
        ("2022-02", "2022-02-10/2022-02-20", False, True),
        ("2022", "2022/..", False, False),
        ("../2022-12-31", "../2022", False, True),
        ("2022-02", "2022-03", False, False),
    ],
)
def test_dates_agree_where_they_differ_in_precision_alone(gold: str, said: str, same: bool, agree: bool) -> None:
    assert (same_date(gold, said), agreeing_dates(gold, said)) == (same, agree)


@pytest.mark.parametrize(
    ("value", "mod", "edtf"),
    [
        ("2022-05-17", None, "2022-05-17"),
        ("2022-02", "MID", "2022-02~"),
        ("2022-W19", None, "2022-05-09/2022-05-15"),
        ("2020-Q3", None, "2020-35"),
        ("2021-SU", None, "2021-22"),
        ("199", "START", "199X~"),
        ("2020-H1", None, "2020-01/2020-06"),
        ("P2Y", None, None),
    ],
)
def test_timex_values_as_edtf(value: str, mod: str | None, edtf: str | None) -> None:
    assert edtf_of(value, mod) == edtf
