"""Requests under a defence clause, forces beyond their term: what is found, and the near misses that are not."""

from collections.abc import Sequence
from functools import partial

import pytest

from foedus.judge.rules.found import Occasion
from foedus.model.claim import Claim
from tests.judge.rules.telling import BAN, BASES, PACT, RENEWED, found, told

REQUEST = "request-under-a-defence-clause"
STAY = "stay-beyond-the-term"
ATTACK = told("attack", "done", attacker="AZE", target="ARM", when="2022-09-13")
_invoked = partial(
    told, "commitment", "invoked", obligor="CSTO", beneficiary="ARM", clause="article 4", when="2022-09-13"
)
_asked = partial(told, "assistance", "requested", recipient="ARM", when="2022-09-14")
_forces = partial(told, "deployment", actor="RUS", to="AZE")


def test_an_invoked_article_is_an_occasion_of_it_with_the_attack_and_what_followed() -> None:
    invoked, helped = _invoked(), told("assistance", "provided", provider="BLR", recipient="ARM", when="2022-09-20")
    refused = told("assistance", "refused", provider="RUS", recipient="ARM", when="2022-09-16")
    late = told("assistance", "provided", provider="BLR", recipient="ARM", when="2023-09")
    other = told("assistance", "provided", provider="FRA", recipient="ARM", when="2022-09-21")
    (row,) = found(REQUEST, [invoked, ATTACK, helped, refused, late, other])
    assert isinstance(row, Occasion)
    assert (row.obligation, row.version, row.beneficiary, row.against) == ("pact-4", "2012-12-19", "ARM", "AZE")
    assert (row.since, row.until) == ("2022-09-13", "2022-09-13")
    assert set(row.claims) == {invoked.id, ATTACK.id, helped.id, refused.id}


def test_an_invoked_article_needs_no_attack_that_somebody_tells_of() -> None:
    (row,) = found(REQUEST, [_invoked()])
    assert isinstance(row, Occasion)
    assert row.against is None


def test_the_version_is_that_of_the_day() -> None:
    (row,) = found(REQUEST, [_invoked(when="2010-06")])
    assert isinstance(row, Occasion)
    assert row.version == "1994-04-20"


def test_a_request_that_names_no_treaty_counts_after_an_attack() -> None:
    rows = found(REQUEST, [_asked(provider="RUS"), ATTACK])
    assert [(row.obligation, row.against) for row in rows if isinstance(row, Occasion)] == [("pact-4", "AZE")]


@pytest.mark.parametrize(
    "claims",
    [
        pytest.param([_asked(provider="RUS")], id="help asked for in peace"),
        pytest.param([_asked(provider="FRA"), ATTACK], id="asked of a third party"),
        pytest.param([_asked(provider="RUS", polarity="negated"), ATTACK], id="not asked"),
        pytest.param(
            [_asked(provider="RUS", standing="rumoured"), _asked(provider="RUS", polarity="negated", by="ARM"), ATTACK],
            id="rumoured and denied",
        ),
        pytest.param(
            [told("assistance", "offered", provider="RUS", recipient="ARM", when="2022-09-14"), ATTACK],
            id="offered, not asked",
        ),
        pytest.param([_invoked(when="1994-01")], id="before the treaty"),
        pytest.param([_invoked(beneficiary="GEO")], id="after leaving"),
        pytest.param([_invoked(beneficiary="UKR")], id="asker is no party"),
        pytest.param([_invoked(clause="article 7")], id="another article"),
    ],
)
def test_near_misses_of_a_request(claims: Sequence[Claim]) -> None:
    assert found(REQUEST, claims) == []


def test_forces_after_the_last_day_of_the_term_are_found() -> None:
    (row,) = found(STAY, [_forces("ongoing", when="2026-02")], BASES)
    assert isinstance(row, Occasion)
    assert (row.obligation, row.beneficiary, row.since, row.until) == ("bases-4", "AZE", "2026-02-01", "2026-02-28")


def test_forces_that_did_not_leave_are_found() -> None:
    assert len(found(STAY, [_forces("withdrawn", when="2026-02", polarity="negated")], BASES)) == 1


def test_a_term_that_renews_itself_ends_with_notice() -> None:
    forces = _forces("ongoing", when="2026-02")
    notice = told("agreement", "terminated", party="AZE", instrument="bases", when="2025-05-01")
    assert found(STAY, [forces], RENEWED) == []
    (row,) = found(STAY, [forces, notice], RENEWED)
    assert set(row.claims) == {forces.id, notice.id}


@pytest.mark.parametrize(
    "claims",
    [
        pytest.param([_forces("ongoing", when="2025-06")], id="within the term"),
        pytest.param([_forces("ongoing", when="2025")], id="in a year that begins within it"),
        pytest.param([_forces("withdrawn", when="2026-02")], id="withdrawn"),
        pytest.param([_forces("ongoing", when="2026-02", polarity="negated")], id="negated"),
        pytest.param([_forces("refused", when="2026-02")], id="refused"),
        pytest.param([_forces("planned", when="2026-02")], id="planned"),
        pytest.param(
            [
                _forces("ongoing", when="2026-02", standing="rumoured"),
                _forces("ongoing", when="2026-02", polarity="negated", by="RUS"),
            ],
            id="rumoured and denied",
        ),
        pytest.param([_forces("ongoing", when="2026-02", actor="TUR")], id="a third party's forces"),
        pytest.param([_forces("ongoing", when="2026-02", to="ARM")], id="a third party's soil"),
        pytest.param(
            [
                _forces("ongoing", when="2026-02"),
                told("agreement", "extended", party="AZE", instrument="bases", when="2025-09"),
            ],
            id="extended",
        ),
    ],
)
def test_near_misses_of_a_stay(claims: Sequence[Claim]) -> None:
    assert found(STAY, claims, BASES, PACT, BAN) == []
