"""Who has what where on a day: what ends a position, what leaves it open, and what is never concluded."""

from datetime import date

import pytest
from msgspec.structs import replace

from foedus.model.claim import Claim, Quantity
from foedus.model.position import Position
from foedus.model.row import Count
from foedus.model.vocabulary import ClaimType
from foedus.register.positions import positions
from tests.factories import Words, claim, document, filler
from tests.register.told import known

REPORT = document(
    "Arland stationed rockets at Bortown in Borland. It withdrew them. Borland holds VT-9 tanks and lost some. "
    "Arland delivered VT-9 tanks to Borland. About a dozen were meant. Nobody knows more.",
    published="2022-05-19",
)
LATER = document("A year on, Arland has rockets at Bortown. Borland lost VT-9 tanks.", published="2023-05-19")
UNDATED = document("Arland keeps rockets at Bortown, somebody wrote.", published=None)

TAKES: dict[ClaimType, dict[str, Words]] = {
    "deployment": {"actor": "ARL=Arland", "item": "rockets", "to": "bortown=Bortown"},
    "possession": {"holder": "BOR=Borland", "item": "vt-9=VT-9"},
    "transfer": {"supplier": "ARL=Arland", "recipient": "BOR=Borland", "item": "vt-9=VT-9"},
}


def tell(
    type_: ClaimType, stage: str, when: str | None = None, trigger: str = "stationed", number: int | None = None
) -> Claim:
    """A claim of rockets at Bortown, or of VT-9 of Borland."""
    start = REPORT.text.index("a dozen")
    many = None if number is None else Quantity(number, None, None, "piece", False, "a dozen", start, start + 7)
    return claim(REPORT, trigger, type_, stage, when=when, quantity=many, roles=TAKES[type_])


def on(day: str, *claims: Claim) -> list[Position]:
    """The positions of a day, which are the same in whatever order the claims come."""
    found = positions(claims, date.fromisoformat(day), known=known)
    assert positions(reversed(claims), date.fromisoformat(day), known=known) == found
    return found


def only(day: str, *claims: Claim) -> Position:
    """The one position of a day."""
    (found,) = on(day, *claims)
    return found


THERE = tell("deployment", "done", "2020-03")
GONE = tell("deployment", "withdrawn", "2021-08-01", "withdrew")


def test_a_deployment_lasts_until_its_withdrawal() -> None:
    assert on("2020-02-28", THERE, GONE) == []
    found = only("2020-04-01", THERE, GONE)
    assert (str(found.holder), str(found.item), str(found.place)) == ("Arland", "rockets", "Bortown")
    assert (found.basis, found.status, found.since, found.uncertain) == ("deployment", "done", "2020-03", False)
    assert (found.claims, found.outlets, found.reason) == ((THERE.id,), ("The Gazette",), "said plainly")
    assert only("2021-07-31", THERE, GONE).status == "done"
    assert on("2021-08-01", THERE, GONE) == []
    assert only("2030-01-01", THERE).uncertain is False


def test_a_day_within_the_date_leaves_it_open_whether_it_had_begun() -> None:
    found = only("2020-03-15", THERE)
    assert (found.uncertain, found.reason) == (True, "dated 2020-03, which may be later")


def test_what_only_its_page_dates_counts_from_that_day_on() -> None:
    bare = tell("deployment", "ongoing")
    assert on("2022-05-18", bare) == []
    assert (only("2022-05-19", bare).since, only("2022-05-19", bare).uncertain) == (None, False)
    never = claim(UNDATED, "keeps", "deployment", "ongoing", roles=TAKES["deployment"])
    found = only("2022-05-19", never)
    assert (found.uncertain, found.reason) == (True, "no date tells when")


@pytest.mark.parametrize("stage", ["sought", "planned", "agreed", "refused"])
def test_what_was_only_planned_is_nowhere(stage: str) -> None:
    assert on("2030-01-01", tell("deployment", stage, "2020")) == []


def test_withdrawing_is_not_gone() -> None:
    found = only("2021-12-01", THERE, tell("deployment", "withdrawing", "2021-08-01", "withdrew"))
    assert (found.status, found.uncertain) == ("withdrawing", False)


def test_denying_the_withdrawal_says_that_it_is_there() -> None:
    stays = replace(GONE, polarity="negated")
    found = only("2022-01-01", stays)
    assert (found.status, found.uncertain, found.claims) == ("not withdrawn", False, (stays.id,))


