"""A contradiction needs the same matter, dates that let both be compared, and nothing that explains both."""

from typing import Any

from msgspec.structs import replace

from foedus.lineage.contradictions import contradictions, successions
from foedus.model.claim import Claim, When
from foedus.model.contradiction import Contradiction
from tests.factories import claim, document, filler, voice

TEXT = (
    "Arland delivered 9 Otter boats to Borland. Arland delivered 12 Otter boats to Borland. Corland came too. "
    "Arland signed the River Pact with Borland. Borland joined the League. Arland attacked Corland."
)

PARTIES: dict[str, Any] = {"supplier": "ARL=Arland", "recipient": "BOR=Borland", "item": "otter=Otter"}


def on(day: str | None, **change: object) -> Claim:
    """A claim of a report of that day."""
    given: dict[str, Any] = {name: value for name, value in (PARTIES | change).items() if value is not None}
    return claim(document(f"{TEXT} Told on {day}.", published=day), "delivered", **given)


def kinds(*claims: Claim) -> list[str]:
    return [one.kind for one in contradictions(claims)]


def dated(edtf: str) -> When:
    return When(edtf, None, None, None)


def test_told_and_then_denied_is_a_contradiction_with_its_reason() -> None:
    yes, no = on("2022-05-19"), on("2022-06-01", polarity="negated", standing="attributed")
    assert contradictions([no, yes]) == [
        Contradiction(
            "polarity",
            yes.id,
            no.id,
            "transfer delivered: supplier Arland, recipient Borland, item Otter; affirmed (2022-05-19, stated), "
            "negated (2022-06-01, attributed)",
        )
    ]


def test_not_yet_and_then_done_is_none() -> None:
    assert kinds(on("2022-05-19", polarity="negated"), on("2022-06-01")) == []


def test_not_yet_contradicts_what_had_happened_by_then() -> None:
    early = on("2022-06-01", when="2022-04")
    assert kinds(on("2022-05-19", polarity="negated"), early) == ["polarity"]


def test_a_denial_years_later_is_of_another_matter() -> None:
    assert kinds(on("2015-05-19"), on("2022-06-01", polarity="negated")) == []


def test_undated_reports_are_not_compared_but_one_report_with_itself_is() -> None:
    assert kinds(on(None), on("2022-06-01", polarity="negated")) == []
    report = document(TEXT, published=None)
    yes = claim(report, "delivered", **PARTIES)
    no = claim(
        report, "9", polarity="negated", standing="attributed", attribution=[voice(report, "Corland")], **PARTIES
    )
    [one] = contradictions([yes, no])
    assert one.kind == "polarity"
    assert "attributed by Corland" in one.reason


def test_alternatives_of_one_text_are_none() -> None:
    yes = on("2022-05-19", alternative="a1", standing="rumoured")
    report = document(f"{TEXT} Told on 2022-05-19.", published="2022-05-19")
    no = claim(
        report,
        "9",
        polarity="negated",
        alternative="a1",
        standing="attributed",
        attribution=[voice(report, "Corland")],
        **PARTIES,
    )
    assert kinds(yes, no) == []


def test_one_voice_in_one_report_does_not_contradict_itself() -> None:
    report = document(TEXT, published="2022-05-19")
    nine, twelve = (claim(report, number, quantity=number, **PARTIES) for number in ("9", "12"))
    by_voice = claim(
        report, "12", quantity="12", standing="attributed", attribution=[voice(report, "Corland")], **PARTIES
    )
    assert kinds(nine, twelve) == []
    assert kinds(nine, by_voice) == ["number"]


def test_a_wish_is_no_statement_of_fact_and_a_rumour_is() -> None:
    assert kinds(on("2022-05-19", certainty="possible"), on("2022-06-01", polarity="negated")) == []
    rumour = on("2022-05-19", certainty="possible", standing="rumoured")
    assert kinds(rumour, on("2022-06-01", polarity="negated")) == ["polarity"]


def test_successive_stages_are_none() -> None:
    assert kinds(on("2020-05-19", stage="ordered"), on("2023-06-01")) == []


