"""The letter is of the nearest source, by its row or by whom it speaks of."""

import pytest

from foedus.lineage.grading.reliability import reliability
from foedus.model.claim import Claim
from tests.factories import claim, voice
from tests.lineage.grading.desk import envoy, known, minister, report, source, told

RIVER = "Arland attacked Borland. Arland lost the Mill to Borland. Corland denied it. A minister of Arland spoke."


def letter(one: Claim) -> str:
    return reliability(one, known()).letter


def test_an_outlet_in_its_own_voice_has_the_letter_of_its_row_with_its_note() -> None:
    found = reliability(told(report("Reuters")), known())
    assert (found.source, found.letter, found.row) == ("Reuters", "B", "row reuters of agencies.yaml")
    assert found.reason.startswith("Reuters: international agency")


@pytest.mark.parametrize("name", ["The Riverside Post", None])
def test_an_outlet_that_nobody_knows_cannot_be_judged(name: str | None) -> None:
    found = reliability(told(report(name)), known())
    assert (found.letter, found.row) == ("F", "rule unknown of rules.yaml")


def test_the_voice_is_judged_and_not_who_carries_it() -> None:
    page = report("Reuters")
    assert letter(told(page, by=minister(page))) == "C"
    assert letter(told(page, by=source(page))) == "F"
    assert letter(told(page, by=voice(page, "TASS", kind="outlet"))) == "C"
    assert letter(told(page, by=voice(page, "the Riverside Post", kind="outlet"))) == "F"


def test_a_rumour_has_no_source_to_judge() -> None:
    assert reliability(told(report("Reuters"), standing="rumoured"), known()).row == "rule nobody of rules.yaml"


def test_somebody_of_a_state_is_no_better_than_the_rule_for_him() -> None:
    page = report("Reuters")
    found = reliability(told(page, by=source(page, "ARL")), known())
    assert (found.letter, found.row) == ("D", "rule unnamed_of_side of rules.yaml")


def test_state_media_are_worse_where_their_state_is_a_party_and_worst_in_its_wars() -> None:
    page = report("TASS")
    assert letter(told(page)) == "C"
    assert letter(told(page, supplier="RUS=Arland")) == "D"
    attack = claim(page, "delivered", "attack", "done", attacker="RUS=Arland", target="UKR=Borland")
    found = reliability(attack, known())
    assert (found.letter, found.reason) == ("E", "TASS: a side in the war")


def by_minister(trigger: str, type_: str, stage: str, **roles: object) -> Claim:
    page = report("Reuters", more=f" {RIVER}")
    given = {"standing": "attributed", "attribution": [minister(page)], **roles}
    return claim(page, trigger, type_, stage, **given)  # type: ignore[arg-type]  # values of several kinds by name


def test_a_party_is_no_judge_of_its_own_case_but_may_admit() -> None:
    success = by_minister("attacked", "attack", "done", attacker="ARL=Arland", target="BOR=Borland")
    harm = by_minister("attacked", "attack", "done", attacker="BOR=Borland", target="ARL=Arland")
    loss = by_minister("lost", "control", "gained", holder="BOR=Borland", loser="ARL=Arland")
    others = by_minister("attacked", "attack", "done", attacker="BOR=Borland", target="COR=Corland")
    denial = by_minister("delivered", "transfer", "delivered", supplier="ARL=Arland", polarity="negated")
    rules = [reliability(one, known()).row.split()[1] for one in (success, harm, loss, others, denial)]
    assert rules == ["own_gain", "own_harm", "own_loss", "others_fight", "own_denial"]
    assert [letter(one) for one in (success, harm, loss, others, denial)] == ["D", "C", "B", "D", "D"]


def test_of_the_deals_of_others_an_official_is_a_fair_source() -> None:
    page = report("Reuters")
    assert reliability(told(page, by=envoy(page)), known()).row == "rule others of rules.yaml"


def test_an_official_site_is_judged_by_what_it_says_of_its_own_state() -> None:
    page = report("Russian Ministry of Defence", url="https://mil.ru/1", more=f" {RIVER}")
    success = claim(page, "attacked", "attack", "done", attacker="RUS=Arland", target="UKR=Borland")
    loss = claim(page, "lost", "control", "gained", holder="UKR=Borland", loser="RUS=Arland")
    assert reliability(success, known()).letter == "D"
    assert reliability(loss, known()).letter == "B"
    assert reliability(told(page), known()).letter == "E"


def test_a_known_name_at_another_address_proves_nothing() -> None:
    assert letter(told(report("Le Monde", url="https://www.lemonde.fr/a/1"))) == "B"
    forged = reliability(told(report("Le Monde", url="https://lemonde.example/a/1")), known())
    assert (forged.letter, forged.row) == ("F", "rule false_address of rules.yaml")
    assert "https://lemonde.example/a/1" in forged.reason
    assert letter(told(report("Le Monde", url="https://web.archive.org/web/2022/https://lemonde.fr/a"))) == "B"


def test_an_organisation_is_found_by_its_entity() -> None:
    page = report("Reuters")
    by = voice(page, "the Riverside Post", kind="organisation", entity="SIPRI")
    assert reliability(told(page, by=by), known()).row == "row sipri of think_tanks.yaml"
