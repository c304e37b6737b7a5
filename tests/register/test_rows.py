"""What a row of the register may say, given what the claims say."""

import pytest
from msgspec.structs import replace

from foedus.model.claim import Claim, Cue, Quantity
from foedus.model.document import Document
from foedus.model.row import STATUSES, Count, RegisterRow, RowParty, Years
from foedus.register.rows import register_rows
from tests.factories import claim, document, filler

REPORT = document(
    "Borland ordered 12 tanks from Arland in 2019. Arland delivered about 10 tanks to Borland in 2021. "
    "Arland is delivering 4 more. Arland cancelled and refused and suspended, offered and negotiated. "
    "Borland sought and intended and planned, Arland has sent tanks, jets and 20 guns to Borland and Carland."
)

SURE = 0.8
"""The level of these tests; their claims bear no confidence."""


def told(
    trigger: str,
    stage: str,
    *,
    quantity: str | Quantity | None = None,
    when: str | None = None,
    due: str | None = None,
    report: Document = REPORT,
    **changed: object,
) -> Claim:
    """A claim of tanks from Arland to Borland, with some fields changed."""
    heads = {"supplier": "ARL=Arland", "recipient": "BOR=Borland", "item": "TNK=tanks"}
    one = claim(report, trigger, stage=stage, quantity=quantity, when=when, due=due, roles=heads)
    return replace(one, **changed)


def only(*claims: Claim) -> RegisterRow:
    """The one row of these claims."""
    (row,) = register_rows(claims, sure=SURE)
    assert row.status in STATUSES
    return row


ORDER = told("ordered", "ordered", quantity="12", when="2019=in 2019")
DELIVERY = told("delivered", "delivered", quantity="10", when="2021=in 2021")
RUMOUR = told("has sent", "delivered", standing="rumoured", certainty="possible", quantity="20", when="2022")


def test_an_order_is_never_shown_as_delivered() -> None:
    row = only(ORDER)
    assert (row.status, row.number_ordered, row.number_delivered) == ("ordered", (Count(12, 12, None, False),), ())
    assert (row.order_years, row.delivery_years) == ((Years(2019, 2019, False),), ())


def test_a_delivery_says_nothing_of_an_order() -> None:
    row = only(DELIVERY)
    assert (row.status, row.number_ordered, row.order_years) == ("delivered", (), ())
    assert [str(number) for number in row.number_delivered] == ["10"]


def test_the_status_is_the_furthest_stage_said_plainly() -> None:
    stages = {"sought": "sought", "offered": "offered", "negotiated": "negotiated", "intended": "intended"}
    claims = [told(word, stage) for word, stage in stages.items()]
    claims += [ORDER, told("is delivering", "delivering"), DELIVERY]
    expected = [*stages, "ordered", "delivering", "delivered"]
    for reached, status in enumerate(expected, start=1):
        assert only(*reversed(claims[:reached])).status == status


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ({"standing": "rumoured", "certainty": "possible"}, "rumoured"),
        ({"standing": "rumoured", "certainty": "certain"}, "rumoured"),
        ({"certainty": "possible"}, "possible"),
        ({"certainty": "unknown"}, "unclear"),
        ({"alternative": "a1"}, "possible"),
        ({"polarity": "negated"}, "denied"),
    ],
)
def test_what_is_hedged_is_never_a_stage(changed: dict[str, object], status: str) -> None:
    row = only(replace(DELIVERY, **changed))
    assert row.status == status
    assert all(number.uncertain for number in row.number_delivered)
    assert all(years.uncertain for years in row.delivery_years)
    assert row.comment


def test_a_rumour_beside_an_order_stays_a_flag() -> None:
    row = only(ORDER, RUMOUR)
    assert (row.status, row.flags) == ("ordered", ("delivered rumoured",))
    assert [str(number) for number in row.number_delivered] == ["(20)"]
    assert [str(years) for years in row.delivery_years] == ["(2022)"]
    assert "delivered: only rumoured" in row.comment


def test_a_rumour_beside_a_plain_claim_changes_no_number() -> None:
    row = only(DELIVERY, RUMOUR)
    assert [str(number) for number in row.number_delivered] == ["10"]
    assert [str(years) for years in row.delivery_years] == ["2021"]
    assert row.cells["number_delivered"] == (DELIVERY.id,)
    assert set(row.claims) == {DELIVERY.id, RUMOUR.id}


def test_a_declared_will_is_no_doubt_unless_the_words_hedge() -> None:
    wish = told("sought", "sought", certainty="possible")
    assert only(wish).status == "sought"
    hedged = replace(wish, cues=(*wish.cues, Cue("hedge", "about", 70, 75)))
    assert only(hedged).status == "possible"


