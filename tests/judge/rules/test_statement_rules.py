"""Rules that ask of no duty: pledges, denials, memberships, exercises, soil; what they find, and near misses."""

from collections.abc import Sequence
from functools import partial

import pytest

from foedus.judge.rules.found import Stated
from foedus.model.claim import Claim
from tests.judge.rules.telling import PACT, found, told

PLEDGE = "pledge-not-followed"
DENIAL = "denial-and-contrary-statement"
MEMBERSHIP = "membership-against-the-record"
EXERCISE = "exercise-whose-forces-stayed"
SOIL = "soil-for-an-attack"

_pledge = partial(told, "assistance", "pledged", provider="RUS", recipient="ARM", when="2020-06-01")
_from_it = partial(told, "assistance", provider="RUS", recipient="ARM", when="2020-09")
_now = told("meeting", "held", participant="ARM", published="2022-05-19")

_delivered = partial(told, "transfer", "delivered", supplier="BLR", recipient="AZE", item="s-300")
_denial = partial(_delivered, polarity="negated", by="BLR", published="2020-03-01")
_admission = partial(_delivered, by="BLR", published="2020-09-01")

_member = partial(told, "membership", organisation="CSTO", when="2015")

_exercise = partial(told, "exercise", "held", participant="RUS", place="BLR", when="2021-09")
_there = partial(told, "deployment", actor="RUS", to="BLR")

_raid = partial(told, "attack", "done", attacker="RUS", target="UKR", when="2022-02-24")
_troops = partial(told, "deployment", "done", actor="RUS", to="BLR")


def test_a_pledge_that_nothing_followed_is_found_after_its_time() -> None:
    pledge = _pledge()
    assert found(PLEDGE, [pledge, _now]) == [Stated(PLEDGE, ("RUS", "ARM"), "2020-06-01", "2021-06-01", (pledge.id,))]


def test_a_refusal_is_cited_beside_the_pledge_and_needs_no_waiting() -> None:
    pledge, refusal = _pledge(when="2022-05-01"), _from_it("refused", when="2022-05-10")
    (row,) = found(PLEDGE, [pledge, refusal])
    assert row.claims == tuple(sorted((pledge.id, refusal.id)))


@pytest.mark.parametrize(
    "claims",
    [
        pytest.param([_pledge(when="2022-03"), _now], id="time has not passed"),
        pytest.param([_pledge(due="2023"), _now], id="due later"),
        pytest.param([_pledge(), _from_it("provided"), _now], id="followed"),
        pytest.param(
            [_pledge(), told("transfer", "delivering", supplier="RUS", recipient="ARM", when="2021"), _now],
            id="followed by arms",
        ),
        pytest.param([_pledge(polarity="negated"), _now], id="negated"),
        pytest.param([_pledge(certainty="possible", standing="rumoured"), _now], id="rumoured"),
        pytest.param([_from_it("refused"), _now], id="refused, never pledged"),
        pytest.param(
            [told("commitment", "pledged", obligor="RUS", beneficiary="ARM", when="2010"), _now], id="for need only"
        ),
    ],
)
def test_near_misses_of_a_pledge(claims: Sequence[Claim]) -> None:
    assert found(PLEDGE, claims) == []


def test_a_rumour_of_delivery_that_was_denied_does_not_keep_a_pledge() -> None:
    rumour, denial = _from_it("provided", standing="rumoured"), _from_it("provided", polarity="negated", by="RUS")
    (row,) = found(PLEDGE, [_pledge(), rumour, denial, _now])
    assert denial.id in row.claims
    assert rumour.id not in row.claims


def test_a_denial_and_what_the_same_voice_says_later_are_found() -> None:
    denial, later = _denial(), _admission(when="2019")
    assert found(DENIAL, [denial, later]) == [
        Stated(DENIAL, ("BLR", "AZE"), "2020-03-01", "2020-09-01", tuple(sorted((denial.id, later.id))))
    ]


