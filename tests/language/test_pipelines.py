"""Which pipeline reads: those that are shipped, a user's own spaCy pipeline, and what is said where neither can."""

from pathlib import Path

import pytest
import spacy

from foedus.language import pipelines
from foedus.language.cards import card
from foedus.model.errors import DataError
from tests.language.tiny import tiny_pipeline

SENTENCES = {
    "en": "Ankara delivered six drones to Kyiv, officials said.",
    "fr": "Ankara a livré six drones à Kiev, selon des responsables.",
    "ru": "Анкара поставила Киеву шесть беспилотников, сообщили чиновники.",
}


@pytest.mark.parametrize("lang", pipelines.languages())
def test_every_language_has_a_pipeline_with_a_card(lang: str) -> None:
    told = card(lang)
    assert (pipelines.load(lang).name, pipelines.load(lang).version) == (told.name, told.version)
    assert "own" in told.figures
    assert told.licence


@pytest.mark.parametrize("lang", pipelines.languages())
def test_who_delivered_what_to_whom(lang: str) -> None:
    text = SENTENCES[lang]
    (sentence,) = pipelines.load(lang).parse(text, [(0, len(text))])
    assert "".join(text[token.start : token.end] for token in sentence.tokens) == text.replace(" ", "")
    verb = next(token for token in sentence.tokens if token.lemma in {"deliver", "livrer", "поставить"})
    roles = {(token.dep, token.text) for token in sentence.dependents(verb.i)}
    assert ("nsubj", text.split()[0]) in roles
    assert roles & {("obj", "drones"), ("obj", "беспилотников")}
    assert roles & {("obl", "Kyiv"), ("obl", "Kiev"), ("iobj", "Киеву")}


def test_a_choice_that_is_not_there_says_what_is() -> None:
    with pytest.raises(DataError, match="no parsing pipeline for language 'xx': there are en, fr, ru"):
        pipelines.load("xx")
    with pytest.raises(DataError, match="no pipeline 'best' for 'fr': there are shipped and spacy:NAME"):
        pipelines.load("fr", "best")
    with pytest.raises(DataError, match=r"spacy:nowhere cannot be loaded: \[E050\]"):
        pipelines.load("fr", "spacy:nowhere")


def test_a_users_own_spacy_pipeline_takes_the_place(tmp_path: Path) -> None:
    pipeline = pipelines.load("en", tiny_pipeline(tmp_path / "own"))
    assert pipeline.name == "spacy-xx_tiny"
    (sentence,) = pipeline.parse("Turkey delivered drones", [(0, 23)])
    assert [(token.text, token.dep) for token in sentence.tokens] == [
        ("Turkey", "nsubj"),
        ("delivered", "root"),
        ("drones", "obj"),
    ]


def test_a_spacy_pipeline_without_universal_labels_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"does not give Universal Dependencies \(labels dobj"):
        pipelines.load("en", tiny_pipeline(tmp_path / "own", thing="dobj"))


def test_a_spacy_pipeline_without_a_parser_is_refused(tmp_path: Path) -> None:
    spacy.blank("xx").to_disk(tmp_path / "bare")
    with pytest.raises(DataError, match="has no parser: it has nothing"):
        pipelines.load("en", f"spacy:{tmp_path / 'bare'}")
