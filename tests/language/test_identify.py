"""The language of a paragraph, and when it cannot be told."""

import pytest

from foedus.language.identify import document_language, language


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "La Norvège a promis des canons à la Lettonie, selon le ministère."),
        ("en", "Norway has promised the guns to Latvia, according to the ministry."),
        ("ru", "Норвегия пообещала пушки Латвии, заявил министр обороны, и они будут поставлены."),
        ("uk", "Норвегія пообіцяла гармати Латвії, заявив міністр оборони, і їх поставлять."),
        ("de", "Norwegen hat der Ukraine die Lieferung von acht Kanonen zugesagt."),
        ("es", "El ministerio de Defensa confirmó la entrega de los cañones a la marina."),
    ],
)
def test_a_sentence_is_enough(lang: str, text: str) -> None:
    assert language(text).lang == lang


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Jets reach Riga"),
        ("ru", "Рига получит пушки"),
        ("bg", "Самолетите пристигнаха в Рига"),
        ("sr", "Војска је добила нове топове"),
        ("be", "Гарматы прыбылі ў Рыгу"),
        ("az", "Toplar Riqaya çatdırılıb"),
        ("hy", "Թնդանոթները Ռիգայում են"),
        ("ru-Latn", "Norvegiya postavila pushki Latvii"),
        ("ru-Latn", "Minoborony soobshchilo o peredache pushek"),
    ],
)
def test_a_headline_is_enough(lang: str, text: str) -> None:
    assert language(text).lang == lang


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ru", "Об этом сообщает The Riga Daily News."),
        ("fr", "Le groupe « Заря » livre les canons."),
        ("en", "See https://example.org/novosti/postavki and the list of guns."),
    ],
)
def test_names_in_other_letters_and_addresses_do_not_count(lang: str, text: str) -> None:
    assert language(text).lang == lang


def test_a_line_that_could_be_two_languages_is_in_that_of_its_document() -> None:
    assert language("Танки в Рига", "bg").lang == "bg"
    assert language("Танки в Рига", "ru").lang == "ru"


def test_a_document_is_given_the_likelier_language_where_a_paragraph_stays_undecided() -> None:
    text = "Riga Welcomes Norwegian Howitzers"
    assert (language(text).lang, document_language(text).lang) == ("und", "en")


@pytest.mark.parametrize("text", ["", "—", "S-400", "Su-35 / TB2", "2022", "Oslo – Riga", "Як-130, МиГ-35", "DE LA"])
def test_names_and_figures_decide_nothing(text: str) -> None:
    assert language(text) == ("und", "undecided")


def test_the_guess_says_how_it_was_made() -> None:
    assert language("La Norvège a promis des canons à la Lettonie et aux pays voisins.").how == "words"
