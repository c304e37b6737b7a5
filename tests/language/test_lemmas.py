"""Lemmas: known forms, rare verbs by their endings, and names as they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus.language.lemmas import apply, lemmatizer


@pytest.mark.parametrize(
    ("lang", "form", "lemma"),
    [
        *(("fr", form, "livrer") for form in ("livre", "livrent", "livra", "livrées", "livreraient")),
        *(("fr", form, "acquérir") for form in ("acquiert", "acquièrent", "acquit", "acquis")),
        ("fr", "achète", "acheter"),
        ("fr", "déploieront", "déployer"),
        ("fr", "rétrocéda", "rétrocéder"),
        ("fr", "finlandisaient", "finlandiser"),
        ("fr", "cofinancera", "cofinancer"),
        *(("en", form, "supply") for form in ("supplies", "supplied", "supplying")),
        ("en", "pledged", "pledge"),
        ("en", "deploying", "deploy"),
        ("en", "shipped", "ship"),
        ("en", "withdrew", "withdraw"),
        ("en", "retransferred", "retransfer"),
        ("en", "weaponised", "weaponise"),
    ],
)
def test_an_inflected_verb_has_its_infinitive(lang: str, form: str, lemma: str) -> None:
    assert lemmatizer(lang).lemma(form, "VERB") == lemma
    assert lemmatizer(lang).lemma(form.capitalize(), "VERB") == lemma


@pytest.mark.parametrize(
    ("lang", "form", "lemma"),
    [
        ("fr", "chevaux", "cheval"),
        ("fr", "obus", "obus"),
        ("fr", "sous-marins", "sous-marin"),
        ("en", "batteries", "battery"),
        ("en", "aircraft", "aircraft"),
        ("en", "men", "man"),
        ("en", "bases", "base"),
    ],
)
def test_a_noun_has_its_singular(lang: str, form: str, lemma: str) -> None:
    assert lemmatizer(lang).lemma(form, "NOUN") == lemma


def test_names_and_designations_stay_as_written() -> None:
    assert lemmatizer("fr").lemma("Moscou", "PROPN") == "Moscou"
    assert lemmatizer("fr").lemma("Su-35", "NOUN") == "Su-35"
    assert lemmatizer("en").lemma("F-16s", "PROPN") == "F-16"


def test_the_longest_ending_with_a_rule_decides() -> None:
    rules = {"": (0, ""), "s": (1, ""), "ies": (3, "y")}
    assert [apply(form, rules) for form in ("gun", "guns", "allies", "s")] == ["gun", "gun", "ally", ""]


@pytest.mark.parametrize(
    ("form", "upos", "feats", "lemma"),
    [
        ("перебросила", "VERB", {}, "перебросить"),
        ("поставляются", "VERB", {"Voice": "Pass"}, "поставляться"),
        ("подписано", "VERB", {"VerbForm": "Part"}, "подписать"),
        ("задействованных", "VERB", {"VerbForm": "Part"}, "задействовать"),
        ("вооружённых", "ADJ", {}, "вооруженный"),
        ("истребителей", "NOUN", {}, "истребитель"),
        ("стали", "NOUN", {"Case": "Gen", "Number": "Sing"}, "сталь"),
        ("стали", "VERB", {"Tense": "Past"}, "стать"),
        ("полка", "NOUN", {"Case": "Gen", "Gender": "Masc"}, "полк"),
        ("во", "ADP", {}, "в"),
        ("должны", "ADJ", {}, "должен"),
        ("млрд", "NOUN", {}, "миллиард"),
    ],
)
def test_a_russian_word_is_read_as_its_tags_say(form: str, upos: str, feats: dict[str, str], lemma: str) -> None:
    assert lemmatizer("ru").lemma(form, upos, feats=feats) == lemma


@pytest.mark.parametrize(
    ("form", "case", "gender", "lemma"),
    [
        ("Шойгу", "Dat", "Masc", "Шойгу"),
        ("Путиным", "Ins", "Masc", "Путин"),
        ("Владимировичем", "Ins", "Masc", "Владимирович"),
        ("Захаровой", "Gen", "Fem", "Захарова"),
        ("Зеленского", "Gen", "Masc", "Зеленский"),
        ("Тхаба", "Gen", "Masc", "Тхаб"),
        ("Санкт-Петербурге", "Loc", "Masc", "Санкт-Петербург"),
        ("МИДа", "Gen", "Masc", "МИД"),
        ("ОДКБ", "Gen", "Fem", "ОДКБ"),
        ("Киёдзавой", "Ins", "Masc", "Киедзава"),
    ],
)
def test_a_russian_name_is_put_into_the_nominative(form: str, case: str, gender: str, lemma: str) -> None:
    feats = {"Case": case, "Gender": gender, "Number": "Sing"}
    assert lemmatizer("ru").lemma(form, "PROPN", feats=feats) == lemma


@pytest.mark.parametrize("form", ["С-400", "Су-35С", "9К720", "Т-72Б3"])
def test_russian_designations_stay_as_written(form: str) -> None:
    assert lemmatizer("ru").lemma(form, "NOUN") == form
    assert lemmatizer("ru").lemma(form, "PROPN") == form


def test_a_russian_lemma_is_written_without_diaeresis() -> None:
    assert lemmatizer("ru").lemma("самолёты", "NOUN") == lemmatizer("ru").lemma("самолеты", "NOUN") == "самолет"
    assert lemmatizer("ru").lemma("Королёва", "PROPN", feats={"Case": "Gen", "Gender": "Masc"}) == "Королев"


@given(
    st.text(alphabet="абвгдеёжйьъ-'.1АЁ\u0301 ", max_size=12), st.sampled_from(["NOUN", "PROPN", "VERB", "NUM", "X"])
)
def test_any_russian_form_has_a_lemma(form: str, upos: str) -> None:
    assert isinstance(lemmatizer("ru").lemma(form, upos, feats={"Case": "Gen", "Gender": "Fem", "Number": "Sing"}), str)
