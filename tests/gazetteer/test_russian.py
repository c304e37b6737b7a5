"""Case forms by table."""

from foedus.gazetteer.compiling.plurals import french, plurals
from foedus.gazetteer.compiling.russian import adjective_forms, decline_person, decline_phrase


def test_an_adjective_and_its_noun_agree_and_the_tail_stays() -> None:
    assert decline_phrase("Каспийская флотилия") >= {"Каспийскую флотилию", "Каспийской флотилии"}
    assert "Организацией Договора о коллективной безопасности" in decline_phrase(
        "Организация Договора о коллективной безопасности"
    )


def test_names_in_ia_are_feminine_and_common_nouns_in_enia_plural() -> None:
    assert decline_phrase("Армения") == {"Армения", "Армении", "Армению", "Арменией"}
    assert "учениях" in decline_phrase("учения")


def test_irregular_names_have_their_own_stem() -> None:
    assert "Египта" in decline_phrase("Египет")


def test_plurals_of_phrases() -> None:
    assert "зенитных ракет" in decline_phrase("зенитная ракета", plural=True)
    assert "systèmes de défense aérienne" in french("système de défense aérienne")
    assert plurals("weapon of mass destruction", "en") == {"weapons of mass destruction"}


def test_persons_are_declined_by_sex() -> None:
    assert "Марии Захаровой" in decline_person("Мария Захарова", "f", keeps_surname=False)
    assert "Дмитрием Песковым" in decline_person("Дмитрий Песков", "m", keeps_surname=False)
    assert "Сергею Кириенко" in decline_person("Сергей Кириенко", "m", keeps_surname=True)


def test_demonym_adjectives_have_twelve_forms() -> None:
    assert len(adjective_forms("армянск")) == 12