def test_a_minister_and_the_state_speak_with_one_voice() -> None:
    minister = _denial(supplier="RUS", by="sergei-lavrov", by_kind="person")
    (row,) = found(DENIAL, [minister, _admission(supplier="RUS", by="RUS")])
    assert row.entities == ("RUS", "AZE")  # type: ignore[union-attr]  # a statement


def test_a_duty_denied_and_then_affirmed_is_found() -> None:
    denied = told("commitment", "denied", obligor="RUS", beneficiary="ARM", published="2020-10-07")
    affirmed = told("commitment", "affirmed", obligor="RUS", beneficiary="ARM", published="2020-10-31")
    (row,) = found(DENIAL, [denied, affirmed])
    assert row.since == "2020-10-07"


@pytest.mark.parametrize(
    "claims",
    [
        pytest.param([_denial(), _admission(by="AZE")], id="another voice"),
        pytest.param([_denial(), _admission(published="2020-02-01")], id="said before"),
        pytest.param([_denial(), _admission(when="2020-08")], id="of what came later"),
        pytest.param([_denial(when="2018"), _admission(when="2019")], id="of another time"),
        pytest.param([_denial(), _admission(item="kh-31")], id="of another item"),
        pytest.param([_denial(), _admission(recipient="IND")], id="of a third party"),
        pytest.param([_denial(), _admission(certainty="possible")], id="hedged"),
        pytest.param([_denial(), _admission(polarity="negated")], id="denied again"),
        pytest.param([_denial(), _delivered(published="2020-09-01", standing="rumoured")], id="rumoured by nobody"),
        pytest.param([_denial(), told("transfer", "refused", supplier="BLR", recipient="AZE", by="BLR")], id="refused"),
    ],
)
def test_near_misses_of_a_contrary_statement(claims: Sequence[Claim]) -> None:
    assert found(DENIAL, claims) == []


@pytest.mark.parametrize(
    "claim",
    [
        _member("member", member="AZE"),
        _member("joined", member="UKR"),
        _member("left", member="BLR"),
        _member("member", member="KAZ", polarity="negated", by="RUS"),
        _member("member", member="GEO", when="1999-06"),
    ],
)
def test_membership_told_otherwise_than_recorded_is_found(claim: Claim) -> None:
    (row,) = found(MEMBERSHIP, [claim])
    assert isinstance(row, Stated)
    assert row.entities[1] == "CSTO"
    assert row.claims == (claim.id,)


@pytest.mark.parametrize(
    "claim",
    [
        pytest.param(_member("member", member="BLR"), id="as recorded"),
        pytest.param(_member("member", member="GEO", when="1998"), id="before leaving, by the treaty's file"),
        pytest.param(_member("member", member="GEO", when="1999"), id="in the year of leaving"),
        pytest.param(_member("left", member="UZB", when="2012-12"), id="left as recorded"),
        pytest.param(_member("member", member="UZB", when="2010"), id="while it was in"),
        pytest.param(_member("sought", member="AZE"), id="asked only"),
        pytest.param(_member("joined", member="AZE", certainty="unknown"), id="not clear whether"),
        pytest.param(_member("member", member="AZE", polarity="negated"), id="denied, as recorded"),
        pytest.param(told("membership", "member", member="AZE", organisation="nobodys-club"), id="nothing recorded"),
    ],
)
def test_near_misses_of_membership(claim: Claim) -> None:
    assert found(MEMBERSHIP, [claim]) == []


def test_forces_that_are_there_after_their_exercise_are_found() -> None:
    exercise, stay = _exercise(), _there("ongoing", when="2021-12")
    assert found(EXERCISE, [exercise, stay], PACT) == [
        Stated(EXERCISE, ("RUS", "BLR"), "2021-09-01", "2021-12-31", tuple(sorted((exercise.id, stay.id))))
    ]


