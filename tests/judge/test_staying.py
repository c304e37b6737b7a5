"""Forces that are to stay, or to leave by a day, on occasions of history; the claims are made for the test."""

import pytest

from foedus.judge.said import Said
from foedus.model.finding import RECORD, View
from tests.judge.occasion import element, told, views


def _sinai(*claims: Said) -> View:
    """Israel had three years to leave Sinai, until 25 April 1982."""
    of, days = ("egy-isr-peace", "egyisr-1-withdrawal"), ("1981-01-01", "1982-12-31")
    return views(of, ("ISR", "EGY", ""), days, claims)[RECORD]


@pytest.mark.parametrize(
    ("what", "day", "verdict", "reason"),
    [
        ("deployment withdrawn", "1982-04-25", "honoured", "left-in-time"),
        ("deployment withdrawn", "1982-05-20", "contradicted", "left-late"),
        ("deployment withdrawing", "1982-01-10", "unclear", "term-runs"),
        ("deployment ongoing", "1981-09-01", "unclear", "term-runs"),
        ("deployment ongoing", "1982-06-01", "contradicted", "stayed-beyond-term"),
    ],
)
def test_who_is_to_leave_by_a_day_is_held_to_that_day(what: str, day: str, verdict: str, reason: str) -> None:
    found = _sinai(told(1, what, RECORD, day, actor="ISR", to="sinai"))
    assert (found.verdict, element(found, "conduct").reason) == (verdict, reason)


def test_a_longer_stay_that_all_agreed_to_is_no_breach() -> None:
    longer = told(2, "agreement extended", RECORD, "1982-04-20", party="EGY ISR")
    late = told(1, "deployment withdrawn", RECORD, "1982-05-20", actor="ISR", to="sinai")
    assert (_sinai(late, longer).verdict, element(_sinai(late, longer), "conduct").reason) == (
        "not_triggered",
        "by-consent-of-all",
    )


@pytest.mark.parametrize(("day", "verdict"), [("2021-08-30", "contradicted"), ("2021-04-20", "honoured")])
def test_the_day_of_doha_was_the_end_of_april(day: str, verdict: str) -> None:
    gone = told(1, "deployment withdrawn", RECORD, day, actor="USA", to="AFG")
    of, days = ("doha-agreement", "doha-1-withdrawal"), ("2020-03-01", "2021-12-31")
    assert views(of, ("USA", "taliban", ""), days, [gone])[RECORD].verdict == verdict


def test_a_base_that_is_there_within_its_term_is_as_agreed() -> None:
    there = told(1, "deployment ongoing", RECORD, "2008-08-10", actor="RUS", to="sevastopol")
    of, days = ("black-sea-fleet-agreement", "black-sea-fleet-25-presence"), ("2008-01-01", "2008-12-31")
    found = views(of, ("RUS", "UKR", ""), days, [there])[RECORD]
    assert (found.verdict, element(found, "trigger").value) == ("honoured", "met")
