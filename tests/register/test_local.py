"""Local production, and what is known of an item: from whoever knows the entities, never from this room."""

import pytest
from msgspec.structs import replace

from foedus.model.claim import Claim
from foedus.register.rows import register_rows
from tests.factories import Words, claim
from tests.register.told import SURE, known, only, paper, tell

GAZETTE, HERALD = paper("The Gazette"), paper("The Herald")
ORDER = tell(GAZETTE, "ordered", 6, "2020")


def made(stage: str = "ongoing", item: str = "vt-9=VT-9", **sides: Words) -> Claim:
    """A claim that somebody makes the VT-9."""
    return claim(HERALD, "makes", "production", stage, roles={"item": item, **sides})


@pytest.mark.parametrize(
    ("sides", "says"),
    [
        ({"producer": "BOR=Borland"}, "ongoing"),
        ({"producer": "borland-works=Borland"}, "ongoing"),
        ({"producer": "arland-arms=Arland Arms", "partner": "BOR=Borland"}, "ongoing, with the supplier"),
        ({"producer": "BOR=Borland", "partner": "ARL=Arland"}, "ongoing, with the supplier"),
        ({"producer": "arland-arms=Arland Arms", "place": "bortown=Bortown"}, "ongoing, with the supplier"),
        ({"producer": "ARL=Arland"}, None),
        ({"producer": "CAR=Arland"}, None),
    ],
)
def test_the_recipient_must_have_a_part_in_the_making(sides: dict[str, str], says: str | None) -> None:
    making = made(**sides)
    row = only(ORDER, making, entities=known)
    assert (None if row.local_production is None else str(row.local_production)) == says
    assert row.cells["local_production"] == (() if says is None else (making.id,))
    assert row.sources["local_production"] == (() if says is None else ("The Herald",))
    assert making.id not in row.claims


def test_the_furthest_plain_stage_counts_and_denials_stand_against_it() -> None:
    sides = {"producer": "BOR=Borland"}
    rumour = replace(made("done", **sides), standing="rumoured")
    denial = replace(made("planned", **sides), polarity="negated")
    row = only(ORDER, made("planned", **sides), rumour, denial, entities=known)
    assert str(row.local_production) == "planned"
    assert row.against["local_production"] == (denial.id,)
    row = only(ORDER, rumour, entities=known)
    assert (str(row.local_production), row.uncertain) == ("(done)", ("local_production",))
    assert "uncertain: only rumoured" in row.reasons["local_production"]
    row = only(ORDER, denial, entities=known)
    assert row.local_production is None


def test_another_item_or_an_unknown_recipient_gives_nothing() -> None:
    assert only(ORDER, made(item="vt-9b=VT-9", producer="BOR=Borland"), entities=known).local_production is None
    nobody = replace(ORDER, roles={"item": ORDER.roles["item"]})
    assert only(nobody, made(producer="BOR=Borland"), entities=known).local_production is None


def test_what_the_recipient_makes_by_itself_is_not_taken_for_a_licence() -> None:
    back = replace(
        ORDER, roles={**ORDER.roles, "recipient": ORDER.roles["supplier"], "supplier": ORDER.roles["recipient"]}
    )
    row = only(back, made(producer="ARL=Arland"), entities=known)
    assert "the recipient as a maker of it" in row.reasons["local_production"]


def test_production_alone_makes_no_row() -> None:
    assert register_rows([made(producer="BOR=Borland")], sure=SURE, known=known) == []


@pytest.mark.parametrize(
    ("item", "description", "category", "reason"),
    [
        ("vt-9=VT-9", "main battle tank", "armoured-vehicle", "as the gazetteer has vt-9"),
        ("vt-9b=VT-9", "main battle tank", "armoured-vehicle", "as the gazetteer has vt-9"),
        ("tank=tanks", "tank", "armoured-vehicle", "as the gazetteer has tank"),
        ("zz-1=VT-9", None, None, "nothing is known of zz-1"),
        ("VT-9", None, None, "the item is linked to no entity"),
    ],
)
def test_what_is_known_of_an_item(item: str, description: str | None, category: str | None, reason: str) -> None:
    told = claim(GAZETTE, "delivered", supplier="ARL=Arland", recipient="BOR=Borland", item=item)
    row = only(told, entities=known)
    assert (row.description, row.category, row.reasons["description"]) == (description, category, reason)
    assert only(told).description is None


def test_a_row_names_the_states_of_its_heads_and_never_merges_a_company_with_its_state() -> None:
    by_state = tell(GAZETTE, "ordered", 6, "2020")
    by_company = claim(
        GAZETTE,
        "meant",
        stage="ordered",
        roles={"supplier": "arland-arms=Arland Arms", "recipient": "BOR=Borland", "item": "vt-9=VT-9"},
    )
    rows = register_rows([by_state, by_company], sure=SURE, known=known)
    assert [(row.supplier.entity, row.supplier_state, row.recipient_state) for row in rows] == [
        ("ARL", "ARL", "BOR"),
        ("arland-arms", "ARL", "BOR"),
    ]
    assert only(by_state).supplier_state is None
