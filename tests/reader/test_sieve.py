"""What the sieve holds back, the test of relevance holds back too: no claim is lost before a text is taken apart."""

from pathlib import Path
from typing import Literal

import msgspec
import pytest
from bench.accuracy.corpus import ROOT, gold_of
from hypothesis import given, settings
from hypothesis import strategies as st

from foedus.model.document import Document, make_document
from foedus.reader.analysis import analyse
from foedus.reader.read import READABLE, Reader
from foedus.reader.relevance import is_relevant
from foedus.reader.sieve import Sieve
from foedus.reader.stretches import LONGEST
from tests.reader.test_own_lexicon import write as own_lexicon

SIEVE = Sieve.load(READABLE)
UNRELATED = ROOT / "bench" / "accuracy" / "unrelated"
PIECES = [
    "Warsaw bought forty howitzers",
    "L’Égypte achète des Rafale",
    "La Suède a rejoint l'OTAN",
    "Paris les a livrés hier",
    "Ce sont des missiles",
    "Россия поставила Индии системы С-400",
    "The baker sold forty rolls",
    "Снег тает",
    "air-defence-Publicité",
    "x" * 30,
]
GAPS = [" ", ". ", ".", ";", "; ", "\n", "\n\n", "\r\n", ".\n", " - ", "-", "—"]
GAPS += [" [", "] ", "« ", " » ", "\u2028", "! "]


def relevant(document: Document) -> bool:
    """Whether the document is parsed, asked of its sentences alone."""
    reader = Reader.load()
    whole = analyse(document, reader.scanner, READABLE, {}, sift=False)
    spans = [(v.sentence.start, v.sentence.end, lang) for v, lang in zip(whole.views, whole.langs, strict=True)]
    return is_relevant(document.text, spans)


@pytest.mark.parametrize("part", ["train", "dev"])
def test_all_documents_with_a_claim_come_through(part: Literal["train", "dev"]) -> None:
    golds = [gold for gold in gold_of(part, READABLE) if any(claim.core for claim in gold.claims)]
    assert len(golds) > 100
    assert [gold.id for gold in golds if not SIEVE.lets_through(gold.text)] == []


@pytest.mark.parametrize("lang", sorted(READABLE))
def test_what_is_parsed_of_texts_about_other_things_comes_through(lang: str) -> None:
    texts = [msgspec.json.decode(line)["text"] for line in (UNRELATED / f"{lang}.jsonl").read_bytes().splitlines()]
    documents = [make_document(text, lang=lang) for text in texts]
    assert [one.text for one in documents if relevant(one) and not SIEVE.lets_through(one.text)] == []


@settings(deadline=None)  # models load in the first
@given(st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(GAPS)), min_size=1, max_size=8))
def test_whatever_stands_between_words_nothing_that_is_parsed_is_held_back(parts: list[tuple[str, str]]) -> None:
    text = "".join(piece + gap for piece, gap in parts)
    for lang in sorted(READABLE):
        document = make_document(text, lang=lang)
        assert SIEVE.lets_through(document.text) or not relevant(document)


def test_a_paragraph_longer_than_any_sentence_is_left_to_the_sentences() -> None:
    assert SIEVE.lets_through("Warsaw bought trams " * (LONGEST // 10))
    assert not SIEVE.lets_through("Warsaw bought trams. ")


@pytest.mark.parametrize(
    ("text", "through"),
    [
        ("Warsaw bought forty howitzers.", True),
        ("La Suède dort. Elle a rejoint l'OTAN.", True),
        ("La Suède dort.\n\nElle a rejoint son club.", False),
        ("Elle a livré des pizzas à Paris.", False),
        ("L’Égypte achète des Rafale.", True),
        ("Снег тает.", False),
        ("Их доставили вчера.", True),
        ("", False),
    ],
)
def test_a_units_words_and_a_name_must_stand_in_one_paragraph(text: str, through: bool) -> None:
    assert SIEVE.lets_through(text) == through


def test_a_users_own_unit_is_looked_for(tmp_path: Path) -> None:
    text = "Moscou zigouine des chars."
    assert not SIEVE.lets_through(text)
    assert Sieve.load(READABLE, own_lexicon(tmp_path)).lets_through(text)