def test_two_numbers_on_one_day_are_a_contradiction() -> None:
    assert kinds(on("2022-05-19", quantity="9"), on("2022-05-20", quantity="12", stage="ordered")) == []
    one, other = on("2022-05-19", quantity="12"), on("2022-05-20", quantity="9")
    assert kinds(one, other) == ["number"]


def test_a_number_that_grew_is_a_succession() -> None:
    one, other = on("2022-05-19", quantity="9"), on("2022-07-20", quantity="12")
    assert kinds(one, other) == []
    [grew] = successions([other, one])
    assert (grew.kind, grew.first, grew.second) == ("successive", one.id, other.id)
    assert "9 (2022-05-19, stated), 12 (2022-07-20, stated)" in grew.reason


def test_another_delivery_months_later_may_be_smaller() -> None:
    assert kinds(on("2022-05-19", quantity="12"), on("2022-07-20", quantity="9")) == []


def test_one_batch_of_a_larger_lot_is_none() -> None:
    assert kinds(on("2022-05-19", quantity="12"), on("2022-05-20", quantity="9", cues=[("batch", "too")])) == []


def test_two_dates_of_one_order_are_a_contradiction_and_of_two_orders_none() -> None:
    order: dict[str, Any] = {"stage": "ordered", "quantity": "9"}
    assert kinds(on("2022-05-19", when="2022-03", **order), on("2022-05-20", when="2022-01", **order)) == ["date"]
    assert kinds(on("2022-05-19", when="2022-03", **order), on("2022-05-20", when="2022-03-07", **order)) == []
    assert kinds(on("2022-05-19", when="2022-03", **order), on("2022-05-20", when="2018", **order)) == []
    assert (
        kinds(on("2022-05-19", when="2022-03", stage="ordered"), on("2022-05-20", when="2022-01", stage="ordered"))
        == []
    )


def joined(day: str, when: str, stage: str = "joined", trigger: str = "joined") -> Claim:
    report = document(f"{TEXT} Told on {day}.", published=day)
    return claim(
        report, trigger, "membership", stage, member="BOR=Borland", organisation="LEAGUE=League", when=dated(when)
    )


def test_an_accession_has_one_date() -> None:
    assert kinds(joined("2022-05-19", "2022-05-17"), joined("2022-05-20", "2022-05-12")) == ["date"]
    assert kinds(joined("2022-05-19", "2022-05-17"), joined("2022-05-20", "2022-05~")) == []


def test_attacks_on_two_days_are_two_attacks() -> None:
    def attack(day: str) -> Claim:
        report = document(f"{TEXT} Told on {day}.", published=day)
        return claim(report, "attacked", "attack", "done", attacker="ARL=Arland", target="COR=Corland", when=dated(day))

    assert kinds(attack("2022-05-19"), attack("2022-05-20")) == []


def signed(day: str, stage: str, **roles: object) -> Claim:
    report = document(f"{TEXT} Told on {day}.", published=day)
    given: dict[str, Any] = {"party": ["ARL=Arland", "BOR=Borland"]} | roles
    return claim(report, "signed", "agreement", stage, **given)


def test_only_a_named_agreement_can_be_compared() -> None:
    assert kinds(signed("2022-05-19", "signed"), signed("2022-05-20", "negotiated")) == []
    pact = {"instrument": "river-pact=River Pact"}
    assert kinds(signed("2022-05-19", "signed", **pact), signed("2022-05-20", "failed", **pact)) == ["stage"]


def test_done_and_then_still_to_come_is_a_contradiction() -> None:
    ordered = on("2022-06-01", stage="ordered", quantity="9", due=dated("2024"))
    assert kinds(on("2022-05-19", quantity="9"), ordered) == ["stage"]
    assert kinds(on("2022-05-19", quantity="9"), on("2022-06-01", stage="ordered", quantity="9")) == []
    assert kinds(on("2022-05-19"), on("2022-06-01", stage="ordered", due=dated("2024"))) == []


