"""Claims are one statement only where nothing in them differs."""

import pytest

from foedus.lineage.clusters import clusters, label, says_the_same
from foedus.model.claim import Claim
from tests.factories import claim, document

TEXT = "In 2021 Arland delivered 9 Otter boats and 12 Heron planes to Borland in May, and Corland looked on."


def told(n: int = 0, **change: object) -> Claim:
    """A claim of a document of its own."""
    given: dict[str, object] = {"supplier": "ARL=Arland", "recipient": "BOR=Borland", "item": "otter=Otter"}
    given = {name: value for name, value in (given | change).items() if value is not None}
    return claim(document(f"{TEXT} Report {n}."), "delivered", **given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"supplier": None},
        {"stage": "delivering"},
        {"item": ["otter=Otter", "heron=Heron"]},
        {"quantity": "9"},
        {"when": "2021=2021"},
        {"standing": "rumoured", "certainty": "possible"},
    ],
)
def test_what_is_only_less_or_more_says_the_same(change: dict[str, object]) -> None:
    assert says_the_same(told(), told(1, **change))


@pytest.mark.parametrize(
    "change",
    [
        {"supplier": "COR=Corland"},
        {"item": "heron=Heron"},
        {"item": "boats"},
        {"supplier": None, "item": None},
        {"stage": "ordered"},
        {"polarity": "negated"},
        {"type": "assistance", "stage": "provided", "supplier": None, "item": None, "provider": "ARL=Arland"},
    ],
)
def test_another_party_item_step_polarity_or_type_says_something_else(change: dict[str, object]) -> None:
    assert not says_the_same(told(), told(1, **change))


def test_two_numbers_or_dates_are_two_statements() -> None:
    assert not says_the_same(told(quantity="9"), told(1, quantity="12"))
    assert not says_the_same(told(when="2021=2021"), told(1, when="2022-05=in May"))
    assert says_the_same(told(when="2021=2021"), told(1, when="2021-05=in May"))


def test_what_is_vague_links_no_two_claims_that_differ() -> None:
    nine, vague, twelve = told(0, quantity="9"), told(1), told(2, quantity="12")
    found = clusters([nine, vague, twelve])
    assert [len(one.claims) for one in found] == [2, 1]
    assert found[0].claims == (nine, vague)


def test_every_claim_is_in_one_cluster() -> None:
    given = [told(n, supplier="ARL=Arland" if n % 2 else "COR=Corland") for n in range(20)]
    found = clusters(given)
    assert sorted(len(one.claims) for one in found) == [10, 10]
    assert {claim.id for one in found for claim in one.claims} == {claim.id for claim in given}


def test_a_label_is_names_and_words() -> None:
    assert label(told()) == "transfer delivered: supplier Arland, recipient Borland, item Otter"
    assert label(told(polarity="negated", supplier=None, item="boats")) == (
        "transfer not delivered: recipient Borland, item “boats”"
    )
