"""Non-aggression, neutrality, embargoes and limits, on occasions of history; the claims are made for the test."""

from datetime import date

import pytest

from foedus.judge.judging import Question, judge
from foedus.judge.said import Said
from foedus.judge.trial import Days
from foedus.model.finding import LAW, RECORD
from tests.judge.occasion import Told, element, entities, told, treaties, views


def _tegucigalpa(*claims: Said) -> Told:
    """Salvadoran forces in Honduras, July 1969."""
    days = ("1969-07-01", "1969-08-31")
    return views(("oas-charter", "oas-21-inviolability"), ("SLV", "HND", ""), days, claims)


def test_taking_a_place_of_anothers_is_against_its_inviolability() -> None:
    taken = told(1, "control gained", RECORD, "1969-07-15", holder="SLV", place="HND")
    found = _tegucigalpa(taken)
    assert element(found[RECORD], "conduct").reason == "took-place"
    assert (found[RECORD].verdict, found[LAW].verdict) == ("contradicted", "contradicted")


def test_forces_inside_of_whom_nobody_says_that_they_came_unasked_leave_it_open() -> None:
    inside = told(1, "deployment done", RECORD, "1969-07-15", actor="SLV", to="HND")
    assert (_tegucigalpa(inside)[RECORD].verdict, element(_tegucigalpa(inside)[RECORD], "conduct").value) == (
        "unclear",
        "open",
    )


def test_a_threat_of_force_is_not_yet_force() -> None:
    threatened = told(1, "attack threatened", RECORD, "1969-07-03", attacker="SLV", target="HND")
    assert element(_tegucigalpa(threatened)[RECORD], "conduct").reason == "force-threatened"


def test_a_denial_about_another_state_says_nothing_here() -> None:
    denied = told(1, "not attack done", "SLV", "1969-07-15", attacker="SLV", target="NIC")
    assert element(_tegucigalpa(denied)[RECORD], "conduct").reason == "nobody-speaks"


def test_who_is_no_party_cannot_say_that_it_kept_to_the_duty_only_that_nothing_was_done() -> None:
    kept = told(1, "not commitment breached", "OAS", "1969-07-20", obligor="SLV", beneficiary="HND")
    own = told(2, "not commitment breached", "SLV", "1969-07-20", obligor="SLV", beneficiary="HND")
    days = ("1969-07-01", "1969-08-31")
    found = views(("oas-charter", "oas-21-inviolability"), ("SLV", "HND", ""), days, [kept, own])
    assert (element(found[RECORD], "conduct").value, found["SLV"].verdict) == ("none", "honoured")


@pytest.mark.parametrize(
    ("attacked", "verdict", "reason"),
    [(True, "contradicted", "conduct-against-the-duty"), (False, "unclear", "trigger-unsettled")],
)
def test_neutrality_is_owed_once_somebody_has_attacked(attacked: bool, verdict: str, reason: str) -> None:
    helped = told(1, "assistance provided", "IRN", "2025-12-02", provider="RUS", recipient="ISR")
    struck = told(2, "attack done", RECORD, "2025-12-01", attacker="ISR", target="IRN")
    claims = [helped, struck] if attacked else [helped]
    days = ("2025-11-01", "2025-12-31")
    found = views(("rus-irn-partnership-treaty", "rus-irn-3-neutrality"), ("RUS", "IRN", "ISR"), days, claims)
    assert (found["IRN"].verdict, found["IRN"].reason) == (verdict, reason)


def _bangui(*more: Said) -> Told:
    given = told(1, "transfer delivered", RECORD, "2018-01-26", supplier="RUS", recipient="CAF")
    of, days = ("un-arms-embargo-car", "un-car-2127-to"), ("2018-01-01", "2018-12-31")
    return views(of, ("RUS", "", "CAF"), days, [given, *more])


