"""Which claims and rows are to be checked, and that the sure ones come first."""

from msgspec.structs import replace

from foedus.model.claim import Claim
from foedus.model.row import RegisterRow
from foedus.register.rows import register_rows
from foedus.register.surety import sure_first, to_check
from tests.factories import claim, document

SURE = 0.8
REPORT = document(
    "Arland delivered 12 tanks to Borland in 2021. Borland ordered tanks from Arland in 2019. "
    "Carland sold jets to Borland. Nobody lent boats to Dorland."
)


def told(trigger: str, confidence: float | None, stage: str = "delivered", supplier: str = "Arland") -> Claim:
    """A claim of tanks to Borland."""
    roles = {"supplier": supplier, "recipient": "Borland", "item": "tanks"}
    return claim(REPORT, trigger, stage=stage, confidence=confidence, roles=roles)


def rows(*claims: Claim) -> list[RegisterRow]:
    return register_rows(claims, sure=SURE)


def test_a_claim_below_the_level_is_to_check_and_one_at_it_or_without_confidence_is_not() -> None:
    assert [to_check(told("delivered", sure), SURE) for sure in (0.0, 0.799, 0.8, 1.0, None)] == [
        True,
        True,
        False,
        False,
        False,
    ]


def test_sure_claims_come_first_and_keep_their_order() -> None:
    claims = [told("delivered", sure) for sure in (0.1, 0.9, 0.7, None, 0.8)]
    found = list(sure_first(lambda: claims, SURE))
    assert found == [claims[place] for place in (1, 3, 4, 0, 2)]
    assert list(sure_first(list, SURE)) == []


def test_one_sure_claim_makes_the_row_sure() -> None:
    doubtful, sure = told("delivered", 0.3), told("ordered", 0.9, "ordered")
    (row,) = rows(doubtful, sure)
    assert (row.to_check, row.confidence, row.cells["to_check"]) == (False, 0.9, (sure.id,))
    assert row.status == "delivered"
    assert row.reasons["to_check"] == "1 of 2 claims sure (confidence 0.80 or more), none of them behind the status"


def test_a_row_is_to_check_where_no_claim_is_sure() -> None:
    claims = [told("delivered", 0.3), told("ordered", 0.79, "ordered")]
    (row,) = rows(*claims)
    assert (row.to_check, row.confidence) == (True, 0.79)
    assert row.cells["to_check"] == tuple(one.id for one in claims)
    assert row.reasons["to_check"] == "no claim is sure (confidence 0.80 or more)"


def test_what_an_analyst_adds_without_confidence_is_not_to_check() -> None:
    (row,) = rows(told("delivered", None))
    assert (row.to_check, row.confidence) == (False, None)
    (row,) = rows(told("delivered", None), told("ordered", 0.3, "ordered"))
    assert (row.to_check, row.confidence) == (False, 0.3)
    assert "1 of 2 claims sure (confidence 0.80 or more; 1 without any)" in row.reasons["to_check"]


def test_sure_rows_come_first_each_part_by_name_with_unknown_heads_last() -> None:
    named = {"Arland": 0.1, "Borland": 0.9, "Carland": 0.2, "Dorland": 0.8}
    claims = [told("delivered", sure, supplier=name) for name, sure in named.items()]
    nobody = [replace(told("delivered", sure), roles={"item": claims[0].roles["item"]}) for sure in (0.9, 0.1)]
    expected = [("Borland", False), ("Dorland", False), ("Arland", True), ("Carland", True)]
    assert [(row.supplier.name, row.to_check) for row in rows(*reversed(claims))] == expected
    found = [(row.supplier.name, row.to_check) for row in rows(nobody[0], *claims)]
    assert found == [*expected[:2], ("unknown", False), *expected[2:]]
    found = [(row.supplier.name, row.to_check) for row in rows(nobody[1], *claims)]
    assert found == [*expected, ("unknown", True)]


def test_a_level_of_nothing_leaves_nothing_to_check() -> None:
    assert [row.to_check for row in register_rows([told("delivered", 0.0)], sure=0.0)] == [False]
