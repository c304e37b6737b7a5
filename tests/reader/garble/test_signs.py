"""Each sign of garbled text is seen where it stands, and only there."""

import time
from itertools import pairwise

import pytest

from foedus.reader.garble import assess
from tests.reader.garble.signs import analysis, assessment, told


@pytest.mark.parametrize(
    ("lang", "text", "words"),
    [
        ("fr", "L'armée a reçu des vehicles neufs pour ses troops.", ["vehicles", "troops"]),
        ("fr", "Le think tank a publié une note sur le burden sharing.", []),
        ("fr", "Le site War on the Rocks publie une analyse du contrat.", []),
        ("fr", "Le général a refusé de partir. « We will never give up », a-t-il dit aux soldats de la base.", []),
        ("en", "The army will get nouveaux tanks after the accord.", ["nouveaux"]),
        ("en", "The communiqué speaks of a rapprochement.", []),
        ("ru", "Армия получит новые tanks до конца года.", ["tanks"]),
        ("ru", "Контракт подписала компания Elbit Systems.", []),
    ],
)
def test_words_of_another_language_are_suspect_unless_lent_named_or_quoted(
    lang: str, text: str, words: list[str]
) -> None:
    assert told(text, lang, "foreign") == words


@pytest.mark.parametrize(
    ("lang", "text", "words"),
    [
        ("fr", "Le ministre de la Sauvegarde a visité la base.", ["ministre de la Sauvegarde"]),
        ("fr", "Le ministre de la Défense a visité la base.", []),
        ("fr", "Paris vend des citernes de combat.", ["citernes de combat"]),
        ("en", "The Safeguard Minister saw the contender jets.", ["Safeguard Minister", "contender jets"]),
        ("en", "The Defence Minister saw the fighter jets.", []),
        ("ru", "Министр охраны осмотрел боевые цистерны.", ["Министр охраны", "боевые цистерны"]),
        ("ru", "Министр обороны осмотрел боевые танки.", []),
    ],
)
def test_a_synonym_in_a_set_phrase_is_suspect(lang: str, text: str, words: list[str]) -> None:
    assert told(text, lang, "calque") == words


@pytest.mark.parametrize(
    ("lang", "text", "words"),
    [
        ("fr", "Aucune contrat n'a été signé.", ["Aucune contrat"]),
        ("fr", "Les missile ont touché le port.", ["Les missile"]),
        ("fr", "Le armée quitte la région.", ["Le armée"]),
        ("fr", "Il parle de les chars.", ["de les chars"]),
        ("fr", "Il refuse de les livrer.", []),
        ("fr", "Une dizaine de soldats sont partis.", []),
        ("fr", "La ministre a signé le contrat.", []),
        ("en", "These missile hit the port.", ["These missile"]),
        ("en", "The soldiers has left the town.", ["has"]),
        ("en", "They signed an contract.", ["an contract"]),
        ("en", "The crew were saved after a few hours.", []),
        ("ru", "Новая договор подписан в Москве.", ["Новая договор"]),
        ("ru", "Войска вошли в городу.", ["в городу"]),
        ("ru", "Делегация прибыл в Анкару.", ["прибыл"]),
        ("ru", "Два новых корабля вышли в море.", []),
    ],
)
def test_broken_agreement_is_suspect(lang: str, text: str, words: list[str]) -> None:
    assert told(text, lang, "agreement") == words


@pytest.mark.parametrize(
    ("lang", "text", "words"),
    [
        ("fr", "L'armée achète un radar Sol Maîtrise 200.", ["Sol Maîtrise 200"]),
        ("fr", "L'armée achète un radar Ground Master 200.", []),
        ("en", "The army buys a Soil Master 200 radar.", ["Soil Master 200"]),
        ("fr", "La Roumanie envoie des Faucon de Combat F-16 en Estonie.", ["Faucon de Combat F-16"]),
        ("fr", "La Roumanie envoie des F-16 Fighting Falcon en Estonie.", []),
        ("ru", "Армия покупает радар «Земляной мастер 200».", ["Земляной мастер 200"]),
    ],
)
def test_a_name_translated_word_by_word_is_impossible(lang: str, text: str, words: list[str]) -> None:
    assert told(text, lang, "name") == words


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Il a parlé d'une « victoire totale » et d'un “succès”.", 0),
        ("Il a parlé d'une « victoire totale“ devant la presse.", 1),
        ("Il a parlé d'une victoire« devant la presse.", 1),
        ("Il a dit : « Le mot “jamais” n'existe pas. »", 0),
        ('Il a dit : « Le mot "jamais" n\'existe pas. »', 0),
        ('Le "groupe de Minsk", dit "le groupe", se réunit.', 0),
        ("Il a parlé d'un \"partenaire durable» et d'un traité.", 1),
        ("Il vante “une alliance « solide » et sûre”.", 0),
    ],
)
def test_marks_that_do_not_match_are_suspect(text: str, count: int) -> None:
    assert (len(told(text, "fr", "quotes")) > 0) == bool(count)


def test_a_name_in_a_quotation_may_share_its_closing_mark() -> None:
    assert told("Контракт выполнит «завод «Звезда» под Москвой.", "ru", "quotes") == []
    assert told("Он назвал это „важным шагом“ и „удачей“.", "ru", "quotes") == []


def test_a_quotation_over_several_paragraphs_has_matching_marks() -> None:
    text = "« Nous partons demain.\n\nNous reviendrons », a dit le général."
    assert told(text, "fr", "quotes") == []


@pytest.mark.parametrize(
    ("lang", "text", "words"),
    [
        ("fr", "Ils savent que que la base ferme.", ["que que"]),
        ("fr", "Nous nous retirons.", []),
        ("en", "He had had enough of the the war.", ["the the"]),
        ("ru", "Он заявил, что что база закрыта.", ["что что"]),
        ("fr", "La base ferme. . Les soldats partent.", [". ."]),
    ],
)
def test_doubled_words_and_stops_are_suspect(lang: str, text: str, words: list[str]) -> None:
    assert [word.strip() for word in told(text, lang, "doubled")] == words


def test_a_paragraph_in_another_language_is_left_out() -> None:
    text = (
        "Le ministre a lu la déclaration. Il a salué les troupes.\n\nLa base ferme en juin.\n\n"
        "The soldiers has left. They signed an contract."
    )
    assert assessment(text, "fr").suspects == ()


def test_every_suspect_is_a_stretch_of_the_text_with_a_reason() -> None:
    text = "Le armée reçoit des vehicles.\n\nLes missile du ministre de la Sauvegarde « sont prêts“."
    found = assessment(text, "fr").suspects
    assert len(found) >= 5
    assert all(text[one.start : one.end] == one.text and one.reason for one in found)
    assert list(found) == sorted(found)
    assert all(one.end <= other.start for one, other in pairwise(found))


@pytest.mark.parametrize("junk", ["« ", "» mot “", "le la ", "de ouest ", "query ", "a" * 1000 + " ", '" '])
def test_junk_is_assessed_in_linear_time(junk: str) -> None:
    read = analysis("Le ministre parle. " + junk * 300, "fr")
    began = time.perf_counter()
    assess(read.views[0].text if read.views else "", read)
    assert time.perf_counter() - began < 5
