"""How many and how much: digits, number words, ranges, units beside an item, and sums of money."""

import pytest

from tests.reader.reading import only

COUNTS = [
    ("fr", "La Suède a remis 24 canons à l'Estonie.", (24, None, None), "piece", False, "24"),
    ("fr", "La Suède a remis 1 200 fusils à l'Estonie.", (1200, None, None), "piece", False, "1 200"),
    ("fr", "La Suède a remis 1\u202f200 fusils à l'Estonie.", (1200, None, None), "piece", False, "1\u202f200"),
    ("fr", "La Suède a remis 1.200 fusils à l'Estonie.", (1200, None, None), "piece", False, "1.200"),
    ("fr", "La Suède a remis douze canons à l'Estonie.", (12, None, None), "piece", False, "douze"),
    ("fr", "La Suède a remis environ trente canons à l'Estonie.", (30, None, None), "piece", True, "trente"),
    ("fr", "La Turquie a remis deux batteries de S-300 au Mali.", (2, None, None), "battery", False, "deux"),
    ("en", "Sweden delivered 24 howitzers to Estonia.", (24, None, None), "piece", False, "24"),
    ("en", "Sweden delivered 1,200 rifles to Estonia.", (1200, None, None), "piece", False, "1,200"),
    ("en", "Sweden delivered twelve howitzers to Estonia.", (12, None, None), "piece", False, "twelve"),
    ("en", "Sweden delivered about thirty howitzers to Estonia.", (30, None, None), "piece", True, "thirty"),
    ("en", "Turkey delivered two batteries of S-300 to Mali.", (2, None, None), "battery", False, "two"),
    # parts of a whole, bounds and ranges
    ("fr", "Le Maroc a reçu 24 des 50 drones de la Turquie.", (24, None, None), "piece", False, "24"),
    ("en", "Sweden delivered 8 of the 14 howitzers to Estonia.", (8, None, None), "piece", False, "8"),
    ("fr", "La Suède a remis au moins trente-six canons à l'Estonie.", (None, 36, None), "piece", False, "trente-six"),
    (
        "fr",
        "La Suède a remis plusieurs dizaines de canons à l'Estonie.",
        (None, 20, 99),
        "piece",
        True,
        "plusieurs dizaines",
    ),
    ("en", "Sweden delivered 10 to 12 howitzers to Estonia.", (None, 10, 12), "piece", False, "10 to 12"),
    ("en", "Sweden delivered dozens of howitzers to Estonia.", (None, 24, 99), "piece", True, "dozens"),
    ("ru", "Швеция передала Эстонии двадцать четыре гаубицы.", (24, None, None), "piece", False, "двадцать четыре"),
    ("ru", "Швеция передала Эстонии около ста гаубиц.", (100, None, None), "piece", True, "ста"),
]
SUMS = [
    ("fr", "Le Maroc a acheté des drones à la Turquie pour 2,5 milliards d'euros.", 2_500_000_000, "EUR"),
    ("fr", "Le Maroc a acheté des drones à la Turquie pour 300 millions de dollars.", 300_000_000, "USD"),
    ("fr", "Le Maroc a acheté des drones à la Turquie pour 300 000 euros.", 300_000, "EUR"),
    ("fr", "Le Maroc a acheté des drones à la Turquie pour 40 millions €.", 40_000_000, "EUR"),
    ("en", "Morocco bought drones from Turkey for $2.5 billion.", 2_500_000_000, "USD"),
    ("en", "Morocco bought drones from Turkey for 300 million euros.", 300_000_000, "EUR"),
    ("en", "Morocco bought drones from Turkey for €40 million.", 40_000_000, "EUR"),
    ("en", "Morocco bought drones from Turkey for US$1,500,000.", 1_500_000, "USD"),
    ("en", "Morocco bought drones from Turkey for £3 bn.", 3_000_000_000, "GBP"),
]


@pytest.mark.parametrize(
    ("lang", "text", "bounds", "unit", "approximate", "words"), COUNTS, ids=[row[1] for row in COUNTS]
)
def test_a_number_counts_its_item(  # noqa: PLR0917
    lang: str, text: str, bounds: tuple[int | None, ...], unit: str, approximate: bool, words: str
) -> None:
    quantity = only(text, lang).quantity
    assert quantity is not None
    assert (quantity.value, quantity.min, quantity.max) == bounds
    assert (quantity.unit, quantity.approximate, quantity.text) == (unit, approximate, words)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "La Suède a remis des canons à l'Estonie."),
        ("fr", "La Suède a remis des canons à l'Estonie en 2021."),
        ("fr", "La Suède a remis des canons Archer à douze pays."),
        ("en", "Sweden delivered howitzers to Estonia."),
        ("en", "Sweden delivered howitzers to Estonia in 2021."),
    ],
)
def test_without_a_number_beside_the_item_there_is_no_quantity(lang: str, text: str) -> None:
    assert only(text, lang).quantity is None


@pytest.mark.parametrize(("lang", "text", "amount", "currency"), SUMS, ids=[row[1] for row in SUMS])
def test_a_sum_of_money_is_the_value_of_a_transfer(lang: str, text: str, amount: int, currency: str) -> None:
    claim = only(text, lang)
    assert claim.value is not None
    assert (claim.value.amount, claim.value.currency) == (amount, currency)
    assert claim.value.text == text[claim.value.start : claim.value.end] == claim.value.text.strip()


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Le Maroc a acheté 300 drones à la Turquie en 2021."),
        ("en", "Morocco bought 300 drones from Turkey in 2021."),
    ],
)
def test_a_number_without_currency_is_no_sum(lang: str, text: str) -> None:
    assert only(text, lang).value is None
