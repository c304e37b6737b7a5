"""The digit comes from independent origins and from what stands against the claim."""

import pytest
from msgspec.structs import replace

from foedus.lineage.edges import CopyEdge, Passage
from foedus.model.claim import Claim
from foedus.model.document import Document
from tests.factories import claim, voice
from tests.lineage.grading.desk import envoy, graded, minister, report, source, told


def pages(*outlets: str) -> list[Document]:
    return [report(outlet, f"2022-05-{19 + n}") for n, outlet in enumerate(outlets)]


def given(one: Claim, *others: Claim) -> tuple[int, str]:
    found = graded(one, *others)
    return found.digit, found.rule


def test_two_outlets_of_their_own_confirm_each_other() -> None:
    one, other = map(told, pages("Reuters", "AFP"))
    assert given(one, other) == (1, "confirmed")
    assert graded(one, other).reason == f"confirmed by 1 other origin: AFP, 2022-05-20 ({other.id[:8]})"


def test_a_claim_that_stands_alone_is_not_to_be_judged_whoever_brings_it() -> None:
    [page] = pages("Reuters")
    assert given(told(page)) == (6, "alone")
    assert given(told(page, recipient=None, item=None)) == (6, "alone")


def test_it_fits_where_the_ledger_knows_its_parties_otherwise() -> None:
    one, other = pages("Reuters", "AFP")
    pact = claim(other, "delivered", "agreement", "signed", party=["ARL=Arland", "BOR=Borland"])
    assert given(told(one), pact) == (3, "fits")


@pytest.mark.parametrize(
    ("stage", "later", "rule"),
    [
        ("delivered", "2022-06-10", "confirmed"),
        ("delivered", "2022-09-10", "fits"),
        ("ordered", "2022-09-10", "confirmed"),
        ("ordered", "2023-09-10", "fits"),
    ],
)
def test_a_report_of_long_after_is_of_another_event_unless_it_dates_what_it_tells(
    stage: str, later: str, rule: str
) -> None:
    one, other = report("Reuters"), report("AFP", later)
    assert given(told(one, stage=stage), told(other, stage=stage))[1] == rule
    dated = [told(page, stage=stage, when="2022-05") for page in (one, other)]
    assert given(*dated)[1] == "confirmed"


def test_reports_without_a_date_confirm_nothing() -> None:
    one, other = report("Reuters"), report("AFP", "2022-05-20")
    undated = replace(told(other), document=replace(other.ref, published=None))
    assert given(told(one), undated)[1] == "fits"


def test_copies_do_not_confirm() -> None:
    one, other = pages("Reuters", "AFP")
    edge = CopyEdge(one.id, other.id, "copy", 1.0, directed=True, reason="own")
    found = graded(told(one), told(other), pages=(one, other), edges=(edge,))
    assert (found.digit, found.rule) == (6, "alone")
    assert found.reason.endswith("; 1 repetition not counted")


def test_an_excerpt_that_holds_the_statement_does_not_confirm_and_another_does() -> None:
    one, other = pages("Reuters", "AFP")
    second = told(other)
    at = second.trigger.start
    held = CopyEdge(one.id, other.id, "excerpt", 0.5, True, "own", (Passage(0, 9, at, at + 9),))
    beside = CopyEdge(one.id, other.id, "excerpt", 0.5, True, "own", (Passage(0, 9, at + 9, at + 20),))
    assert graded(told(one), second, edges=(held,)).rule == "alone"
    assert graded(told(one), second, edges=(beside,)).rule == "confirmed"


@pytest.mark.parametrize(
    ("outlet", "more"), [("Le Monde avec Reuters", ""), ("Le Monde", "\n\nSource : Reuters"), ("Reuters", "")]
)
def test_who_credits_another_outlet_does_not_confirm_it(outlet: str, more: str) -> None:
    one, other = report("Reuters"), report(outlet, "2022-05-20", more=more)
    found = graded(told(one), told(other), pages=(one, other))
    assert found.rule == "alone"


def test_who_cites_another_outlet_does_not_confirm_it() -> None:
    one, other = pages("Reuters", "Le Monde")
    cites = told(other, by=voice(other, "Reuters", kind="outlet"))
    assert given(told(one), cites) == (6, "alone")
    assert given(cites, told(one)) == (6, "alone")


def test_one_voice_in_two_outlets_is_one_origin_and_two_of_one_state_are_bound() -> None:
    one, other = pages("Reuters", "AFP")
    state = voice(other, "Arland", kind="state", entity="ARL")
    assert given(told(one, by=voice(one, "Corland")), told(other, by=voice(other, "Corland"))) == (6, "alone")
    assert given(told(one, by=minister(one)), told(other, by=state)) == (3, "bound")
    assert given(told(one, by=minister(one)), told(other, by=envoy(other))) == (1, "confirmed")


def test_two_sources_without_a_name_may_be_one() -> None:
    one, other = pages("Reuters", "AFP")
    assert given(told(one, by=source(one)), told(other, by=source(other))) == (3, "bound")


def test_outlets_of_one_owner_or_one_state_are_bound() -> None:
    one, other = pages("RIA Novosti", "Sputnik")
    assert given(told(one), told(other)) == (3, "bound")
    one, other = pages("TASS", "RT")
    assert given(told(one), told(other)) == (3, "bound")


def test_outlets_that_nobody_names_are_one() -> None:
    one, other = report(None), report(None, "2022-05-20")
    assert given(told(one), told(other)) == (6, "alone")