def test_a_permission_is_the_word_of_who_can_give_it() -> None:
    """Russian arms for Bangui in 2018, which the Council's committee had let through."""
    allowed = {"obligor": "RUS", "treaty": "un-arms-embargo-car"}
    by_council = told(2, "commitment denied", "UN", "2017-12-14", **allowed)
    by_supplier = told(2, "commitment denied", "RUS", "2017-12-14", **allowed)
    assert (_bangui(by_council)[RECORD].verdict, _bangui(by_council)[RECORD].reason) == ("not_triggered", "exempt")
    assert _bangui(by_council)[RECORD].exemption is not None
    assert _bangui(by_supplier)[RECORD].verdict == "contradicted"


def test_a_permission_that_came_after_the_delivery_covers_nothing() -> None:
    late = told(2, "commitment denied", "UN", "2018-06-01", obligor="RUS", treaty="un-arms-embargo-car")
    assert _bangui(late)[RECORD].verdict == "contradicted"


def test_a_lifting_in_part_leaves_open_what_it_covers() -> None:
    eased = told(2, "sanction lifted", RECORD, "2018-01-10", imposer="UNSC", target="CAF")
    found = _bangui(eased)[RECORD]
    assert (found.verdict, element(found, "conduct").reason) == ("unclear", "lifted-in-part")


def test_who_imposed_a_ban_alone_can_waive_it() -> None:
    """American arms for Cyprus after the waiver of 2022."""
    given = told(1, "transfer delivered", RECORD, "2023-10", supplier="USA", recipient="CYP")
    waived = told(2, "sanction lifted", RECORD, "2022-10-01", imposer="USA", target="CYP")
    of, days = ("us-arms-embargo-cyprus", "us-cyprus-denial"), ("2022-10-01", "2023-12-31")
    assert views(of, ("USA", "", "CYP"), days, [given])[RECORD].verdict == "contradicted"
    assert views(of, ("USA", "", "CYP"), days, [given, waived])[RECORD].reason == "exempt"


def test_a_ban_on_giving_arms_makes_a_case_for_each_who_was_given_any() -> None:
    """Iranian arms for Syria in 2011, while Iran was to export none."""
    given = told(1, "transfer delivered", RECORD, "2011-03", supplier="IRN", recipient="SYR")
    days = Days(date(2011, 1, 1), date(2011, 12, 31))
    found = list(judge(Question(treaties()["un-arms-embargo-iran"], "IRN", days), [given], entities()))
    case = next(one for one in found if one.case.obligation == "un-iran-1747-from")
    assert (case.case.obligors, case.case.against) == (("IRN",), ("SYR",))
    assert {view.viewpoint: view.verdict for view in case.views}[RECORD] == "contradicted"


def test_forces_where_a_limit_holds_leave_open_whether_it_was_kept() -> None:
    """Egyptian tanks in Sinai, August 2012: nobody tells whether they are within what both agreed."""
    came = told(1, "deployment done", RECORD, "2012-08-20", actor="EGY", to="sinai")
    of, days = ("egy-isr-peace", "egyisr-zones-sinai"), ("2012-08-01", "2012-12-31")
    found = views(of, ("EGY", "ISR", ""), days, [came])[RECORD]
    assert (found.verdict, element(found, "conduct").reason) == ("unclear", "forces-in-zone")


def test_what_binds_nobody_in_law_leaves_the_text_open_and_a_denial_is_of_being_bound() -> None:
    """European arms for China: a declaration, which each reads for itself."""
    given = told(1, "transfer delivered", RECORD, "2003-05", supplier="GBR", recipient="CHN")
    denied = told(2, "commitment denied", "GBR", "2003-06", obligor="GBR", treaty="eu-arms-embargo-china")
    of, days = ("eu-arms-embargo-china", "eu-china-1989"), ("2003-01-01", "2003-12-31")
    found = views(of, ("GBR", "", "CHN"), days, [given, denied])
    assert (found[LAW].verdict, found[LAW].reason) == ("unclear", "not-binding")
    assert (element(found["GBR"], "status").value, found["GBR"].verdict) == ("not_met", "not_triggered")