@pytest.mark.parametrize(
    "claims",
    [
        pytest.param([_exercise()], id="nobody tells of forces"),
        pytest.param([_exercise(), _there("withdrawn", when="2021-10")], id="withdrawn"),
        pytest.param(
            [_exercise(), _there("withdrawn", when="2021-10"), _there("ongoing", when="2021-12")], id="came again"
        ),
        pytest.param(
            [_exercise(), _there("ongoing", when="2021-12"), _there("ongoing", when="2021-03")], id="there before"
        ),
        pytest.param([_exercise(), _there("ongoing", when="2021-09")], id="while it was held"),
        pytest.param([_exercise(), _there("ongoing", when="2023-12")], id="years later"),
        pytest.param([_exercise(), _there("ongoing", when="2021-12", actor="CHN")], id="a third party's forces"),
        pytest.param([_exercise(), _there("ongoing", when="2021-12", to="ARM")], id="elsewhere"),
        pytest.param([_exercise(), _there("refused", when="2021-12")], id="refused"),
        pytest.param([_exercise(), _there("ongoing", when="2021-12", polarity="negated")], id="negated"),
        pytest.param(
            [told("exercise", "cancelled", participant="RUS", place="BLR"), _there("ongoing")], id="exercise cancelled"
        ),
        pytest.param(
            [
                _exercise(),
                _there("ongoing", when="2021-12", standing="rumoured"),
                _there("ongoing", when="2021-12", polarity="negated", by="BLR"),
            ],
            id="rumoured and denied",
        ),
    ],
)
def test_near_misses_of_an_exercise(claims: Sequence[Claim]) -> None:
    assert found(EXERCISE, claims, PACT) == []


def test_soil_of_which_the_same_report_tells_is_found() -> None:
    text = "RUS sent troops into BLR: done. RUS struck UKR: done."
    troops, raid = _troops(text=text, when="2022-01"), _raid(text=text)
    assert found(SOIL, [troops, raid]) == [
        Stated(SOIL, ("BLR", "RUS", "UKR"), "2022-01-01", "2022-02-24", tuple(sorted((troops.id, raid.id))))
    ]


def test_leave_to_use_the_air_is_found_and_other_help_is_not() -> None:
    text = "BLR has provided its airspace to RUS, and provided grain to RUS. RUS struck UKR: done."
    leave = told("assistance", "provided", provider="BLR", recipient="RUS", subject="its airspace", text=text)
    grain = told("assistance", "provided", provider="BLR", recipient="RUS", subject="grain", text=text)
    raid = _raid(text=text)
    assert [row.claims for row in found(SOIL, [leave, raid])] == [tuple(sorted((leave.id, raid.id)))]
    assert found(SOIL, [grain, raid]) == []


def test_forces_that_came_in_the_weeks_before_are_found_in_other_reports() -> None:
    assert len(found(SOIL, [_troops(when="2022-02-10"), _raid()])) == 1


@pytest.mark.parametrize(
    "claims",
    [
        pytest.param([_troops(when="2021-10"), _raid()], id="months before"),
        pytest.param([_troops(), _raid()], id="without a date, in another report"),
        pytest.param([_troops(when="2022-03-10"), _raid()], id="after the attack"),
        pytest.param([_troops(when="2022-02-10", to="UKR"), _raid()], id="in the state attacked"),
        pytest.param([_troops(when="2022-02-10", actor="CHN"), _raid()], id="a third party's forces"),
        pytest.param([_troops(when="2022-02-10", polarity="negated"), _raid()], id="negated"),
        pytest.param(
            [told("deployment", "refused", actor="RUS", to="BLR", when="2022-02-10"), _raid()], id="leave refused"
        ),
        pytest.param([_troops(when="2022-02-10"), _there("withdrawn", when="2022-02-20"), _raid()], id="withdrawn"),
        pytest.param([_troops(when="2022-02-10"), _raid(polarity="negated", by="RUS")], id="no attack"),
        pytest.param(
            [
                _troops(when="2022-02-10"),
                _raid(standing="rumoured"),
                _raid(polarity="negated", by="RUS"),
            ],
            id="rumoured and denied",
        ),
    ],
)
def test_near_misses_of_soil(claims: Sequence[Claim]) -> None:
    assert found(SOIL, claims) == []
