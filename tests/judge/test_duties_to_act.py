"""Defence, consultation and supply of arms, on occasions of history; the claims are made for the test."""

from datetime import date

import pytest

from foedus.judge.judging import Question, judge
from foedus.judge.said import Said
from foedus.judge.trial import Days
from foedus.model.finding import LAW, RECORD
from tests.judge.occasion import Told, element, entities, told, treaties, views

_FALKLANDS = (
    told(1, "attack done", RECORD, "1982-05-01", attacker="GBR", target="ARG", place="falkland-islands"),
    told(2, "commitment invoked", RECORD, "1982-04-20", beneficiary="ARG", obligor="OAS"),
    told(3, "attack done", "ARG", "1982-05-01", attacker="GBR", target="ARG", place="falkland-islands"),
    told(4, "attack done", "GBR", "1982-05-01", attacker="GBR", target="ARG", place="falkland-islands"),
)


def _south_atlantic() -> Told:
    days = ("1982-04-02", "1982-06-30")
    return views(("rio-treaty", "rio-3-defense"), ("OAS USA BRA", "ARG", "GBR"), days, _FALKLANDS)


def test_whose_a_claimed_place_is_each_claimant_says_and_nobody_else() -> None:
    scopes = {viewpoint: element(view, "scope").value for viewpoint, view in _south_atlantic().items()}
    assert (scopes["ARG"], scopes["GBR"], scopes[RECORD], scopes[LAW]) == ("met", "not_met", "contested", "contested")


def test_a_claimed_place_leaves_the_text_without_a_verdict() -> None:
    found = _south_atlantic()
    assert (found["GBR"].verdict, found["GBR"].reason) == ("not_triggered", "scope-not-met")
    assert (found[LAW].verdict, found[LAW].reason) == ("unclear", "scope-unsettled")


def _gulf() -> list[Said]:
    return [
        told(1, "attack done", RECORD, "1990-08-02", attacker="IRQ", target="KWT"),
        told(2, "assistance requested", RECORD, "1990-08-02", recipient="KWT", provider="ARAB-LEAGUE"),
        told(3, "deployment done", RECORD, "1990-08-11", actor="EGY", to="KWT"),
    ]


def test_a_party_that_attacked_owes_no_help_against_itself() -> None:
    asked = Question(treaties()["arab-joint-defence-treaty"], "KWT", Days(date(1990, 8, 1), date(1990, 12, 31)))
    case = next(one for one in judge(asked, _gulf(), entities()) if one.case.obligation == "arabjd-2-defense")
    assert "IRQ" not in case.case.obligors
    assert case.case.against == ("IRQ",)
    assert {view.viewpoint: view.verdict for view in case.views}[LAW] == "honoured"


def test_a_call_for_help_counts_for_those_whom_it_names() -> None:
    days, parties = ("1990-08-01", "1990-12-31"), ("ARAB-LEAGUE SAU", "KWT", "IRQ")
    attack = _gulf()[0]
    values = []
    for provider in ({"provider": "ARAB-LEAGUE"}, {}, {"provider": "USA"}):
        asked = told(2, "assistance requested", RECORD, "1990-08-02", recipient="KWT", **provider)
        found = views(("arab-joint-defence-treaty", "arabjd-2-defense"), parties, days, [attack, asked])
        request = element(found[RECORD], "request")
        values.append((request.value, request.reason))
    assert values[:2] == [("met", "help-asked"), ("open", "help-asked-of-nobody-named")]
    assert values[2][1] in ("no-report", "text-asks-for-none")


def test_striking_the_attacker_is_help() -> None:
    struck = told(3, "attack done", RECORD, "1991-01-17", attacker="SAU", target="IRQ")
    days = ("1990-08-01", "1991-02-28")
    parties = ("ARAB-LEAGUE SAU", "KWT", "IRQ")
    found = views(("arab-joint-defence-treaty", "arabjd-2-defense"), parties, days, [*_gulf()[:2], struck])
    assert element(found[RECORD], "conduct").reason == "fought-for-it"


def _ankara(*more: Said, until: str = "2003-04-30") -> Told:
    """Turkey's call of February 2003, before the war in Iraq."""
    called = told(1, "commitment invoked", RECORD, "2003-02-10", beneficiary="TUR", obligor="NATO")
    days = ("2003-02-01", until)
    return views(("north-atlantic-treaty", "nato-4-consultation"), ("NATO USA BEL", "TUR", ""), days, [called, *more])


def test_who_calls_for_consultation_holds_itself_threatened_and_a_council_that_meets_consults() -> None:
    found = _ankara(told(2, "meeting held", RECORD, "2003-02-10", participant="NATO"))
    assert element(found[RECORD], "trigger").reason == "called-for-consultation"
    assert (found[RECORD].verdict, found[LAW].verdict) == ("honoured", "honoured")


@pytest.mark.parametrize(("until", "verdict"), [("2003-02-15", "unclear"), ("2003-04-30", "unmet")])
def test_a_meeting_that_is_only_planned_keeps_a_duty_open_as_long_as_its_time_runs(until: str, verdict: str) -> None:
    found = _ankara(told(2, "meeting planned", RECORD, "2003-02-11", participant="NATO"), until=until)
    assert (found[RECORD].verdict, element(found[RECORD], "conduct").value) == (verdict, "open")


def test_a_call_that_its_own_speaker_denies_is_contested() -> None:
    found = _ankara(told(2, "not commitment invoked", "TUR", "2003-02-10", beneficiary="TUR", obligor="NATO"))
    assert element(found["TUR"], "request").value == "not_met"
    assert (element(found[RECORD], "request").value, found[RECORD].verdict) == ("contested", "unclear")


