"""Elements and verdicts of small cases, made of what is said and nothing else."""

from collections.abc import Iterable
from datetime import date

import pytest

from foedus.gazetteer.entities import Entities
from foedus.judge.assess import assess
from foedus.judge.judging import Question, judge
from foedus.judge.said import Said
from foedus.judge.treaties.files import load
from foedus.judge.treaties.on_day import obligations
from foedus.judge.trial import Days, Duty, Parties
from foedus.model.edtf import parse
from foedus.model.finding import Element, View
from foedus.model.treaty import Treaty

RECORD, ARM, CSTO = "record", "ARM", "CSTO"


@pytest.fixture(scope="module")
def entities() -> Entities:
    return Entities.load()


@pytest.fixture(scope="module")
def treaties(entities: Entities) -> dict[str, Treaty]:
    return load(entities)


def said(number: int, type_: str, stage: str, by: str | None, day: str | None, **roles: str) -> Said:
    """One certain claim, affirmed; roles are given as `role="KEY"`, or several keys with blanks."""
    bounds = parse(day) if day else None
    return Said(
        id=f"c{number}",
        type=type_,  # type: ignore[arg-type]  # the tests write types of the contract
        stage=stage,
        standing="rumoured" if by is None else "stated" if by == RECORD else "attributed",
        viewpoints=frozenset({by}) if by else frozenset(),
        keys={role: frozenset(keys.split()) for role, keys in roles.items()},
        first=bounds.earliest if bounds else None,
        last=bounds.latest if bounds else date(2022, 10, 1),
        dated=bounds is not None,
        origin=str(number),
        polarity="affirmed",
        certainty="certain",
        items=(),
        articles=frozenset(),
    )


ATTACK = said(1, "attack", "done", RECORD, "2022-09-13", attacker="AZE", target="ARM", place="jermuk")
REQUEST = said(2, "commitment", "invoked", RECORD, "2022-09-13", obligor="CSTO", beneficiary="ARM")
MISSION = said(3, "deployment", "done", RECORD, "2022-09-15", actor="CSTO", to="ARM")
REFUSED = said(4, "assistance", "unanswered", ARM, "2022-11-01", provider="CSTO", recipient="ARM")
OFFERED = said(5, "assistance", "offered", CSTO, "2022-11-23", provider="CSTO", recipient="ARM")


def _duty(treaty: Treaty, obligation: str, day: str) -> Duty:
    return next(
        Duty(treaty, article, version, one)
        for article, version, one in obligations(treaty)
        if one.id == obligation and version.since <= day and (version.until is None or day <= version.until)
    )


def _views(
    told: Iterable[Said], treaties: dict[str, Treaty], entities: Entities, until: date = date(2022, 12, 31)
) -> dict[str, View]:
    duty = _duty(treaties["collective-security-treaty"], "cst-4-defense", "2022-09-13")
    parties = Parties((CSTO,), (ARM,), ("AZE",))
    found = assess(duty, parties, Days(date(2022, 9, 1), until), list(told), entities)
    return {view.viewpoint: view for view in found}


def _element(view: View, name: str) -> Element:
    return next(element for element in view.elements if element.name == name)


def test_each_viewpoint_has_its_own_verdict(treaties: dict[str, Treaty], entities: Entities) -> None:
    views = _views([ATTACK, REQUEST, MISSION, REFUSED, OFFERED], treaties, entities)
    assert views[ARM].verdict == "unmet"
    assert views[CSTO].verdict == "answered"
    assert _element(views[ARM], "conduct").claims == ("c4",)
    assert _element(views[CSTO], "conduct").against == ("c4",)


def test_where_nobody_calls_it_too_little_the_duty_is_honoured(treaties: dict[str, Treaty], entities: Entities) -> None:
    assert _views([ATTACK, REQUEST, MISSION], treaties, entities)[RECORD].verdict == "honoured"


@pytest.mark.parametrize(
    ("told", "verdict", "reason"),
    [
        ([REQUEST, MISSION], "unclear", "trigger-unsettled"),
        ([ATTACK, MISSION], "not_triggered", "request-not-met"),
        ([ATTACK, REQUEST], "unmet", "no-answer-in-time"),
        ([], "not_triggered", "request-not-met"),
    ],
)
def test_an_element_that_is_gone_changes_the_verdict(
    told: list[Said], verdict: str, reason: str, treaties: dict[str, Treaty], entities: Entities
) -> None:
    view = _views(told, treaties, entities)[RECORD]
    assert (view.verdict, view.reason) == (verdict, reason)


def test_while_the_time_to_answer_runs_nothing_is_unmet(treaties: dict[str, Treaty], entities: Entities) -> None:
    view = _views([ATTACK, REQUEST], treaties, entities, until=date(2022, 9, 20))[RECORD]
    assert (view.verdict, view.reason) == ("unclear", "no-report-of-conduct")


