"""The course of a deal, in order of date, with what contradicts in its place."""

from foedus.model.claim import Claim, When
from foedus.model.row import Count
from foedus.model.timeline import TimelineEntry
from foedus.register.timeline import timelines
from tests.factories import claim
from tests.register.told import many, paper, tell

GAZETTE, HERALD, STAR = paper("The Gazette", "2020-01-10"), paper("The Herald", "2021-06-01"), paper("The Star", None)


def course(*claims: Claim) -> list[TimelineEntry]:
    """The entries, which are the same in whatever order the claims come."""
    found = timelines(claims)
    assert timelines(reversed(claims)) == found
    return found


def test_entries_stand_in_order_of_date_at_their_bounds_and_undated_ones_last() -> None:
    entries = course(
        tell(GAZETTE, "cancelled", trigger="meant"),
        tell(GAZETTE, "delivered", when="../2021"),
        tell(GAZETTE, "delivering", when="2020/.."),
        tell(GAZETTE, "ordered", when="2019-05"),
        tell(GAZETTE, "negotiated", when="2018", trigger="looks"),
        tell(STAR, "offered", trigger="meant"),
    )
    assert [(entry.what, entry.when) for entry in entries] == [
        ("negotiated", "2018"),
        ("ordered", "2019-05"),
        ("delivering", "2020/.."),
        ("delivered", "../2021"),
        ("cancelled", None),
        ("offered", None),
    ]
    assert [entry.uncertain for entry in entries] == [False, False, True, True, False, False]
    assert entries[3].reason == "said plainly; the date is approximate or open"
    assert entries[4].reason == "said plainly; no claim gives a date"


def test_what_is_due_is_an_entry_of_its_own_and_no_delivery() -> None:
    order = tell(GAZETTE, "ordered", 6, "2019", due=When("../2023", None, None, None))
    entries = course(order)
    assert [(entry.what, entry.when, entry.claims) for entry in entries] == [
        ("ordered", "2019", (order.id,)),
        ("due", "../2023", (order.id,)),
    ]


def test_claims_that_say_the_same_are_one_entry_with_all_their_outlets() -> None:
    hedged = tell(HERALD, "delivered", 6, "2021", certainty="probable")
    entries = course(hedged, tell(GAZETTE, "delivered", 6, "2021"), tell(STAR, "delivered", 6, "2021-03"))
    assert [(entry.when, entry.outlets, entry.told) for entry in entries] == [
        ("2021", ("The Gazette", "The Herald"), "2020-01-10"),
        ("2021-03", ("The Star",), None),
    ]
    assert (entries[0].count, entries[0].uncertain, entries[0].sureness) == (Count(6, 6, None, False), False, "plain")
    (alone,) = course(hedged)
    assert (alone.uncertain, alone.reason) == (True, "only probable")


def test_how_sure_an_entry_is_stands_with_it() -> None:
    entries = course(
        tell(GAZETTE, "delivered", many(GAZETTE, 6, about=True), "2020"),
        tell(GAZETTE, "delivered", None, "2021", trigger="second delivery", standing="rumoured"),
        tell(GAZETTE, "delivered", None, "2022", trigger="third batch", polarity="negated"),
    )
    assert [(entry.sureness, entry.uncertain, entry.reason) for entry in entries] == [
        ("plain", True, "said plainly; number approximate"),
        ("rumoured", True, "only rumoured"),
        ("denied", True, "negated or denied"),
    ]


def test_contradictions_stand_in_their_place_with_their_reason() -> None:
    told = tell(GAZETTE, "ordered", 6, "2019-05-02")
    other = tell(HERALD, "ordered", 6, "2019-09-02")
    first, second = course(told, other)
    assert (first.against, second.against) == ((other.id,), (told.id,))
    assert first.contradictions == second.contradictions
    assert first.contradictions[0].startswith("date: ")


def test_deals_are_parted_and_other_types_passed_over() -> None:
    jets = claim(GAZETTE, "delivered", supplier="ARL=Arland", recipient="BOR=Borland", item="batch")
    making = claim(GAZETTE, "makes", "production", "ongoing", producer="BOR=Borland", item="vt-9=VT-9")
    entries = course(tell(GAZETTE, "ordered", when="2019"), jets, making, tell(HERALD, "delivered", when="2021"))
    assert [(str(entry.item), entry.what) for entry in entries] == [
        ("batch", "delivered"),
        ("VT-9", "ordered"),
        ("VT-9", "delivered"),
    ]