def test_an_attack_on_another_party_is_another_case() -> None:
    """New York in 2001 is no attack on Korea, though the duty holds on the soil of both."""
    struck = told(1, "attack done", RECORD, "2001-09-11", attacker="al-qaeda", target="USA", place="new-york")
    asked = Question(treaties()["us-rok-mdt"], "KOR", Days(date(2001, 9, 1), date(2001, 12, 31)))
    found = [one.case.obligation for one in judge(asked, [struck], entities())]
    assert found == []
    own = told(2, "attack done", RECORD, "2010-11-23", attacker="PRK", target="KOR")
    days = Days(date(2010, 11, 1), date(2010, 12, 31))
    later = Question(treaties()["us-rok-mdt"], "KOR", days)
    assert {one.case.obligation for one in judge(later, [own], entities())} >= {"usrok-3-defense"}


def _kuwait(*more: Said) -> Told:
    parties = ("ARAB-LEAGUE EGY SYR SAU", "KWT", "IRQ")
    days = ("1990-08-01", "1990-12-31")
    return views(("arab-joint-defence-treaty", "arabjd-2-defense"), parties, days, [_gulf()[0], *more])


def test_who_ties_help_to_a_condition_is_neither_helping_nor_refusing() -> None:
    tied = told(2, "assistance offered", "SYR", "1990-08-12", provider="SYR", recipient="KWT", condition="")
    found = _kuwait(tied)
    assert (element(found["SYR"], "conduct").value, found["SYR"].verdict) == ("conditional", "unclear")


def test_forces_that_are_only_promised_leave_conduct_open_until_they_come() -> None:
    promised = told(2, "deployment agreed", RECORD, "1990-08-10", actor="ARAB-LEAGUE", to="KWT")
    came = told(3, "deployment done", RECORD, "1990-08-11", actor="EGY", to="KWT")
    assert element(_kuwait(promised)[RECORD], "conduct").reason == "troops-promised"
    assert _kuwait(promised, came)[RECORD].verdict == "honoured"


def test_forces_that_came_to_exercise_are_no_help() -> None:
    """Who drills together does not defend yet."""
    came = told(2, "deployment done", RECORD, "1990-09-11", actor="EGY", to="KWT")
    drill = told(3, "exercise held", RECORD, "1990-09-12", participant="EGY USA")
    assert _kuwait(came)[RECORD].verdict == "honoured"
    assert element(_kuwait(came, drill)[RECORD], "conduct").reason == "nobody-speaks"


def test_who_calls_the_duty_honoured_holds_it_to_be_owed() -> None:
    kept = told(2, "commitment honoured", "EGY", "1990-09-01", obligor="EGY", beneficiary="KWT")
    parties, days = ("ARAB-LEAGUE EGY", "KWT", "IRQ"), ("1990-08-01", "1990-12-31")
    found = views(("arab-joint-defence-treaty", "arabjd-2-defense"), parties, days, [kept])
    assert element(found["EGY"], "trigger").reason == "held-to-be-owed"
    assert element(found["EGY"], "scope").value == "met"
    assert element(found[RECORD], "trigger").value == "open"


def test_what_a_side_says_nothing_of_it_has_as_the_record_has_it() -> None:
    spoke = told(2, "commitment affirmed", "SYR", "1990-08-12", obligor="SYR", beneficiary="KWT")
    found = _kuwait(spoke)
    assert element(found["SYR"], "trigger") == element(found[RECORD], "trigger")
    assert element(found["SYR"], "trigger").value == "met"


@pytest.mark.parametrize(
    ("stage", "value", "reason"),
    [("offered", "open", "arms-promised"), ("suspended", "none", "withheld"), ("delivered", "sufficient", "delivered")],
)
def test_arms_that_are_cleared_are_not_yet_given(stage: str, value: str, reason: str) -> None:
    """American arms for Israel in 2024: cleared, held back, handed over."""
    one = told(1, f"transfer {stage}", RECORD, "2024-05-08", supplier="USA", recipient="ISR")
    found = views(("us-israel-mou-2016", "usisr-aid"), ("USA", "ISR", ""), ("2024-05-01", "2024-08-31"), [one])
    assert (element(found[RECORD], "conduct").value, element(found[RECORD], "conduct").reason) == (value, reason)


def test_part_of_what_was_owed_is_an_answer_where_one_side_holds_it_enough() -> None:
    claims = [
        told(1, "transfer ordered", RECORD, "2024-02-01", supplier="USA", recipient="ISR"),
        told(2, "transfer delivering", RECORD, "2024-05-08", supplier="USA", recipient="ISR"),
        told(3, "transfer delivered", "USA", "2024-05-20", supplier="USA", recipient="ISR"),
    ]
    found = views(("us-israel-mou-2016", "usisr-aid"), ("USA", "ISR", ""), ("2024-01-01", "2024-08-31"), claims)
    assert (found[RECORD].verdict, found[RECORD].reason) == ("answered", "sides-differ-on-conduct")


def test_reports_without_any_day_make_one_case_that_says_so() -> None:
    attacked = told(1, "attack done", RECORD, None, attacker="IRQ", target="KWT")
    days = Days(date(1990, 1, 1), date(1990, 12, 31))
    found = list(judge(Question(treaties()["arab-joint-defence-treaty"], "KWT", days), [attacked], entities()))
    case = next(one for one in found if one.case.obligation == "arabjd-2-defense")
    assert (case.case.since, case.case.until) == ("1990-01-01", "1990-12-31")
    assert {element(view, "time").reason for view in case.views} == {"no-day-to-count-from"}


def test_an_element_of_which_nobody_speaks_is_told_as_open() -> None:
    conduct = element(_kuwait()[RECORD], "conduct")
    assert (conduct.value, conduct.reason) == ("open", "nobody-speaks")
