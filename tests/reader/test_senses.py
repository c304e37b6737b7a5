"""One verb, several types: what is sent decides; two verbs of one unit share its roles; words that name a body tell."""

import pytest

from tests.reader.reading import keys, read


@pytest.mark.parametrize(
    ("text", "lang", "claim_type"),
    [
        ("Iran sent Fath-360 ballistic missiles to Russia.", "en", "transfer"),
        ("France sent 1,200 troops to Mali.", "en", "deployment"),
        ("France sent police, soldiers and warships to Lebanon.", "en", "deployment"),
        ("L'Iran a envoyé des missiles Fath-360 à la Russie.", "fr", "transfer"),
        ("La France a envoyé 1 200 soldats au Mali.", "fr", "deployment"),
    ],
)
def test_arms_that_are_sent_are_supplied_and_troops_are_stationed(text: str, lang: str, claim_type: str) -> None:
    assert [claim.type for claim in read(text, lang)] == [claim_type]


@pytest.mark.parametrize(
    ("text", "lang", "obligor", "beneficiary"),
    [
        ("Washington has pledged to defend Taiwan if China attacks.", "en", "USA", "TWN"),
        ("Les États-Unis se sont engagés à défendre les Philippines.", "fr", "USA", "PHL"),
        ("La Norvège a promis de protéger l'Estonie.", "fr", "NOR", "EST"),
    ],
)
def test_whom_one_pledges_to_defend_is_the_beneficiary(text: str, lang: str, obligor: str, beneficiary: str) -> None:
    claim = next(claim for claim in read(text, lang) if claim.type == "commitment")
    assert (claim.stage, keys(claim, "obligor"), keys(claim, "beneficiary")) == ("pledged", obligor, beneficiary)


def test_a_procurement_agency_orders_nothing_by_its_name() -> None:
    text = "Norway left the F-35 programme in 2019 and named a new defence procurement agency."
    assert not [claim for claim in read(text, "en") if claim.type == "transfer"]
