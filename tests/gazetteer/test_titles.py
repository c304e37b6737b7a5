"""A title stands for the state beside it, in each language's own order of words."""

import pytest

from foedus.gazetteer.scanner import Scanner
from foedus.gazetteer.titles import Title, Titles

_SCANNER = Scanner.load()


def titles(text: str, lang: str) -> list[Title]:
    return Titles.load(lang).scan(_SCANNER.read(text, lang))


@pytest.mark.parametrize(
    ("lang", "text", "words", "entity", "role"),
    [
        ("fr", "le Premier ministre arménien a dit", "Premier ministre arménien", "ARM", "prime_minister"),
        ("fr", "la présidente moldave", "présidente moldave", "MDA", "president"),
        ("fr", "le ministre turc de la Défense", "ministre turc de la Défense", "TUR", "defence_minister"),
        (
            "fr",
            "le ministre de la Défense de l'Arménie",
            "ministre de la Défense de l'Arménie",
            "ARM",
            "defence_minister",
        ),
        ("fr", "les présidents de la Pologne", "présidents de la Pologne", "POL", "president"),
        ("fr", "le porte-parole du Kremlin", "porte-parole du Kremlin", "RUS", "presidential_spokesperson"),
        ("fr", "le secrétaire général de l'Otan", "secrétaire général de l'Otan", "NATO", "secretary_general"),
        ("en", "the Russian president said", "Russian president", "RUS", "president"),
        ("en", "Turkey's defence minister", "Turkey's defence minister", "TUR", "defence_minister"),
        ("en", "the president of Belarus", "president of Belarus", "BLR", "president"),
        ("en", "Kremlin spokesman Peskov", "Kremlin spokesman", "RUS", "presidential_spokesperson"),
        ("ru", "министр обороны Армении", "министр обороны Армении", "ARM", "defence_minister"),
        ("ru", "с армянским премьер-министром", "армянским премьер-министром", "ARM", "prime_minister"),
    ],
)
def test_title_with_its_state(lang: str, text: str, words: str, entity: str, role: str) -> None:
    (title,) = titles(text, lang)
    assert title.text == words == text[title.start : title.end]
    assert (title.senses[0].entity, title.senses[0].via, title.senses[0].form) == (entity, "title", "title")
    assert title.senses[0].certain
    assert role in title.roles


def test_one_who_held_the_office_before_speaks_surely_for_nobody() -> None:
    for text, lang in (("l'ancien président français", "fr"), ("the former Ukrainian president", "en")):
        assert not any(sense.certain for title in titles(text, lang) for sense in title.senses)


def test_an_official_without_a_name_is_told_apart() -> None:
    (title,) = titles("two US officials", "en")
    assert title.senses[0].form == "official"
    assert title.senses[0].entity == "USA"


def test_a_title_without_a_state_names_nobody_surely() -> None:
    assert not any(sense.certain for title in titles("le président a parlé", "fr") for sense in title.senses)
    assert not any(sense.certain for title in titles("le chef de l'armée a parlé", "fr") for sense in title.senses)
