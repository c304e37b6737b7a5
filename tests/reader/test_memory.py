"""What a sentence leaves unsaid, whom its pronouns mean, and one statement made twice."""

import pytest

from tests.reader.known_misses import cases
from tests.reader.reading import keys, only, read, vias


@pytest.mark.parametrize(
    ("lang", "title", "body"),
    [
        ("fr", "Norvège : livraison de chars à la Lettonie", "La Norvège a livré des chars à la Lettonie. Il pleut."),
        ("en", "Norway: delivery of tanks to Latvia", "Norway delivered tanks to Latvia. It rains."),
    ],
)
def test_a_headline_repeated_in_the_body_is_one_claim_with_two_evidences(lang: str, title: str, body: str) -> None:
    (claim,) = read(body, lang, title=title)
    first, _, _ = body.partition(".")
    assert {evidence.text for evidence in claim.evidence} == {title, f"{first}."}
    assert len(claim.evidence) == 2


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "La Norvège a remis des fusils à la Lettonie. Il pleut. La Norvège a remis des fusils à la Lettonie."),
        ("en", "Norway delivered rifles to Latvia. It rains. Norway delivered rifles to Latvia."),
    ],
)
def test_the_same_sentence_twice_is_one_claim(lang: str, text: str) -> None:
    (claim,) = read(text, lang)
    assert len(claim.evidence) == 2


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "La Norvège a remis dix fusils à la Lettonie. La Norvège a remis trente fusils à la Lettonie."),
        ("en", "Norway delivered ten rifles to Latvia. Norway delivered thirty rifles to Latvia."),
        ("en", "Norway delivered rifles to Latvia in 2019. Norway delivered rifles to Latvia in 2021."),
        ("en", "Norway delivered rifles to Latvia. Officials said that Norway had delivered rifles to Latvia."),
        ("en", "Norway delivered rifles to Latvia. Norway delivered rifles to Estonia."),
    ],
)
def test_other_numbers_dates_voices_or_parties_are_another_claim(lang: str, text: str) -> None:
    assert [len(claim.evidence) for claim in read(text, lang)] == [1, 1]


@pytest.mark.parametrize(
    ("lang", "text", "stage"),
    cases(
        "memory",
        [
            (
                "fr",
                "La Lituanie a commandé des obusiers à la Norvège. Elle a reçu les premiers obusiers en mai.",
                "delivering",
            ),
            ("en", "Lithuania ordered howitzers from Norway. It received the first howitzers in May.", "delivering"),
        ],
    ),
)
def test_the_buyer_goes_on_as_a_pronoun_and_the_seller_unsaid(lang: str, text: str, stage: str) -> None:
    _, received = read(text, lang)
    assert received.stage == stage
    assert (keys(received, "recipient"), vias(received, "recipient")) == ("LTU", ["pronoun"])
    assert (keys(received, "supplier"), vias(received, "supplier")) == ("NOR", ["unexpressed"])


def test_a_passive_without_agent_takes_both_parties_from_the_order_before() -> None:
    text = "Lithuania ordered howitzers from Norway. The first howitzers were delivered in May."
    _, delivered = read(text, "en")
    assert (keys(delivered, "supplier"), vias(delivered, "supplier")) == ("NOR", ["unexpressed"])
    assert (keys(delivered, "recipient"), vias(delivered, "recipient")) == ("LTU", ["unexpressed"])
    assert text[delivered.fillers("supplier")[0].start :].startswith("Norway.")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "La Turquie négocie depuis un an. Elle a remis des drones au Mali."),
        ("en", "Turkey is a large producer. It has delivered drones to Mali."),
    ],
)
def test_a_pronoun_is_the_party_named_before_and_shows_that_mention(lang: str, text: str) -> None:
    (supplier,) = only(text, lang).fillers("supplier")
    assert (supplier.entity, supplier.via, text[supplier.start : supplier.end]) == ("TUR", "pronoun", supplier.text)
    assert supplier.start < text.index(".")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Un accord lie la Turquie à la Russie. Elle a remis des drones au Mali."),
        ("fr", "Des accords lient la Turquie et la Russie. Elle a remis des drones au Mali."),
    ],
)
def test_two_candidates_of_equal_weight_leave_the_role_open(lang: str, text: str) -> None:
    claim = only(text, lang)
    assert "supplier" not in claim.roles
    assert (keys(claim, "recipient"), keys(claim, "item")) == ("MLI", "drone")
