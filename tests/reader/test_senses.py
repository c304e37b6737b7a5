"""One verb, several types: what is sent decides; two verbs of one unit share its roles; words that name a body tell."""

import pytest

from tests.reader.known_misses import cases
from tests.reader.reading import keys, read


@pytest.mark.parametrize(
    ("lang", "text", "claim_type"),
    cases(
        "roles",
        [
            ("en", "Iran sent Fath-360 ballistic missiles to Russia.", "transfer"),
            ("en", "France sent 1,200 troops to Mali.", "deployment"),
            ("en", "France sent police, soldiers and warships to Lebanon.", "deployment"),
            ("fr", "L'Iran a envoyé des missiles Fath-360 à la Russie.", "transfer"),
            ("fr", "La France a envoyé 1 200 soldats au Mali.", "deployment"),
        ],
    ),
)
def test_arms_that_are_sent_are_supplied_and_troops_are_stationed(lang: str, text: str, claim_type: str) -> None:
    assert [claim.type for claim in read(text, lang)] == [claim_type]


@pytest.mark.parametrize(
    ("lang", "text", "obligor", "beneficiary"),
    cases(
        "roles",
        [
            ("en", "Washington has pledged to defend Taiwan if China attacks.", "USA", "TWN"),
            ("fr", "Les États-Unis se sont engagés à défendre les Philippines.", "USA", "PHL"),
            ("fr", "La Norvège a promis de protéger l'Estonie.", "NOR", "EST"),
        ],
    ),
)
def test_whom_one_pledges_to_defend_is_the_beneficiary(lang: str, text: str, obligor: str, beneficiary: str) -> None:
    claim = next(claim for claim in read(text, lang) if claim.type == "commitment")
    assert (claim.stage, keys(claim, "obligor"), keys(claim, "beneficiary")) == ("pledged", obligor, beneficiary)


def test_a_procurement_agency_orders_nothing_by_its_name() -> None:
    text = "Norway left the F-35 programme in 2019 and named a new defence procurement agency."
    assert not [claim for claim in read(text, "en") if claim.type == "transfer"]