def test_a_probable_delivery_is_one_in_parentheses() -> None:
    row = only(replace(DELIVERY, certainty="probable"))
    assert (row.status, str(row.number_delivered[0]), str(row.delivery_years[0])) == ("delivered", "(10)", "(2021)")
    assert "only probable" in row.reasons["status"]


def test_a_denial_is_kept_as_contradicting() -> None:
    denial = told("has sent", "delivered", polarity="negated", standing="attributed", quantity="20", when="2022")
    row = only(DELIVERY, denial)
    assert (row.status, row.flags) == ("delivered", ("contradicted",))
    assert row.contradicting == row.cells["contradicting"] == (denial.id,)
    assert "another claim denies it" in row.comment
    assert [str(number) for number in row.number_delivered] == ["10"]


def test_a_denied_delivery_does_not_contradict_the_order() -> None:
    row = only(ORDER, replace(DELIVERY, polarity="negated"))
    assert (row.status, row.flags, row.contradicting) == ("ordered", (), (DELIVERY.id,))
    assert "denied or negated: delivered" in row.comment


def test_a_halt_ends_an_order_but_not_a_delivery() -> None:
    halt = told("cancelled", "cancelled")
    assert only(ORDER, halt).status == "cancelled"
    row = only(DELIVERY, halt)
    assert (row.status, row.flags) == ("delivered", ("cancelled",))


def test_an_order_after_a_halt_takes_it_up_again() -> None:
    halt = told("suspended", "suspended", when="2015")
    row = only(halt, ORDER)
    assert (row.status, row.flags) == ("ordered", ("suspended",))


def test_a_rumoured_or_denied_halt_halts_nothing() -> None:
    halt = told("cancelled", "cancelled")
    rumoured = only(ORDER, replace(halt, standing="rumoured"))
    assert (rumoured.status, rumoured.flags) == ("ordered", ("cancelled rumoured",))
    assert only(ORDER, replace(halt, polarity="negated")).status == "ordered"


def test_a_status_from_sources_that_nobody_names_says_so() -> None:
    assert only(replace(DELIVERY, standing="unnamed")).flags == ("unnamed source",)
    assert only(replace(DELIVERY, standing="unnamed"), told("has sent", "delivered")).flags == ()


def test_numbers_that_differ_are_a_range_in_parentheses() -> None:
    row = only(DELIVERY, told("has sent", "delivered", quantity="20"))
    assert [str(number) for number in row.number_delivered] == ["(10–20)"]
    assert "claims differ (10, 20)" in row.reasons["number_delivered"]
    assert "claims differ (10, 20)" in row.comment


def amount(
    value: float | None,
    low: float | None = None,
    high: float | None = None,
    *,
    about: bool = False,
    unit: str = "piece",
) -> Quantity:
    """A quantity whose words are the report's "about 10"."""
    start = REPORT.text.index("about 10")
    return Quantity(value, low, high, unit, about, "about 10", start, start + 8)


@pytest.mark.parametrize(
    ("quantities", "shown"),
    [
        ([amount(10)], ["10"]),
        ([amount(10.0)], ["10"]),
        ([amount(2.5)], ["2.5"]),
        ([amount(10), amount(10)], ["10"]),
        ([amount(10, about=True)], ["(10)"]),
        ([amount(10, about=True), amount(10)], ["10"]),
        ([amount(None, 10)], ["(10 or more)"]),
        ([amount(None, None, 10)], ["(up to 10)"]),
        ([amount(None, 8, 12)], ["(8–12)"]),
        ([amount(None, 8, 12), amount(10)], ["10"]),
        ([amount(None, 8, 12), amount(None, 10, 14)], ["(10–12)"]),
        ([amount(None, 8), amount(None, None, 12)], ["(8–12)"]),
        ([amount(None, 20), amount(12)], ["(12–20)"]),
        ([amount(None)], []),
        ([amount(4, unit="battery"), amount(32, unit="launcher")], ["4 × battery", "32 × launcher"]),
    ],
)
def test_numbers_as_the_claims_give_them(quantities: list[Quantity], shown: list[str]) -> None:
    words = ["delivered", "has sent"]
    claims = [told(word, "delivered", quantity=one) for word, one in zip(words, quantities, strict=False)]
    assert [str(number) for number in only(*claims).number_delivered] == shown


def test_ordered_and_delivered_numbers_never_mix() -> None:
    row = only(ORDER, DELIVERY, told("is delivering", "delivering"), told("offered", "offered", quantity="20"))
    assert row.texts()["number_ordered"] == "12"
    assert row.texts()["number_delivered"] == "10"


