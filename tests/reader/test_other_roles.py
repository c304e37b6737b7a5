"""Types beside the transfer: the usual sentence of each, read to its core roles and stage."""

import pytest

from tests.reader.known_misses import cases
from tests.reader.reading import keys, only

TABLE = [
    ("fr", "La Suède a adhéré à l'OTAN.", "membership", "joined", {"member": "SWE", "organisation": "NATO"}),
    ("en", "Sweden joined NATO.", "membership", "joined", {"member": "SWE", "organisation": "NATO"}),
    ("fr", "La Norvège et l'Irlande ont signé un accord de défense.", "agreement", "signed", {"party": "NOR IRL"}),
    ("en", "Ireland and Norway signed a defence agreement.", "agreement", "signed", {"party": "IRL NOR"}),
    ("fr", "Les États-Unis ont déployé des missiles en Pologne.", "deployment", "done", {"actor": "USA", "to": "POL"}),
    ("en", "The United States deployed soldiers to Poland.", "deployment", "done", {"actor": "USA", "to": "POL"}),
    (
        "fr",
        "Le Royaume-Uni a imposé des sanctions au Pérou.",
        "sanction",
        "imposed",
        {"imposer": "GBR", "target": "PER"},
    ),
    ("en", "Britain imposed sanctions on Peru.", "sanction", "imposed", {"imposer": "GBR", "target": "PER"}),
    ("fr", "La Norvège a lancé une attaque contre la Suède.", "attack", "done", {"attacker": "NOR", "target": "SWE"}),
    ("en", "Norway attacked Sweden.", "attack", "done", {"attacker": "NOR", "target": "SWE"}),
    ("fr", "Le Brésil fabrique des drones.", "production", "ongoing", {"producer": "BRA", "item": "drone"}),
    ("en", "Brazil produces drones.", "production", "ongoing", {"producer": "BRA", "item": "drone"}),
    (
        "fr",
        "Le Canada a fourni une aide militaire au Kenya.",
        "assistance",
        "provided",
        {"provider": "CAN", "recipient": "KEN"},
    ),
    (
        "en",
        "Canada provided military aid to Kenya.",
        "assistance",
        "provided",
        {"provider": "CAN", "recipient": "KEN"},
    ),
    ("ru", "США разместили ракеты в Польше.", "deployment", "done", {"actor": "USA", "to": "POL"}),
    ("ru", "Великобритания ввела санкции против Перу.", "sanction", "imposed", {"imposer": "GBR", "target": "PER"}),
    ("ru", "Бразилия производит беспилотники.", "production", "ongoing", {"producer": "BRA", "item": "drone"}),
    (
        "ru",
        "Канада предоставила Кении военную помощь.",
        "assistance",
        "provided",
        {"provider": "CAN", "recipient": "KEN"},
    ),
]


@pytest.mark.parametrize(("lang", "text", "type_", "stage", "roles"), cases("roles", TABLE))
def test_type_stage_and_core_roles(lang: str, text: str, type_: str, stage: str, roles: dict[str, str]) -> None:
    claim = only(text, lang, type_=type_)
    assert {role: keys(claim, role) for role in roles} == roles
    assert (claim.stage, claim.polarity, claim.standing) == (stage, "affirmed", "stated")


@pytest.mark.parametrize("lang_text", [row[:2] for row in TABLE if row[2] == "assistance"])
def test_military_aid_without_arms_is_no_transfer(lang_text: tuple[str, str]) -> None:
    lang, text = lang_text
    claim = only(text, lang, type_="assistance")
    assert "item" not in claim.roles
