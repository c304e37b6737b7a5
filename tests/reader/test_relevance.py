"""A document that is not parsed would have given nothing: the test of relevance loses no claim."""

from pathlib import Path

import pytest
from bench.accuracy.corpus import gold_of

from foedus.gazetteer.fold import fold
from foedus.gazetteer.scanner import Scanner
from foedus.language.forms import forms
from foedus.language.sentences import split
from foedus.model.document import make_document
from foedus.reader.lexicon import load_lexicon
from foedus.reader.read import READABLE, Reader
from foedus.reader.relevance import is_relevant
from foedus.reader.triggers import triggers_of

_SAMPLES = Path(__file__).parents[2] / "src" / "foedus" / "data" / "samples"


def relevant(text: str, lang: str) -> bool:
    return is_relevant(text, [(start, end, lang) for start, end in split(text, 0, len(text), lang)])


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Warsaw bought forty howitzers."),
        ("en", "The howitzers arrived. Seoul had sold them to the Poles."),
        ("fr", "L’Égypte achète des Rafale."),
        ("fr", "Paris les a livrés hier. Ce sont des missiles."),
        ("fr", "La Suède a rejoint l'OTAN."),
    ],
)
def test_a_trigger_beside_a_name_makes_a_document_relevant(lang: str, text: str) -> None:
    assert relevant(text, lang)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", ""),
        ("en", "The baker sold forty rolls. Warsaw slept."),
        ("en", "Warsaw bought forty trams."),
        ("fr", "Elle a livré des pizzas à Paris."),
        ("fr", "Le musée de Paris est entré dans la liste."),
        ("fr", "Il pleut sur les chars du carnaval."),
    ],
)
def test_words_that_cannot_make_a_claim_do_not(lang: str, text: str) -> None:
    assert not relevant(text, lang)


def test_a_language_without_known_forms_is_always_read() -> None:
    assert relevant("Идёт дождь.", "ru")


def test_documents_set_aside_hold_no_claims() -> None:
    thorough = Reader(Scanner.load(), {}, sift=False)
    for gold in gold_of("train", READABLE):
        if not relevant(gold.text, gold.lang):
            document = make_document(gold.text, lang=gold.lang, published=gold.published)
            assert thorough.read(document, min_confidence=0).claims == [], gold.id


@pytest.mark.parametrize("lang", sorted(READABLE))
def test_the_words_of_each_claim_are_told_without_a_parse(lang: str) -> None:
    triggers, reader = triggers_of(load_lexicon(lang), forms(lang)), Reader.load()
    for path in sorted(_SAMPLES.glob(f"{lang}-*.txt")):
        for claim in reader.read(make_document(path.read_text("utf-8"), lang=lang), min_confidence=0).claims:
            told = {unit.id for unit in triggers.units(fold(claim.evidence[0].text).letters)}
            assert claim.reader.rule in told, path.name
