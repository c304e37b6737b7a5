"""A document that is not parsed would have given nothing: the test of relevance loses no claim."""

from pathlib import Path

import pytest
from bench.accuracy.corpus import gold_of

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


@pytest.mark.parametrize(
    ("text", "read"),
    [("Россия поставила Индии системы С-400.", True), ("Их доставили вчера.", True), ("Снег тает.", False)],
)
def test_in_russian_a_units_words_are_all_that_is_asked_for(text: str, read: bool) -> None:
    assert relevant(text, "ru") == read


def test_documents_set_aside_have_no_core_claim_in_the_gold() -> None:
    aside = [gold for gold in gold_of("train", READABLE) if not relevant(gold.text, gold.lang)]
    assert [gold.id for gold in aside if any(claim.core for claim in gold.claims)] == []


@pytest.mark.parametrize("lang", sorted(READABLE))
def test_a_unit_of_a_claim_is_told_without_a_parse_unless_it_is_weak(lang: str) -> None:
    lexicon, reader = load_lexicon(lang), Reader.load()
    triggers = triggers_of(lexicon)
    strong = {unit.id for unit in lexicon.units if not unit.weak}
    claims = 0
    for path in sorted(_SAMPLES.glob(f"{lang}-*.txt")):
        text = path.read_text("utf-8")
        told = {unit.id for start, end in split(text, 0, len(text), lang) for unit in triggers.units(text[start:end])}
        rules = {claim.reader.rule for claim in reader.read(make_document(text, lang=lang), min_confidence=0).claims}
        assert (rules & strong) - told == set(), path.name
        claims += len(rules & strong)
    assert claims > 5


def test_a_reader_tells_of_a_document_and_of_a_stretch_of_it_whether_it_is_worth_a_parse() -> None:
    said = "Warsaw bought forty howitzers."
    report = make_document(f"The baker sold forty rolls.\n\n{said}", lang="en")
    reader = Reader.load()
    begins = report.text.index(said)
    assert reader.is_relevant(report)
    assert reader.is_relevant(report, (begins, len(report.text)))
    assert not reader.is_relevant(report, (0, begins))
