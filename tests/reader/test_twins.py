"""A document in two languages says each thing once; what only looks like a translation is read."""

import pytest

from foedus.model.claim import Claim
from foedus.model.document import Note
from foedus.reader.read import Reader
from tests.reader.reading import PUBLISHED, keys, report

FR = [
    "La Suède a remis huit canons Archer à l’Estonie en mars 2021, a annoncé le ministère suédois de la Défense.",
    "La Pologne livrera 12 chars Leopard 2 à l’Ukraine en 2023, a promis Varsovie.",
    "Le Danemark a envoyé 200 soldats en Lettonie le 4 mai 2022, dans le cadre de l’OTAN.",
]
EN = [
    "Sweden handed eight Archer guns over to Estonia in March 2021, the Swedish Ministry of Defence announced.",
    "Poland will deliver 12 Leopard 2 tanks to Ukraine in 2023, Warsaw promised.",
    "Denmark sent 200 soldiers to Latvia on 4 May 2022, as part of NATO.",
]
RU = [
    "Швеция передала Эстонии восемь пушек Archer в марте 2021 года, объявило министерство обороны Швеции.",
    "Польша поставит Украине 12 танков Leopard 2 в 2023 году, обещала Варшава.",
    "Дания направила 200 солдат в Латвию 4 мая 2022 года в рамках НАТО.",
]
OTHER = {
    "fr": "La Norvège a livré 6 avions F-16 à l’Ukraine en 2024, a annoncé Oslo, et en promet 22 autres à Kiev.",
    "en": "Norway delivered 6 F-16 jets to Ukraine in 2024, Oslo announced, and promised Kyiv 22 more.",
    "ru": "Норвегия передала Украине 6 истребителей F-16 в 2024 году, объявил Осло, и обещала Киеву ещё 22.",
}
BY_LANG = {"fr": FR, "en": EN, "ru": RU}
PAIRS = [(one, two) for one in BY_LANG for two in BY_LANG if one != two]


def reading(text: str, lang: str) -> tuple[list[Claim], tuple[Note, ...]]:
    found = Reader.load().read(report(text, lang, published=PUBLISHED), min_confidence=0)
    return found.claims, tuple(found.notes)


def said(claims: list[Claim]) -> list[tuple[str, str]]:
    return [(claim.type, " ".join(keys(claim, role) for role in sorted(claim.roles))) for claim in claims]


@pytest.mark.parametrize(("main", "other"), PAIRS)
def test_a_translation_below_the_original_gives_no_claim_twice(main: str, other: str) -> None:
    alone, _ = reading("\n\n".join(BY_LANG[main]), main)
    both, notes = reading("\n\n".join([*BY_LANG[main], *BY_LANG[other]]), main)
    assert alone
    assert said(both) == said(alone)
    assert [note.text for note in notes] == [
        f"3 paragraphs in '{other}' not read: the document says the same in '{main}'"
    ]


@pytest.mark.parametrize(("main", "other"), PAIRS)
def test_a_translation_behind_each_paragraph_gives_no_claim_twice(main: str, other: str) -> None:
    alone, _ = reading("\n\n".join(BY_LANG[main]), main)
    mixed = [paragraph for pair in zip(BY_LANG[main], BY_LANG[other], strict=True) for paragraph in pair]
    assert said(reading("\n\n".join(mixed), main)[0]) == said(alone)


@pytest.mark.parametrize(("main", "other"), PAIRS)
def test_what_the_other_language_adds_is_read(main: str, other: str) -> None:
    text = "\n\n".join([*BY_LANG[main], *BY_LANG[other], OTHER[other]])
    claims, _ = reading(text, main)
    added = text.index(OTHER[other])
    assert [claim for claim in claims if claim.cues[0].start >= added]


@pytest.mark.parametrize(("main", "other"), PAIRS)
def test_a_report_in_another_language_with_other_names_is_no_twin(main: str, other: str) -> None:
    _, notes = reading("\n\n".join([*BY_LANG[main], OTHER[other]]), main)
    assert notes == ()


def test_the_original_above_the_text_is_the_twin_where_the_document_is_in_the_other_language() -> None:
    claims, notes = reading("\n\n".join([*EN, *FR]), "fr")
    assert all(claim.cues[0].start > len("\n\n".join(EN)) for claim in claims)
    assert "in 'en' not read" in notes[0].text
