"""How a member stands to an organisation on a day, from what claims say by then."""

from datetime import date

import pytest
from msgspec.structs import replace

from foedus.model.claim import Claim
from foedus.model.membership import Membership
from foedus.register.memberships import memberships
from tests.factories import claim, document

REPORT = document(
    "Borland joined the Pact, froze its seat, said that it was leaving, and left. Arland belongs to the Pact too, or "
    "so it seems; both have asked for the Ring.",
    published="2022-05-19",
)
LATER = document("Borland, a member of the Pact, is bigger than Arland.", published="2024-05-19")

TRIGGERS = {"joined": "joined", "frozen": "froze", "leaving": "leaving", "left": "left", "sought": "asked"}


def tell(stage: str, when: str | None = None, **changed: object) -> Claim:
    """A claim of Borland and the Pact."""
    trigger = TRIGGERS.get(stage, "belongs")
    return replace(
        claim(
            REPORT,
            trigger,
            "membership",
            stage,
            when=when,
            roles={"member": "BOR=Borland", "organisation": "PACT=Pact"},
        ),
        **changed,
    )


def on(day: str, *claims: Claim) -> list[Membership]:
    """The memberships of a day, which are the same in whatever order the claims come."""
    found = memberships(claims, date.fromisoformat(day))
    assert memberships(reversed(claims), date.fromisoformat(day)) == found
    return found


def only(day: str, *claims: Claim) -> Membership:
    """The one membership of a day."""
    (found,) = on(day, *claims)
    return found


COURSE = (tell("joined", "1994"), tell("frozen", "2020-02"), tell("leaving", "2021-06-01"), tell("left", "2022-01-01"))


@pytest.mark.parametrize(
    ("day", "status", "since"),
    [
        ("1995-01-01", "member", "1994"),
        ("2020-03-01", "frozen", "2020-02"),
        ("2021-06-01", "leaving", "2021-06-01"),
        ("2023-01-01", "left", "2022-01-01"),
    ],
)
def test_the_latest_step_by_that_day_is_the_status(day: str, status: str, since: str) -> None:
    found = only(day, *COURSE)
    assert (str(found.member), str(found.organisation)) == ("Borland", "Pact")
    assert (found.status, found.since, found.uncertain, found.reason) == (status, since, False, "said plainly")
    assert len(found.claims) == 1


def test_before_the_first_step_nothing_is_known() -> None:
    assert on("1993-12-31", *COURSE) == []
    found = only("1994-06-01", *COURSE)
    assert (found.uncertain, found.reason) == (True, "dated 1994, which may be later")


def test_a_member_without_a_date_is_one_from_the_day_of_the_page_on() -> None:
    assert on("2022-05-18", tell("member")) == []
    assert (only("2022-05-19", tell("member")).status, only("2022-05-19", tell("member")).since) == ("member", None)


def test_to_be_called_a_member_ends_no_freeze() -> None:
    called = claim(LATER, "member", "membership", "member", member="BOR=Borland", organisation="PACT=Pact")
    assert only("2024-06-01", *COURSE[:2], called).status == "frozen"
    again = tell("joined", "2021")
    assert only("2024-06-01", *COURSE[:2], again, called).status == "member"


def test_to_be_called_a_member_after_leaving_is_in_doubt_unless_it_joined_again() -> None:
    called = claim(LATER, "member", "membership", "member", member="BOR=Borland", organisation="PACT=Pact")
    found = only("2024-06-01", *COURSE, called)
    assert (found.status, found.uncertain, found.against) == ("member", True, (COURSE[3].id,))
    assert found.reason == "an earlier claim says left 2022-01-01, none that it joined again"
    again = tell("joined", "2023")
    found = only("2024-06-01", *COURSE, again, called)
    assert (found.status, found.since, found.uncertain) == ("member", "2023", False)
    assert set(found.claims) == {again.id, called.id}


def test_to_be_called_leaving_after_having_left_is_in_doubt() -> None:
    still = claim(LATER, "member", "membership", "leaving", member="BOR=Borland", organisation="PACT=Pact")
    found = only("2024-06-01", *COURSE, still)
    assert (found.status, found.uncertain, found.against) == ("leaving", True, (COURSE[3].id,))


def test_a_rumour_changes_no_status_but_shows() -> None:
    rumour = replace(COURSE[3], standing="rumoured")
    found = only("2023-01-01", *COURSE[:1], rumour)
    assert (found.status, found.uncertain, found.against) == ("member", False, (rumour.id,))
    assert found.reason == "said plainly; left: only rumoured"
    found = only("2023-01-01", rumour)
    assert (found.status, found.uncertain, found.reason) == ("left", True, "only rumoured")


def test_a_denial_as_late_puts_it_in_doubt_and_alone_says_nothing() -> None:
    denial = tell("member", "2000", polarity="negated")
    assert only("2023-01-01", COURSE[0], denial).uncertain
    earlier = tell("member", "1990", polarity="negated")
    assert only("2023-01-01", COURSE[0], earlier).reason == "said plainly; another claim denies it"
    assert on("2023-01-01", denial) == []


def test_who_only_asked_is_no_member() -> None:
    assert only("2023-01-01", tell("sought", "2021")).status == "sought"
    assert only("2023-01-01", tell("sought", "2021"), tell("denied", "2022")).status == "denied"


def test_lists_give_one_line_each_by_organisation_and_member() -> None:
    both = claim(REPORT, "asked", "membership", "sought", member=["BOR=Borland", "ARL=Arland"], organisation="Ring")
    found = on("2023-01-01", both, *COURSE)
    assert [(str(one.organisation), str(one.member), one.status) for one in found] == [
        ("Pact", "Borland", "left"),
        ("Ring", "Arland", "sought"),
        ("Ring", "Borland", "sought"),
    ]