def test_rumours_and_hedges_confirm_nothing_and_can_be_confirmed() -> None:
    one, other, third = pages("Reuters", "AFP", "Le Monde")
    rumour = told(other, standing="rumoured", certainty="possible")
    assert given(told(one), rumour)[1] == "fits"
    assert given(told(one), told(other, certainty="possible"))[1] == "fits"
    assert given(rumour, told(one)) == (2, "supported")
    assert given(rumour, told(one), told(third)) == (1, "confirmed")


def test_a_rumour_that_nobody_else_brings() -> None:
    one, other = pages("Reuters", "AFP")
    rumour = told(one, standing="rumoured", certainty="possible")
    assert given(rumour) == (6, "rumour_alone")
    assert given(rumour, told(other, stage="ordered", certainty="possible")) == (4, "rumour")
    assert given(told(one, certainty="unknown"), told(other, stage="sought")) == (6, "unclear")


def test_what_follows_supports_what_went_before_and_not_the_other_way() -> None:
    one, other = pages("Reuters", "AFP")
    ordered = told(one, stage="ordered")
    assert given(ordered, told(other)) == (2, "supported")
    assert given(told(other), ordered) == (3, "fits")


def test_a_claim_that_leaves_a_party_open_supports_only() -> None:
    one, other = pages("Reuters", "AFP")
    less = told(other, recipient=None)
    assert given(told(one), less) == (2, "supported")
    assert given(less, told(one)) == (1, "confirmed")


def test_origins_are_counted_on_both_sides() -> None:
    yes, no, third, fourth = pages("Reuters", "AFP", "Le Monde", "Kyodo")
    denied, again = told(no, polarity="negated"), told(third, polarity="negated")
    assert given(told(yes), denied) == (4, "as_many")
    assert given(told(yes), denied, again) == (5, "more_against")
    assert given(told(yes), told(fourth), told(third), denied) == (3, "more_for")
    assert given(told(yes, standing="rumoured"), denied) == (5, "more_against")
    assert graded(told(yes), denied).reason == f"1 origin for it, 1 against: AFP, 2022-05-20 ({denied.id[:8]})"


def test_two_copies_of_a_denial_are_one_origin() -> None:
    yes, no, third = pages("Reuters", "AFP", "Le Monde")
    edge = CopyEdge(no.id, third.id, "copy", 1.0, directed=True, reason="own")
    denials = told(no, polarity="negated"), told(third, polarity="negated")
    assert graded(told(yes), *denials, edges=(edge,)).rule == "as_many"


def test_another_number_lowers_by_a_step_and_its_absence_is_told() -> None:
    one, other, third = pages("Reuters", "AFP", "Le Monde")
    twelve, nine = told(one, quantity="12"), told(other, quantity="1")
    found = graded(twelve, nine)
    assert (found.digit, found.rule) == (3, "supported")
    assert "lowered, another number stands against it" in found.reason
    assert graded(twelve, told(third)).reason.endswith("; without its number")


def test_letters_play_no_part() -> None:
    one, other = report("Global Times"), report("Daily Mail", "2022-05-20")
    assert given(told(one), told(other)) == (1, "confirmed")


def dependent(one: Claim, *others: Claim, on: tuple[tuple[str, str], ...]) -> tuple[str, str]:
    found = graded(one, *others, dependences=on)
    return found.rule, found.reason


def test_an_outlet_that_depends_on_another_confirms_nothing_of_it() -> None:
    one, other = map(told, pages("The Gazette", "The Copyist"))
    assert given(one, other) == (1, "confirmed")
    tie = (("The Copyist", "The Gazette"),)
    for first, second in ((one, other), (other, one)):
        rule, reason = dependent(first, second, on=tie)
        assert rule == "alone"
        assert reason.endswith("; 1 repetition not counted; not independent: The Copyist depends on The Gazette")
    assert dependent(one, other, on=(("The Copyist", "The Vigil"),))[0] == "confirmed"


def test_two_that_depend_on_the_same_third_are_one_origin_also_by_way_of_others() -> None:
    one, other = map(told, pages("The Gazette", "The Copyist"))
    ties = (("The Copyist", "The Middle"), ("The Middle", "The Vigil"), ("The Gazette", "The Vigil"))
    assert dependent(one, other, on=ties)[0] == "alone"


def test_an_outlet_can_depend_on_a_voice_and_a_voice_on_an_outlet() -> None:
    one, other = pages("The Gazette", "The Copyist")
    said = told(one, by=minister(one))
    rule, reason = dependent(said, told(other), on=(("The Copyist", "ARL"),))
    assert (rule, "The Copyist depends on ARL" in reason) == ("bound", True)
    assert dependent(said, told(other), on=(("minister-of-arland", "The Copyist"),))[0] == "alone"


def test_a_dependent_outlet_is_the_one_that_is_named_whatever_its_address_says() -> None:
    one = told(report("The Gazette"))
    other = told(report("Evening Wire", "2022-05-20", url="https://www.reuters.com/a"))
    assert given(one, other) == (1, "confirmed")
    assert dependent(one, other, on=(("The Gazette", "Evening Wire"),))[0] == "alone"


def test_denials_of_dependent_outlets_are_one_origin_and_nothing_is_said_where_all_share_more() -> None:
    yes, no, third = pages("Reuters", "The Gazette", "The Copyist")
    denials = told(no, polarity="negated"), told(third, polarity="negated")
    rule, reason = dependent(told(yes), *denials, on=(("The Copyist", "The Gazette"),))
    assert (rule, "The Copyist depends on The Gazette" in reason) == ("as_many", True)
    same = report("The Gazette", "2022-05-23")
    assert "depends" not in dependent(told(no), told(same), on=(("The Gazette", "Reuters"),))[1]
