"""Findings by filters."""

from datetime import date

import pytest

from foedus.asked.findings import AskedFindings, rule_named, verdict_named
from foedus.model.errors import UsageError
from foedus.model.finding import Case, Finding, View

CASE = Case("pact", "4", "1994", "pact-4", ("BBB",), ("AAA",), (), "2022-09-01", "2022-12-30")
DUTY = Finding(
    "f-1",
    "asked",
    ("c1",),
    ("BBB", "AAA"),
    "2022-09-01",
    "2022-09-30",
    CASE,
    (View("AAA", "unmet", (), "r"), View("law", "unclear", (), "r")),
)
WORD = Finding("f-2", "denied", ("c2",), ("AAA",), None, None)


def kept(asked: AskedFindings) -> list[str]:
    return [one.id for one in (DUTY, WORD) if asked.holds(one)]


def test_nothing_asked_is_everything() -> None:
    assert kept(AskedFindings()) == ["f-1", "f-2"]


@pytest.mark.parametrize(
    ("asked", "ids"),
    [
        (AskedFindings(rules=("asked", "other")), ["f-1"]),
        (AskedFindings(verdicts=("unmet", "honoured")), ["f-1"]),
        (AskedFindings(verdicts=("honoured",)), []),
        (AskedFindings(about=("AAA",)), ["f-1", "f-2"]),
        (AskedFindings(about=("AAA", "BBB")), ["f-1"]),
        (AskedFindings(treaty="pact"), ["f-1"]),
        (AskedFindings(treaty="other"), []),
    ],
)
def test_each_filter_narrows(asked: AskedFindings, ids: list[str]) -> None:
    assert kept(asked) == ids


@pytest.mark.parametrize(
    ("since", "until", "met"),
    [
        (date(2022, 9, 30), None, True),
        (date(2022, 10, 1), None, False),
        (None, date(2022, 9, 1), True),
        (None, date(2022, 8, 31), False),
        (date(2022, 9, 10), date(2022, 9, 11), True),
    ],
)
def test_days_that_meet_count_and_open_ones_meet_any(since: date | None, until: date | None, met: bool) -> None:
    assert ("f-1" in kept(AskedFindings(since=since, until=until))) is met
    assert "f-2" in kept(AskedFindings(since=since, until=until))


def test_what_means_nothing_is_told_with_what_there_is() -> None:
    with pytest.raises(UsageError, match="swap from and to"):
        AskedFindings(since=date(2023, 1, 1), until=date(2022, 1, 1))
    with pytest.raises(UsageError, match="rule 'late': there is no such rule; there are asked, denied"):
        rule_named("late", "rule", ["asked", "denied"])
    with pytest.raises(UsageError, match="verdict 'guilty' is no verdict; there are honoured"):
        verdict_named("guilty", "verdict")
