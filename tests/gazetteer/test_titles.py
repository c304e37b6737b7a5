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


@pytest.mark.parametrize(
    ("lang", "text", "words", "entity", "role"),
    [
        ("en", "the Turkish president's adviser", "Turkish president's adviser", "TUR", "adviser"),
        ("en", "an aide to the Ukrainian president", "aide to the Ukrainian president", "UKR", "adviser"),
        ("en", "spokesman for the French president", "spokesman for the French president", "FRA", "spokesperson"),
        (
            "en",
            "a spokesperson for the Turkish defence ministry",
            "spokesperson for the Turkish defence ministry",
            "TUR",
            "spokesperson",
        ),
        (
            "fr",
            "le conseiller du ministre turc de la Défense",
            "conseiller du ministre turc de la Défense",
            "TUR",
            "adviser",
        ),
        (
            "fr",
            "la porte-parole du ministère russe des Affaires étrangères",
            "porte-parole du ministère russe des Affaires étrangères",
            "RUS",
            "foreign_ministry_spokesperson",
        ),
        ("ru", "помощник министра обороны Армении", "помощник министра обороны Армении", "ARM", "adviser"),
    ],
)
def test_one_who_serves_an_official_speaks_for_the_same_state(
    lang: str, text: str, words: str, entity: str, role: str
) -> None:
    (title,) = titles(text, lang)
    assert title.text == words == text[title.start : title.end]
    assert (title.senses[0].entity, title.senses[0].certain, title.past) == (entity, True, False)
    assert role in title.roles


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "l'ancien Premier ministre géorgien"),
        ("fr", "l'ancien ministre français de la Défense"),
        ("fr", "le futur ministre allemand de la Défense"),
        ("en", "the former Turkish defence minister"),
        ("en", "ex-defence minister of Ukraine"),
        ("en", "Armenia's former prime minister"),
        ("en", "the former adviser to the Ukrainian president"),
        ("ru", "бывшего министра обороны Грузии"),
        ("ru", "экс-министр обороны Украины"),
    ],
)
def test_who_held_the_office_before_or_will_acts_for_nobody(lang: str, text: str) -> None:
    (title,) = titles(text, lang)
    assert title.past
    assert not any(sense.certain for sense in title.senses)


def test_an_unnamed_state_owns_no_minister() -> None:
    assert not titles("le ministre de la Défense de la république autoproclamée", "fr")


@pytest.mark.parametrize(
    ("lang", "text", "words", "entity"),
    [
        ("fr", "les pays de l'OTAN livrent", "pays de l'OTAN", "NATO"),
        ("fr", "les États membres de l'UE", "États membres de l'UE", "EU"),
        ("en", "most EU members agreed", "EU members", "EU"),
        ("en", "member states of the African Union", "member states of the African Union", "AU"),
        ("ru", "в странах ОДКБ", "странах ОДКБ", "CSTO"),
        ("ru", "государств-членов НАТО", "государств-членов НАТО", "NATO"),
    ],
)
def test_members_stand_for_their_organisation(lang: str, text: str, words: str, entity: str) -> None:
    (mention,) = _SCANNER.scan(text, lang)
    assert mention.text == words
    assert (mention.senses[0].entity, mention.senses[0].via) == (entity, "member")


def test_a_state_has_no_members() -> None:
    assert [mention.text for mention in _SCANNER.scan("Russian allies, the countries of France", "en")] == [
        "Russian",
        "France",
    ]


@pytest.mark.parametrize(
    ("lang", "text", "entity"),
    [
        ("fr", "les pays baltes", "baltic-states"),
        ("en", "the Nordic countries", "nordic-countries"),
        ("ru", "страны Балтии", "baltic-states"),
        ("fr", "les pays du Golfe", "gulf-monarchies"),
    ],
)
def test_groups_of_states_are_one(lang: str, text: str, entity: str) -> None:
    (mention,) = _SCANNER.scan(text, lang)
    assert (mention.senses[0].entity, mention.senses[0].kind) == (entity, "organisation")