def test_wanting_more_of_what_came_is_none() -> None:
    assert kinds(on("2022-05-19"), on("2022-05-20", stage="sought")) == []
    assert kinds(on("2022-05-19", quantity="9"), on("2022-05-20", stage="sought", quantity="9")) == ["stage"]


def test_wanted_first_and_done_later_is_none() -> None:
    assert kinds(on("2022-05-19", stage="sought", quantity="9"), on("2022-05-20", quantity="9")) == []
    assert kinds(on("2022-05-19", stage="refused"), on("2022-05-20")) == []


def test_one_lot_from_two_states_is_a_contradiction() -> None:
    one, other = on("2022-05-19", quantity="9"), on("2022-05-20", quantity="9", supplier="COR=Corland")
    assert kinds(one, other) == ["party"]
    assert kinds(on("2022-05-19"), on("2022-05-20", supplier="COR=Corland")) == []


def test_a_company_and_its_state_are_no_two_suppliers() -> None:
    company = on("2022-05-20", quantity="9", supplier="COR=Corland")
    fillers = company.roles["supplier"]
    company = replace(company, roles=company.roles | {"supplier": (replace(fillers[0], kind="company"),)})
    assert kinds(on("2022-05-19", quantity="9"), company) == []


def test_a_repeated_statement_is_compared_once_a_day() -> None:
    many = [
        on("2022-05-19"),
        *(
            claim(document(f"{TEXT} Copy {n}.", published="2022-06-01"), "delivered", polarity="negated", **PARTIES)
            for n in range(30)
        ),
    ]
    assert kinds(*many) == ["polarity"]


def test_a_documents_corrected_date_counts() -> None:
    yes, no = on("2022-05-19"), on("2022-06-01", polarity="negated")
    moved = document(f"{TEXT} Told on 2022-06-01.", published="2022-05-01")
    assert moved.id == no.document.id
    assert contradictions([yes, no], [moved]) == []


def sent(day: str, troops: str, stage: str = "done", **change: object) -> Claim:
    """Troops without a name, in the report's own words for them."""
    report = document(f"{TEXT} It sent {troops}. Told on {day}.", published=day)
    given: dict[str, Any] = {"actor": "ARL=Arland", "to": "BOR=Borland"} | change
    return claim(report, "sent", "deployment", stage, item=filler(report, troops, kind="force"), **given)


def test_a_denial_is_of_the_same_troops_whatever_they_are_called() -> None:
    denial = sent("2022-05-22", "troupes", polarity="negated")
    assert kinds(sent("2022-05-19", "soldiers"), denial) == ["polarity"]
    assert kinds(sent("2022-05-19", "soldiers", actor="COR=Corland"), denial) == []


def test_troops_that_were_never_sent_cannot_be_there_and_troops_that_left_were_sent() -> None:
    there = sent("2022-05-19", "soldiers", "ongoing")
    assert kinds(there, sent("2022-05-22", "troupes", polarity="negated")) == ["polarity"]
    assert kinds(sent("2022-05-19", "soldiers"), sent("2022-05-22", "troupes", "ongoing", polarity="negated")) == []
    delivering = on("2022-05-19", stage="delivering")
    assert kinds(delivering, on("2022-05-22", polarity="negated")) == []


def test_the_number_of_one_dated_order_does_not_grow() -> None:
    order: dict[str, Any] = {"stage": "ordered"}
    first = on("2022-05-19", quantity="9", when=dated("2022-05-17"), **order)
    assert kinds(first, on("2022-07-20", quantity="12", when=dated("2022-05"), **order)) == ["number"]
    assert kinds(first, on("2022-07-20", quantity="12", when=dated("2022"), **order)) == []
    assert kinds(first, on("2022-07-20", quantity="12", when=dated("2022-05~"), **order)) == []


def test_deliveries_of_one_month_add_up() -> None:
    first = on("2022-05-19", quantity="9", when=dated("2022-05"))
    assert kinds(first, on("2022-05-30", quantity="12", when=dated("2022-05"))) == []
    one_day = on("2022-05-19", quantity="9", when=dated("2022-05-17"))
    assert kinds(one_day, on("2022-05-30", quantity="12", when=dated("2022-05-17"))) == ["number"]