def test_a_rumoured_or_partial_withdrawal_leaves_it_open() -> None:
    rumour = replace(GONE, standing="rumoured")
    found = only("2022-01-01", THERE, rumour)
    assert (found.uncertain, found.against) == (True, (rumour.id,))
    assert found.reason == "said to be withdrawn (only rumoured): how much of it is left is open"
    some = tell("deployment", "withdrawn", "2021-08-01", "withdrew", number=4)
    found = only("2022-01-01", THERE, some)
    assert found.reason == "4 of it said to be withdrawn: how much of it is left is open"


def test_all_of_them_withdrawn_by_number_is_the_end() -> None:
    there = tell("deployment", "done", "2020", number=4)
    assert on("2022-01-01", there, tell("deployment", "withdrawn", "2021", "withdrew", number=4)) == []
    assert only("2022-01-01", there, tell("deployment", "withdrawn", "2021", "withdrew", number=3)).uncertain


def test_a_withdrawal_from_nowhere_named_may_be_of_any_place() -> None:
    vague = replace(GONE, roles={role: some for role, some in GONE.roles.items() if role != "to"})
    found = only("2022-01-01", THERE, vague)
    assert (found.uncertain, found.against) == (True, (vague.id,))


def test_a_page_that_mentions_it_after_its_end_is_no_return() -> None:
    still = claim(LATER, "has", "deployment", "ongoing", roles=TAKES["deployment"])
    found = only("2024-01-01", THERE, GONE, still)
    assert (found.status, found.uncertain, found.against) == ("ongoing", True, (GONE.id,))
    assert "withdrawn 2021-08-01, and only a later page without a date of its own tells of it still" in found.reason
    back = claim(LATER, "has", "deployment", "done", when="2023", roles=TAKES["deployment"])
    assert only("2024-01-01", THERE, GONE, back).uncertain is False


def test_a_place_takes_the_room_of_its_state() -> None:
    state = filler(REPORT, "Borland", entity="BOR")
    places: list[Words] = ["bortown=Bortown", state]
    both = claim(REPORT, "stationed", "deployment", "done", roles={**TAKES["deployment"], "to": places})
    assert str(only("2023-01-01", both).place) == "Bortown"


def test_a_delivery_makes_a_holder_and_the_supplier_keeps_what_nobody_says_he_lost() -> None:
    heads: dict[str, Words] = {"holder": "ARL=Arland", "item": "vt-9=VT-9"}
    own = claim(REPORT, "stationed", "possession", "in_service", when="2019", roles=heads)
    found = on("2022-01-01", own, tell("transfer", "delivered", "2020", "delivered", number=6))
    assert [(str(one.holder), one.status, one.counts) for one in found] == [
        ("Arland", "in_service", ()),
        ("Borland", "delivered", (Count(6, 6, None, False),)),
    ]


@pytest.mark.parametrize("stage", ["ordered", "offered", "intended", "cancelled"])
def test_no_order_makes_a_holder(stage: str) -> None:
    assert on("2030-01-01", tell("transfer", stage, "2020", "delivered")) == []


def test_the_latest_number_of_what_is_held_counts_and_nothing_is_subtracted() -> None:
    found = only(
        "2022-01-01",
        tell("transfer", "delivered", "2018", "delivered", number=40),
        tell("possession", "in_service", "2019", "holds", number=38),
        tell("possession", "in_service", "2021", "and", number=30),
        tell("possession", "lost", "2021-10", "lost", number=4),
    )
    assert (found.status, found.counts) == ("in_service", (Count(30, 30, None, False),))
    assert found.reason == "4 of it said to be lost: how much of it is left is open"


def test_what_is_lost_altogether_is_held_no_more() -> None:
    assert (
        on("2022-01-01", tell("possession", "held", "2019", "holds"), tell("possession", "lost", "2021", "lost")) == []
    )


def test_a_state_told_for_a_time_that_is_over_is_open_afterwards() -> None:
    held = tell("possession", "in_service", "2015/2018", "holds")
    assert on("2014-12-31", held) == []
    assert only("2017-01-01", held).uncertain is False
    assert only("2019-01-01", held).reason == "told for 2015/2018 only"


def test_hedges_and_denials_show() -> None:
    rumour = replace(THERE, standing="rumoured")
    assert only("2021-01-01", rumour).reason == "only rumoured"
    denial = replace(tell("deployment", "done", "2020-06", "knows"), polarity="negated")
    found = only("2021-01-01", THERE, denial)
    assert (found.against, found.uncertain) == ((denial.id,), True)
    assert found.reason == "a claim as late denies it; another claim denies it"
    assert on("2021-01-01", denial) == []
