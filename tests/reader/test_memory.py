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
    cases(
        "memory",
        [
            (
                "fr",
                "La Norvège a remis des fusils à la Lettonie. Il pleut. La Norvège a remis des fusils à la Lettonie.",
            ),
            ("en", "Norway delivered rifles to Latvia. It rains. Norway delivered rifles to Latvia."),
            ("en", "Norway delivered rifles to Latvia. It is cold. Norway delivered rifles to Latvia."),
            ("ru", "Норвегия передала винтовки Латвии. Идёт дождь. Норвегия передала винтовки Латвии."),
        ],
    ),
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
            ("ru", "Литва заказала гаубицы у Норвегии. Она получила первые гаубицы в мае.", "delivering"),
        ],
    ),
)
def test_the_buyer_goes_on_as_a_pronoun_and_the_seller_unsaid(lang: str, text: str, stage: str) -> None:
    _, received = read(text, lang)
    assert received.stage == stage
    assert (keys(received, "recipient"), vias(received, "recipient")) == ("LTU", ["pronoun"])
    assert (keys(received, "supplier"), vias(received, "supplier")) == ("NOR", ["unexpressed"])


@pytest.mark.parametrize(
    ("lang", "text"),
    cases(
        "memory",
        [
            (
                "fr",
                "La Lituanie a commandé des obusiers à la Norvège. Les premiers obusiers ont été livrés en mai.",
            ),
            ("en", "Lithuania ordered howitzers from Norway. The first howitzers were delivered in May."),
            ("ru", "Литва заказала гаубицы у Норвегии. Первые гаубицы были поставлены в мае."),
            ("fr", "La Suède a commandé des canons à la France en mars. Les livraisons ont commencé en mai."),
            ("en", "Sweden ordered guns from France in March. Deliveries began in May."),
            ("ru", "Швеция заказала у Франции пушки в марте. Поставки начались в мае."),
        ],
    ),
)
def test_what_goes_on_with_an_order_takes_both_parties_from_it(lang: str, text: str) -> None:
    order, delivery = read(text, lang)
    first, _, _ = text.partition(".")
    for role in ("supplier", "recipient", "item"):
        assert keys(delivery, role) == keys(order, role) != ""
    for role in ("supplier", "recipient"):
        (filler,) = delivery.fillers(role)
        assert filler.via == "unexpressed"
        assert filler.text in first
        assert text[filler.start : filler.end] == filler.text


@pytest.mark.parametrize(
    ("lang", "text", "second", "via"),
    cases(
        "memory",
        [
            (
                "fr",
                "La Croatie a commandé des chars à la Slovaquie. Le pays a aussi acheté des drones à la Turquie.",
                ("TUR", "HRV", "drone"),
                "description",
            ),
            (
                "en",
                "Croatia ordered tanks from Slovakia. The country also bought drones from Turkey.",
                ("TUR", "HRV", "drone"),
                "description",
            ),
            (
                "ru",
                "Хорватия заказала танки у Словакии. Страна также купила беспилотники у Турции.",
                ("TUR", "HRV", "drone"),
                "description",
            ),
            (
                "fr",
                "La Suède a livré des chars à la Slovaquie. La Grèce lui a remis des missiles.",
                ("GRC", "SVK", "missile"),
                "pronoun",
            ),
            (
                "en",
                "Sweden delivered tanks to Slovakia. Greece gave it missiles.",
                ("GRC", "SVK", "missile"),
                "pronoun",
            ),
            (
                "ru",
                "Швеция поставила Словакии танки. Греция передала ей ракеты.",
                ("GRC", "SVK", "missile"),
                "pronoun",
            ),
        ],
    ),
)
def test_another_supplier_opens_an_event_with_the_recipient_told_before(
    lang: str, text: str, second: tuple[str, str, str], via: str
) -> None:
    before, claim = read(text, lang)
    assert (keys(claim, "supplier"), keys(claim, "recipient"), keys(claim, "item")) == second
    assert vias(claim, "recipient") == [via]
    assert keys(before, "recipient") == keys(claim, "recipient")


@pytest.mark.parametrize(
    ("lang", "text"),
    cases(
        "memory",
        [
            ("fr", "La Turquie négocie depuis un an. Elle a remis des drones au Mali."),
            ("en", "Turkey is a large producer. It has delivered drones to Mali."),
            ("ru", "Турция — крупный производитель. Она поставила беспилотники в Мали."),
            ("ru", "Турция ведёт переговоры уже год. Она передала Мали беспилотники."),
        ],
    ),
)
def test_a_pronoun_is_the_party_named_before_and_shows_that_mention(lang: str, text: str) -> None:
    (supplier,) = only(text, lang).fillers("supplier")
    assert (supplier.entity, supplier.via, text[supplier.start : supplier.end]) == ("TUR", "pronoun", supplier.text)
    assert supplier.start < text.index(".")


@pytest.mark.parametrize(
    ("lang", "text"),
    cases(
        "memory",
        [
            ("fr", "Un accord lie la Turquie à la Russie. Elle a remis des drones au Mali."),
            ("fr", "Des accords lient la Turquie et la Russie. Elle a remis des drones au Mali."),
            ("en", "A treaty binds Turkey to Russia. It has delivered drones to Mali."),
            ("ru", "Договор связывает Турцию с Россией. Она передала Мали беспилотники."),
        ],
    ),
)
def test_two_candidates_of_equal_weight_leave_the_role_open(lang: str, text: str) -> None:
    claim = only(text, lang)
    assert "supplier" not in claim.roles
    assert (keys(claim, "recipient"), keys(claim, "item")) == ("MLI", "drone")