def test_deliveries_that_are_only_due_are_planned() -> None:
    row = only(replace(ORDER, due=told("ordered", "ordered", due="../2023-12-31").due), DELIVERY)
    assert row.texts()["delivery_years"] == "2021; (by 2023 planned)"


@pytest.mark.parametrize(
    ("edtf", "shown"),
    [
        ("2021-05-19", "2021"),
        ("2018/2022", "(2018–2022)"),
        ("2021~", "(2021)"),
        ("2026/..", "(from 2026)"),
        ("../2028", "(by 2028)"),
        ("202X", "(2020–2029)"),
        ("XXXX-10-10", ""),
    ],
)
def test_years_as_the_claims_give_them(edtf: str, shown: str) -> None:
    assert only(told("ordered", "ordered", when=edtf)).texts()["order_years"] == shown


def test_a_report_s_own_date_is_no_date_of_an_order() -> None:
    row = only(told("ordered", "ordered"))
    assert row.order_years == ()
    assert row.reasons["order_years"] == "no claim dates the order"


def test_a_claim_with_lists_stands_in_every_row_and_its_number_is_uncertain_in_each() -> None:
    said = claim(
        REPORT,
        "has sent",
        quantity="20",
        supplier="ARL=Arland",
        recipient=["BOR=Borland", "CAR=Carland"],
        item=["TNK=tanks", "jets"],
    )
    rows = register_rows([said], sure=SURE)
    assert [(str(row.recipient), str(row.item)) for row in rows] == [
        ("Borland", "jets"),
        ("Borland", "tanks"),
        ("Carland", "jets"),
        ("Carland", "tanks"),
    ]
    assert {row.texts()["number_delivered"] for row in rows} == {"(20)"}
    assert all("one number for several of role item" in row.comment for row in rows)


def test_missing_heads_are_unknown_and_never_guessed_from_other_rows() -> None:
    bare = claim(REPORT, "has sent", item="TNK=tanks")
    whole, open_heads = register_rows([bare, DELIVERY], sure=SURE)
    assert whole.claims == (DELIVERY.id,)
    assert (open_heads.supplier, open_heads.recipient) == (RowParty(None, "unknown", None),) * 2
    assert open_heads.cells["supplier"] == ()
    assert "no claim of the row says which supplier" in open_heads.comment


def test_a_class_of_arms_never_mixes_with_a_designation() -> None:
    named = filler(REPORT, "guns", entity="GUN", kind="system")
    generic = filler(REPORT, "guns", entity="GUN", kind="item_class")
    claims = [claim(REPORT, word, item=one) for word, one in (("delivered", named), ("has sent", generic))]
    assert len(register_rows(claims, sure=SURE)) == 2


def test_names_without_entity_are_one_whatever_their_case() -> None:
    report = document("Arland sent Tanks. Arland sold tanks.")
    claims = [claim(report, "sent", item="Tanks"), claim(report, "sold", item="tanks")]
    assert [row.item.name for row in register_rows(claims, sure=SURE)] == ["Tanks"]


def test_the_same_entity_named_twice_in_a_list_is_one_row() -> None:
    row = only(claim(REPORT, "has sent", item=["TNK=tanks", "TNK=guns"]))
    assert row.item.name == "tanks"


def test_other_types_give_no_rows() -> None:
    plan = claim(REPORT, "planned", type="production", stage="planned", producer="Arland")
    assert register_rows([plan], sure=SURE) == []
    assert register_rows([], sure=SURE) == []


def test_every_cell_has_its_claims_and_its_reason() -> None:
    row = only(ORDER, DELIVERY, RUMOUR, told("cancelled", "cancelled"))
    assert row.cells["status"] == (DELIVERY.id,)
    assert row.cells["number_ordered"] == row.cells["order_years"] == (ORDER.id,)
    assert row.cells["supplier"] == row.claims
    assert set(row.cells) == set(row.reasons)
    assert all(row.reasons.values())
    assert {one for found in row.cells.values() for one in found} <= set(row.claims)
    assert row.outlets == ("The Gazette",)


def test_rows_come_by_name_with_unknown_heads_last() -> None:
    claims = [
        claim(REPORT, "has sent"),
        claim(REPORT, "cancelled", stage="cancelled", supplier="Carland"),
        claim(REPORT, "delivered", supplier="Arland"),
    ]
    assert [row.supplier.name for row in register_rows(claims, sure=SURE)] == ["Arland", "Carland", "unknown"]
    assert [row.supplier.name for row in register_rows(reversed(claims), sure=SURE)] == ["Arland", "Carland", "unknown"]
