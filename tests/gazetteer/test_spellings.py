"""Designations are found however their letters and figures are joined, and in either script's look-alikes."""

import pytest

from foedus.gazetteer.compiling.alias import Alias
from foedus.gazetteer.compiling.spellings import aliases
from foedus.gazetteer.scanner import Scanner

_SCANNER = Scanner.load()


def made(text: str, lang: str, *, certain: bool = True) -> dict[str, bool]:
    alias = Alias(text, "some", "system", "", "name", lang, certain)
    return {one.text: one.certain for one in aliases([alias])}


def first(text: str, lang: str, words: str) -> tuple[str, bool]:
    found = {mention.text: mention for mention in _SCANNER.scan(text, lang)}
    return found[words].senses[0].entity, found[words].senses[0].certain


def test_letters_and_figures_are_joined_and_parted() -> None:
    assert {"T72B3", "T-72-B3"} <= set(made("T-72B3", "en"))
    assert {"PzH2000"} == set(made("PzH 2000", "en")) - {"РzH 2000", "РzН 2000"}
    assert not any(text.startswith("2-") for text in made("2S19 Msta-S", "en"))


def test_look_alikes_of_the_other_script_are_the_same_type() -> None:
    assert "C-400" in made("С-400", "ru")
    assert "T-72Б3" in made("Т-72Б3", "ru")
    assert first("Дивизион C-400 прибыл.", "ru", "C-400") == ("s-400", True)
    assert first("Захвачен T-72Б3 без экипажа.", "ru", "T-72Б3") == ("t-72b3", True)


def test_a_letter_with_a_short_number_is_unsure_without_its_hyphen() -> None:
    assert made("D-30", "fr")["D30"] is False
    assert made("S-400", "fr")["S400"] is True


def test_a_made_form_yields_to_a_listed_one() -> None:
    assert first("ВВС США подняли C-130.", "ru", "C-130")[0] == "c-130"
    senses = _SCANNER.scan("The C-400 arrived", "en")
    assert not any(sense.entity == "s-400" for mention in senses for sense in mention.senses)


@pytest.mark.parametrize(
    ("lang", "text", "words", "key"),
    [
        ("ru", "Доставлен С-400 «Триумф» морем.", "С-400 «Триумф»", "s-400"),
        ("fr", "Ankara garde ses S-400 « Triumf » en caisse.", "S-400 « Triumf »", "s-400"),
        ("en", "They lost a Su-25 Frogfoot there.", "Su-25 Frogfoot", "su-25"),
        ("ru", "Поставлены ПЗРК «Стингер» и мины.", "Стингер", "stinger"),
        ("ru", "Испытан комплекс «Кинжал».", "Кинжал", "kinzhal"),
        ("en", "Javelin missiles were sent.", "Javelin missiles", "javelin"),
        ("fr", "Le pays donne ses CAESAR à son voisin.", "CAESAR", "caesar"),
    ],
)
def test_a_nickname_beside_its_type_or_class_is_sure(lang: str, text: str, words: str, key: str) -> None:
    assert first(text, lang, words) == (key, True)


def test_a_nickname_alone_stays_unsure() -> None:
    assert first("Un Patriot est tombé.", "fr", "Patriot")[1] is False
    assert first("CAESAR IS DEAD AND GONE", "en", "CAESAR")[1] is False
