"""Texts about other things: no claim, however military their words sound."""

import json
from pathlib import Path

import pytest

from foedus.model.document import make_document
from foedus.reader.read import Reader
from tests.reader.reading import read, report, shown

_ARTICLES = Path(__file__).parents[2] / "bench" / "accuracy" / "unrelated"
TEXTS = {
    "recette": (
        "fr",
        "Versez la farine et le lait dans un saladier, puis ajoutez les œufs. Laissez reposer la pâte une heure avant "
        "de cuire les crêpes dans une poêle chaude.",
    ),
    "football": (
        "fr",
        "L'équipe du Portugal a livré un match solide contre la Croatie. Le défenseur a offert la victoire à son camp "
        "à la dernière minute.",
    ),
    "librairie": (
        "fr",
        "Le livreur a remis trois cartons de livres à la librairie de Lyon. L'entreprise a signé un contrat avec un "
        "boulanger belge.",
    ),
    "musique": ("fr", "L'orchestre de Vienne a donné un concert au Japon. Le public lui a remis des fleurs."),
    "speech": (
        "en",
        "The mayor delivers a speech to the guests of the school fair. The pupils then hand over flowers to their "
        "teachers.",
    ),
    "parcels": (
        "en",
        "The courier delivered two thousand parcels to shops in Madrid. The company signed a contract with a bakery in "
        "Lisbon for bread.",
    ),
    "recipe": ("en", "Whisk the eggs, add the sugar and fold in the flour. Bake for forty minutes and let it cool."),
    "match": (
        "en",
        "Portugal beat Croatia after an early attack on goal. The striker delivered a cross to the captain.",
    ),
    "повар": (
        "ru",
        "Повар сварил суп и поставил кастрюлю на стол. Курьер передал соседке коробку с пирогами из Турции.",
    ),
    "хоккей": ("ru", "Сборная Швеции атаковала ворота Канады и одержала победу в последнюю минуту."),
    "wine": ("en", "Chile sold more wine to Canada last year. Growers in Chile expect a good harvest."),
}


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_about_other_things_makes_no_claim(name: str) -> None:
    lang, text = TEXTS[name]
    assert [shown(claim) for claim in read(text, lang)] == []


@pytest.mark.xfail(strict=True, reason="four of 159 articles make a claim, one more than is allowed")
def test_at_most_one_of_fifty_articles_about_other_things_makes_a_claim() -> None:
    """What makes a claim: a flight's schedule (two), a contract on wine and pucks in a match."""
    reader, articles, alarms = Reader.load(), 0, 0
    for path in sorted(_ARTICLES.glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            document = make_document(json.loads(line)["text"], lang=path.stem)
            articles += 1
            alarms += bool(reader.read(document, min_confidence=0).claims)
    assert articles >= 150
    assert alarms <= articles / 50


@pytest.mark.parametrize(("text", "lang"), [("", "fr"), (" \n\n ", "en"), ("…", "fr"), ("?!", "en")])
def test_a_text_without_words_makes_no_claim(text: str, lang: str) -> None:
    assert read(text, lang) == []


def test_a_language_that_cannot_be_read_is_noted_and_gives_no_claim() -> None:
    reading = Reader.load().read(report("Norwegen hat Lettland im vorigen Jahr zwölf Panzer geliefert.", "de"))
    assert reading.claims == []
    assert [note.code for note in reading.notes] == ["not-read"]
    assert "'de'" in reading.notes[0].text