def test_fighting_where_the_duty_does_not_hold_sets_nothing_off(
    treaties: dict[str, Treaty], entities: Entities
) -> None:
    elsewhere = ATTACK._replace(keys={**ATTACK.keys, "place": frozenset({"nagorno-karabakh"})})
    view = _views([elsewhere, REQUEST, MISSION], treaties, entities)[RECORD]
    assert (view.verdict, view.reason) == ("not_triggered", "scope-not-met")


def test_a_rumour_decides_nothing(treaties: dict[str, Treaty], entities: Entities) -> None:
    rumour = ATTACK._replace(standing="rumoured", certainty="possible", viewpoints=frozenset())
    view = _views([rumour, REQUEST], treaties, entities)[RECORD]
    assert view.verdict == "unclear"
    assert _element(view, "trigger").reason == "only-rumoured"


def test_a_claim_of_another_article_or_of_other_years_does_not_count(
    treaties: dict[str, Treaty], entities: Entities
) -> None:
    other = REQUEST._replace(articles=frozenset({"2"}))
    old = said(6, "commitment", "invoked", RECORD, "2021-05-13", obligor="CSTO", beneficiary="ARM")
    view = _views([ATTACK, other, old, MISSION], treaties, entities)[RECORD]
    assert view.reason == "request-not-met"


def test_who_is_said_to_have_attacked_has_a_viewpoint_of_its_own(
    treaties: dict[str, Treaty], entities: Entities
) -> None:
    denied = said(7, "attack", "done", "AZE", "2022-09-13", attacker="AZE", target="ARM")
    denied = denied._replace(polarity="negated")
    views = _views([ATTACK, REQUEST, denied], treaties, entities)
    assert (views["AZE"].verdict, views["AZE"].reason) == ("not_triggered", "trigger-not-met")
    assert views[RECORD].verdict == "unmet"


def test_the_last_word_overtakes_a_charge(treaties: dict[str, Treaty], entities: Entities) -> None:
    kept = said(8, "commitment", "honoured", ARM, "2022-12-01", obligor="CSTO", beneficiary="ARM")
    assert _views([ATTACK, REQUEST, REFUSED, kept], treaties, entities)[ARM].verdict == "honoured"
    earlier = kept._replace(first=date(2022, 9, 20), last=date(2022, 9, 20))
    assert _views([ATTACK, REQUEST, REFUSED, earlier], treaties, entities)[ARM].verdict == "unmet"


def test_the_order_of_the_claims_does_not_matter(treaties: dict[str, Treaty], entities: Entities) -> None:
    told = [ATTACK, REQUEST, MISSION, REFUSED, OFFERED]
    forwards, backwards = _views(told, treaties, entities), _views(told[::-1], treaties, entities)
    assert {key: view.verdict for key, view in forwards.items()} == {
        key: view.verdict for key, view in backwards.items()
    }


def _embargo(told: Iterable[Said], treaties: dict[str, Treaty], entities: Entities) -> dict[str, View]:
    treaty = treaties["eu-arms-embargo-russia"]
    duty = next(
        Duty(treaty, article, version, one)
        for article, version, one in obligations(treaty)
        if one.kind == "restraint" and any(exemption.ground == "contract_before" for exemption in one.exemptions)
    )
    days = Days(date(2014, 8, 1), date(2021, 12, 31))
    return {view.viewpoint: view for view in assess(duty, Parties(("FRA",), (), ("RUS",)), days, list(told), entities)}


DELIVERED = said(1, "transfer", "delivered", RECORD, "2016-03", supplier="FRA", recipient="RUS")


@pytest.mark.parametrize(
    ("ordered", "verdict", "reason"),
    [
        ("2012", "not_triggered", "exempt"),
        ("2015-02", "contradicted", "conduct-against-the-duty"),
        (None, "unclear", "conduct-open"),
    ],
)
def test_the_day_of_the_order_decides_the_exemption(
    ordered: str | None, verdict: str, reason: str, treaties: dict[str, Treaty], entities: Entities
) -> None:
    orders = [said(2, "transfer", "ordered", RECORD, ordered, supplier="FRA", recipient="RUS")] if ordered else []
    view = _embargo([DELIVERED, *orders], treaties, entities)[RECORD]
    assert (view.verdict, view.reason) == (verdict, reason)
    assert bool(view.exemption) == (reason == "exempt")


def test_what_is_no_arms_is_no_breach(treaties: dict[str, Treaty], entities: Entities) -> None:
    tents = DELIVERED._replace(items=(frozenset({"medical-equipment", "non-lethal-equipment"}),))
    assert _embargo([tents], treaties, entities)[RECORD].verdict == "not_triggered"


def test_two_requests_months_apart_are_two_cases(treaties: dict[str, Treaty], entities: Entities) -> None:
    first = said(9, "commitment", "invoked", RECORD, "2021-05-13", obligor="CSTO", beneficiary="ARM")
    treaty = treaties["collective-security-treaty"]
    days = Days(date(2021, 1, 1), date(2022, 12, 31))
    found = list(judge(Question(treaty, ARM, days), [first, ATTACK, REQUEST, MISSION], entities))
    since = [one.case.since for one in found if one.case.obligation == "cst-4-defense"]
    assert since == ["2021-05-13", "2022-09-13"]
