"""Numbers and sums in running text, by their words alone."""

import pytest

from foedus.language.fold import fold
from foedus.model.errors import DataError
from foedus.reader.counting.money import sums_in
from foedus.reader.counting.numbers import Number, numbers_in
from foedus.reader.counting.words import load_numbers, number_words

NUMBERS = [
    # text, value, least, most, rough
    ("fr", "trente-six chars", (36, None, None), False),
    ("fr", "quatre-vingt-dix-sept chars", (97, None, None), False),
    ("fr", "soixante et onze chars", (71, None, None), False),
    ("fr", "dix-huit chars", (18, None, None), False),
    ("fr", "deux mille trois cents obus", (2300, None, None), False),
    ("fr", "une dizaine de chars", (10, None, None), True),
    ("fr", "plusieurs dizaines de chars", (None, 20, 99), True),
    ("fr", "des dizaines de milliers d'obus", (None, 20000, 99000), True),
    ("fr", "six à douze chars", (None, 6, 12), False),
    ("fr", "près de neuf cents chars", (900, None, None), True),
    ("fr", "jusqu'à 24 chars", (None, None, 24), False),
    ("fr", "au moins 19 chars", (None, 19, None), False),
    ("fr", "plus d'un millier d'obus", (None, 1000, None), True),
    ("en", "two hundred and fifty tanks", (250, None, None), False),
    ("en", "a dozen tanks", (12, None, None), False),
    ("en", "half a dozen tanks", (6, None, None), False),
    ("en", "some twenty tanks", (20, None, None), True),
    ("en", "dozens of tanks", (None, 24, 99), True),
    ("en", "a few hundred tanks", (None, 200, 999), True),
    ("en", "hundreds of thousands of shells", (None, 200_000, 999_000), True),
    ("en", "at least 100 tanks", (None, 100, None), False),
    ("en", "10 to 12 thousand shells", (None, 10_000, 12_000), False),
    ("en", "three or four tanks", (None, 3, 4), False),
    ("en", "two and a half thousand shells", (2500, None, None), False),
    ("en", "7.5 million rounds", (7_500_000, None, None), False),
    ("ru", "двадцать четыре танка", (24, None, None), False),
    ("ru", "сто двадцать тысяч снарядов", (120_000, None, None), False),
    ("ru", "с шестью-семью танками", (None, 6, 7), False),
    ("ru", "полторы тысячи снарядов", (1500, None, None), False),
    ("ru", "четырёх с половиной тысяч снарядов", (4500, None, None), False),
    ("ru", "около ста танков", (100, None, None), True),
    ("ru", "с десяток танков", (10, None, None), True),
    ("ru", "не менее 30 танков", (None, 30, None), False),
    ("ru", "от 5 до 10 танков", (None, 5, 10), False),
    ("ru", "несколько десятков танков", (None, 20, 99), True),
]
SUMS = [
    ("fr", "un marché de 1,2 milliard d'euros", 1_200_000_000, "EUR"),
    ("fr", "un marché de dix millions de dollars canadiens", 10_000_000, "CAD"),
    ("fr", "un marché de 300 millions de couronnes", 300_000_000, None),
    ("en", "a $3.5bn order", 3_500_000_000, "USD"),
    ("en", "an order worth A$4.6 billion", 4_600_000_000, "AUD"),
    ("en", "an order worth nineteen billion dollars", 19_000_000_000, "USD"),
    ("en", "an order worth USD 374.9 million", 374_900_000, "USD"),
    ("en", "an order worth 13.4 billion zlotys", 13_400_000_000, "PLN"),
    ("ru", "заказ на 5,43 млрд долл.", 5_430_000_000, "USD"),
    ("ru", "заказ на три миллиона рублей", 3_000_000, "RUB"),
    ("ru", "заказ на 85 миллиардов норвежских крон", 85_000_000_000, "NOK"),
]


def numbers(lang: str, text: str) -> list[Number]:
    """All numbers of a text."""
    return numbers_in(load_numbers(lang), fold(text), 0, len(text))


@pytest.mark.parametrize(("lang", "text", "figures", "rough"), NUMBERS, ids=[row[1] for row in NUMBERS])
def test_a_number_by_its_words(lang: str, text: str, figures: tuple[int | None, ...], rough: bool) -> None:
    (number,) = numbers(lang, text)
    assert ((number.value, number.low, number.high), number.approximate) == (figures, rough)


@pytest.mark.parametrize(
    ("lang", "text"),
    [("fr", "un char S-400"), ("en", "the T-72 and the Su-35"), ("en", "a 155mm gun"), ("ru", "танк Т-72")],
)
def test_names_and_articles_are_no_numbers(lang: str, text: str) -> None:
    assert numbers(lang, text) == []


def test_of_a_part_and_its_whole_both_are_found_in_order() -> None:
    assert [number.value for number in numbers("fr", "24 des 50 Rafale")] == [24, 50]


@pytest.mark.parametrize(("lang", "text", "amount", "currency"), SUMS, ids=[row[1] for row in SUMS])
def test_a_sum_with_its_currency(lang: str, text: str, amount: int, currency: str | None) -> None:
    (found,) = sums_in(load_numbers(lang), fold(text), 0, len(text))
    money = found.money(text)
    assert (money.amount, money.currency) == (amount, currency)
    assert money.text == text[money.start : money.end]


def test_a_bound_of_a_sum_is_kept_as_one() -> None:
    text = "an order worth more than $20 billion"
    money = sums_in(load_numbers("en"), text, 0, len(text))[0].money(text)
    assert (money.amount, money.min, money.max) == (20_000_000_000, 20_000_000_000, None)


@pytest.mark.parametrize("text", ["the two won a contract", "it weighs three pounds"])
def test_few_of_a_currency_told_in_words_are_no_sum(text: str) -> None:
    assert sums_in(load_numbers("en"), text, 0, len(text)) == []


def test_a_list_that_is_missing_is_named() -> None:
    with pytest.raises(DataError, match=r"numbers.yaml: 'about' is missing or unknown"):
        number_words({})
