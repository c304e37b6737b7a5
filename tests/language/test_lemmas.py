"""Lemmas: known forms, rare verbs by their endings, and names as they are."""

import pytest

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
