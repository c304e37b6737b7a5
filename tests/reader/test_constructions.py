"""Roles through the constructions of a sentence: what two words share, what stands apart, and whose the item is."""

import pytest

from tests.reader.known_misses import cases
from tests.reader.reading import keys, read

FRENCH = [
    # conjunction: recipients, then a second verb with the same subject
    (
        "La Norvège a remis des fusils à la Lettonie et au Monténégro, puis livré des mortiers à la Croatie.",
        [("NOR", "LVA MNE", "rifle"), ("NOR", "HRV", "mortar")],
    ),
    # apposition
    ("La Croatie, pays des Balkans, a acheté des chars à la Slovaquie.", [("SVK", "HRV", "tank")]),
    # relative
    ("Les obusiers que le Chili a achetés à la Finlande sont neufs.", [("FIN", "CHL", "howitzer")]),
    # control
    ("La Grèce a accepté de céder des chars à la Slovénie.", [("GRC", "SVN", "tank")]),
    # raising
    ("L'Irlande semble avoir remis des missiles à la Slovénie.", [("IRL", "SVN", "missile")]),
    # participle: over the nouns behind the bracket, not over the one before it
    (
        "L'Azerbaïdjan aligne des drones TB2 (d'origine turque), des Harop et des Orbiter-1K acquis auprès d'Israël.",
        [("ISR", "AZE", "harop orbiter-1k")],
    ),
    # passive
    ("Vingt chars ont été cédés à la Slovénie par la Grèce.", [("GRC", "SVN", "tank")]),
    # nominal chain
    ("La fourniture par la Suède à la Slovaquie de missiles est terminée.", [("SWE", "SVK", "missile")]),
    # possessive
    ("L'Irlande a confirmé sa livraison de missiles à la Slovénie.", [("IRL", "SVN", "missile")]),
    # purchase, then sale
    (
        "La Slovénie a acheté des chars à la Grèce, et la Grèce a vendu des mortiers à la Croatie.",
        [("GRC", "SVN", "tank"), ("GRC", "HRV", "mortar")],
    ),
    # coordinated recipients, each with its own item
    (
        "La Suède a livré des chars à la Slovaquie et des missiles à la Slovénie.",
        [("SWE", "SVK", "tank"), ("SWE", "SVN", "missile")],
    ),
]
ENGLISH = [
    (
        "Norway handed rifles to Latvia and Montenegro and later delivered mortars to Croatia.",
        [("NOR", "LVA MNE", "rifle"), ("NOR", "HRV", "mortar")],
    ),
    ("Croatia, a Balkan country, bought tanks from Slovakia.", [("SVK", "HRV", "tank")]),
    ("The howitzers that Chile bought from Finland are new.", [("FIN", "CHL", "howitzer")]),
    ("Greece agreed to hand tanks over to Slovenia.", [("GRC", "SVN", "tank")]),
    ("Ireland appears to have supplied missiles to Slovenia.", [("IRL", "SVN", "missile")]),
    (
        "Azerbaijan flies TB2 drones (of Turkish make), Harops and Orbiter-1Ks acquired from Israel.",
        [("ISR", "AZE", "harop orbiter-1k")],
    ),
    ("Twenty tanks were handed over to Slovenia by Greece.", [("GRC", "SVN", "tank")]),
    ("The supply by Sweden to Slovakia of missiles is complete.", [("SWE", "SVK", "missile")]),
    ("Ireland confirmed its delivery of missiles to Slovenia.", [("IRL", "SVN", "missile")]),
    (
        "Slovenia bought tanks from Greece, and Greece sold mortars to Croatia.",
        [("GRC", "SVN", "tank"), ("GRC", "HRV", "mortar")],
    ),
    (
        "Sweden delivered tanks to Slovakia and missiles to Slovenia.",
        [("SWE", "SVK", "tank"), ("SWE", "SVN", "missile")],
    ),
]
RUSSIAN = [
    (
        "Норвегия передала винтовки Латвии и Черногории, а затем поставила миномёты Хорватии.",
        [("NOR", "LVA MNE", "rifle"), ("NOR", "HRV", "mortar")],
    ),
    ("Хорватия, балканская страна, купила танки у Словакии.", [("SVK", "HRV", "tank")]),
    ("Гаубицы, которые Чили купила у Финляндии, новые.", [("FIN", "CHL", "howitzer")]),
    ("Греция согласилась передать Словении танки.", [("GRC", "SVN", "tank")]),
    ("Ирландия, похоже, передала Словении ракеты.", [("IRL", "SVN", "missile")]),
    (
        "Азербайджан применяет дроны TB2 (турецкого производства), Harop и Orbiter-1K, приобретённые у Израиля.",
        [("ISR", "AZE", "harop orbiter-1k")],
    ),
    ("Двадцать танков были переданы Словении Грецией.", [("GRC", "SVN", "tank")]),
    ("Поставка Швецией ракет Словакии завершена.", [("SWE", "SVK", "missile")]),
    ("Ирландия подтвердила свою поставку ракет Словении.", [("IRL", "SVN", "missile")]),
    (
        "Словения купила танки у Греции, а Греция продала миномёты Хорватии.",
        [("GRC", "SVN", "tank"), ("GRC", "HRV", "mortar")],
    ),
    (
        "Швеция поставила танки Словакии и ракеты Словении.",
        [("SWE", "SVK", "tank"), ("SWE", "SVN", "missile")],
    ),
]
TABLE = [
    *(("fr", *row) for row in FRENCH),
    *(("en", *row) for row in ENGLISH),
    *(("ru", *row) for row in RUSSIAN),
]


@pytest.mark.parametrize(("lang", "text", "transfers"), cases("constructions", TABLE))
def test_each_transfer_has_its_supplier_recipient_and_item(
    lang: str, text: str, transfers: list[tuple[str, str, str]]
) -> None:
    found = [claim for claim in read(text, lang) if claim.type == "transfer"]
    told = [(keys(claim, "supplier"), keys(claim, "recipient"), keys(claim, "item")) for claim in found]
    assert told == transfers


@pytest.mark.parametrize(
    ("lang", "text"),
    cases(
        "constructions",
        [
            ("fr", "Des frappes azerbaïdjanaises ont touché l'Arménie."),
            ("en", "Azerbaijani strikes hit Armenia."),
            ("ru", "Азербайджанские удары поразили Армению."),
        ],
    ),
)
def test_a_demonym_tells_who_attacks(lang: str, text: str) -> None:
    attacks = [claim for claim in read(text, lang) if claim.type == "attack"]
    assert {(keys(attack, "attacker"), keys(attack, "target")) for attack in attacks} == {("AZE", "ARM")}
