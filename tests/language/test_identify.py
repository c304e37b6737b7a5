"""The language of a paragraph, and when it cannot be told."""

import pytest

from foedus.language.identify import language


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


@pytest.mark.parametrize("text", ["", "—", "S-400", "Su-35 / TB2", "2022"])
def test_names_and_figures_decide_nothing(text: str) -> None:
    assert language(text) == ("und", "undecided")


def test_the_guess_says_how_it_was_made() -> None:
    assert language("La Norvège a promis des canons à la Lettonie et aux pays voisins.").how == "words"
