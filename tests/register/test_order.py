"""No view depends on the order in which claims come, nor on a claim that comes twice."""

from datetime import date
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from foedus.model.claim import Claim, Quantity
from foedus.model.membership import Membership
from foedus.model.position import Position
from foedus.model.timeline import TimelineEntry
from foedus.model.toll import TollPoint
from foedus.model.vocabulary import TYPES, ClaimType
from foedus.register.memberships import memberships
from foedus.register.order import in_order
from foedus.register.positions import positions
from foedus.register.rows import register_rows
from foedus.register.timeline import timelines
from foedus.register.tolls import tolls
from tests.factories import Words, claim, document
from tests.register.told import SURE, known

REPORTS = [
    document(
        f"Number {number}: Arland, Borland, Carland and the Pact; VT-9 tanks, rockets and jets at Bortown. One said "
        "so. Another said more. A third said that people died.",
        published=published,
        outlet=outlet,
    )
    for number, (published, outlet) in enumerate(
        product(["2020-05-01", "2021-05-01", None], ["The Gazette", "The Herald"])
    )
]

ROLES: dict[ClaimType, list[dict[str, Words | list[Words]]]] = {
    "transfer": [
        {"supplier": "ARL=Arland", "recipient": "BOR=Borland", "item": "vt-9=VT-9"},
        {"supplier": "ARL=Arland", "recipient": ["BOR=Borland", "CAR=Carland"], "item": "vt-9=VT-9"},
        {"recipient": "BOR=Borland", "item": "rockets"},
    ],
    "production": [{"producer": "BOR=Borland", "item": "vt-9=VT-9"}],
    "possession": [{"holder": "BOR=Borland", "item": "vt-9=VT-9"}],
    "deployment": [
        {"actor": "ARL=Arland", "item": "rockets", "to": "bortown=Bortown"},
        {"actor": "ARL=Arland", "item": "rockets"},
    ],
    "membership": [{"member": ["ARL=Arland", "BOR=Borland"], "organisation": "PACT=Pact"}],
    "attack": [
        {"attacker": "ARL=Arland", "target": "bortown=Bortown", "casualties": "people died"},
        {"attacker": "ARL=Arland", "hit": "jets"},
    ],
    "displacement": [{"people": "people", "from": "bortown=Bortown"}],
}

DATES = [None, "2019", "2019-11-20", "2020-01-05", "2020~", "2018/2020", "../2020", "2020/..", "202X"]


@st.composite
def a_claim(draw: st.DrawFn) -> Claim:
    """A claim of any type that some view reads, with any of the things that make views think."""
    report = draw(st.sampled_from(REPORTS))
    type_ = draw(st.sampled_from(sorted(ROLES)))
    one = claim(
        report,
        draw(st.sampled_from(["One", "Another", "third"])),
        type_,
        draw(st.sampled_from(TYPES[type_].stages)),
        when=draw(st.sampled_from(DATES)),
        due=draw(st.sampled_from([None, None, "../2025"])),
        roles=draw(st.sampled_from(ROLES[type_])),
    )
    low = draw(st.sampled_from([None, 4, 6, 10]))
    high = draw(st.sampled_from([None, None, 12]))
    exact = high is None
    quantity = (
        None
        if low is None
        else Quantity(low if exact else None, None if exact else low, high, "piece", draw(st.booleans()), "One", 0, 3)
    )
    return replace(
        one,
        quantity=quantity,
        polarity=draw(st.sampled_from(["affirmed", "affirmed", "negated"])),
        certainty=draw(st.sampled_from(["certain", "certain", "probable", "possible"])),
        standing=draw(st.sampled_from(["stated", "attributed", "unnamed", "rumoured"])),
    )


@st.composite
def shuffled(draw: st.DrawFn) -> tuple[list[Claim], list[Claim]]:
    """Claims, and the same in another order with some of them twice."""
    claims = draw(st.lists(a_claim(), max_size=12))
    return claims, draw(st.permutations([*claims, *claims[:3]]))


@settings(max_examples=150, deadline=None)
@given(both=shuffled(), year=st.integers(2017, 2026))
def test_every_view_is_the_same_in_whatever_order_claims_come(both: tuple[list[Claim], list[Claim]], year: int) -> None:
    given_, again = both
    on = date(year, 6, 30)
    assert in_order(given_) == in_order(again)
    assert register_rows(given_, sure=SURE, known=known) == register_rows(again, sure=SURE, known=known)
    assert timelines(given_) == timelines(again)
    assert positions(given_, on, known=known) == positions(again, on, known=known)
    assert memberships(given_, on) == memberships(again, on)
    assert tolls(given_) == tolls(again)


@settings(max_examples=150, deadline=None)
@given(claims=st.lists(a_claim(), max_size=12), year=st.integers(2017, 2026))
def test_every_view_says_only_what_claims_that_were_given_say(claims: list[Claim], year: int) -> None:
    known_ids = {one.id for one in claims}
    on = date(year, 6, 30)
    rows = register_rows(claims, sure=SURE, known=known)
    assert all({*row.claims, *row.contradicting} <= known_ids for row in rows)
    assert all(
        {one for cell in (*row.cells.values(), *row.against.values()) for one in cell} <= known_ids for row in rows
    )
    views: list[TimelineEntry | Position | Membership | TollPoint] = [*timelines(claims), *tolls(claims)]
    views += [*positions(claims, on, known=known), *memberships(claims, on)]
    assert all(view.claims and set(view.claims) <= known_ids and view.reason for view in views)


@settings(max_examples=150, deadline=None)
@given(claims=st.lists(a_claim(), max_size=12))
def test_no_number_exceeds_what_claims_of_that_stage_could_add_up_to(claims: list[Claim]) -> None:
    for row in register_rows(claims, sure=SURE, known=known):
        behind = [one for one in in_order(claims) if one.id in row.claims]
        for stages, counts in ((("ordered",), row.number_ordered), (("delivering", "delivered"), row.number_delivered)):
            most = sum(
                max(one.quantity.value or 0, one.quantity.max or 0)
                for one in behind
                if one.quantity and one.stage in stages and one.polarity == "affirmed"
            )
            assert all(count.high is None or count.high <= most for count in counts)
