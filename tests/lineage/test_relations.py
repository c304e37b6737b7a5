"""The same, told more exactly, a later state, or against each other: each with its reason."""

from typing import Any

import pytest

from foedus.lineage.relations import Relation, relation, relations
from foedus.model.claim import Claim
from tests.factories import claim, document

TEXT = (
    "Arland delivered 9 Otter boats to Borland. Arland delivered 12 Otter boats to Borland. "
    "Borland ordered 9 Otter boats from Arland. Corland delivered 9 Otter boats to Borland."
)
PARTIES: dict[str, Any] = {"supplier": "ARL=Arland", "recipient": "BOR=Borland", "item": "otter=Otter"}


def on(day: str | None, trigger: str = "delivered", **change: object) -> Claim:
    given: dict[str, Any] = {name: value for name, value in (PARTIES | change).items() if value is not None}
    return claim(document(f"{TEXT} Told on {day}.", published=day), trigger, **given)


def kind(one: Claim, other: Claim) -> str | None:
    found = relation(one, other)
    return found.kind if found else None


def test_the_same_parties_step_number_and_date_are_the_same() -> None:
    assert kind(on("2022-05-19"), on("2022-05-20")) == "same"


@pytest.mark.parametrize("more", [{"quantity": "9"}, {"when": "2022-05"}])
def test_what_only_one_tells_is_compatible_and_named(more: dict[str, str]) -> None:
    found = relation(on("2022-05-19"), on("2022-05-20", **more))
    assert found is not None
    assert found.kind == "compatible"
    assert ("number" if "quantity" in more else "date") in found.reason


def test_an_order_and_its_delivery_are_successive_the_earlier_first() -> None:
    order, delivery = on("2021-03-02", "ordered", stage="ordered"), on("2021-11-02")
    found = relation(delivery, order)
    assert found == Relation(
        "successive", order.id, delivery.id, "ordered (2021-03-02, stated), then delivered (2021-11-02, stated)"
    )


def test_what_is_told_backwards_is_no_succession() -> None:
    assert kind(on("2021-11-02", "ordered", stage="ordered"), on("2021-03-02")) is None


def test_an_affirmation_and_a_denial_contradict() -> None:
    assert kind(on("2022-05-19"), on("2022-06-01", polarity="negated")) == "contradicting"


def test_claims_of_two_matters_are_not_related() -> None:
    other = on("2022-05-19", recipient="COR=Corland")
    assert relation(on("2022-05-19"), other) is None
    assert relations(on("2022-05-19"), [other]) == []


def test_a_claim_is_not_set_against_itself() -> None:
    one = on("2022-05-19")
    assert relations(one, [one]) == []


def test_the_order_of_the_two_does_not_matter() -> None:
    one, other = on("2022-05-19"), on("2022-05-20", quantity="9")
    assert relation(one, other) == relation(other, one)
