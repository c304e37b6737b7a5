"""What holds for every claim of every text: the schema, true offsets, the same ids each time, and no text too odd."""

import time
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from foedus.ingest.sources import read_sources
from foedus.model.claim import Claim
from foedus.model.document import Document
from foedus.reader.read import Reader
from tests.reader.reading import assert_spans_reproduce, keys, read, report
from tests.reader.schema import SCHEMA, as_json

SENTENCES = {
    "fr": "La Suède a remis huit canons Archer à l'Estonie en mars 2021, selon un diplomate.",
    "en": "Sweden delivered eight Archer howitzers to Estonia in March 2021, officials said.",
}
ODD = st.text(max_size=60) | st.text(
    alphabet=" \n\t.,;:!?'’\"«»“”‘’()[]{}–—…/\\0123456789aéÀ\u00a0\u202f\u200b\ufeff\U0001f600", max_size=60
)
LANG = st.sampled_from(["fr", "en"])


@cache
def sample_claims() -> tuple[tuple[Document, Claim], ...]:
    return tuple(_samples())


def _samples() -> Iterator[tuple[Document, Claim]]:
    folder = str(files("foedus").joinpath("data", "samples"))
    for item in read_sources([folder]):
        if isinstance(item.result, Document):
            for claim in Reader.load().read(item.result).claims:
                yield item.result, claim


def test_the_sample_reports_make_claims_in_both_languages() -> None:
    assert {document.lang for document, _ in sample_claims()} >= {"fr", "en"}
    assert len(sample_claims()) > 40


def test_every_claim_of_the_sample_reports_fits_the_schema() -> None:
    validator = Draft202012Validator(SCHEMA)
    for _, claim in sample_claims():
        validator.validate(as_json(claim))


def test_every_span_of_the_sample_reports_reproduces_its_words() -> None:
    for document, claim in sample_claims():
        assert_spans_reproduce(claim, document.text)


def test_ids_are_unique_within_a_sample_report() -> None:
    seen: dict[str, set[str]] = {}
    for document, claim in sample_claims():
        ids = seen.setdefault(document.id, set())
        assert claim.id not in ids, (document.title, claim.cues[0].text)
        ids.add(claim.id)


def test_every_claim_has_its_trigger_first_and_inside_its_evidence() -> None:
    for _, claim in sample_claims():
        trigger, evidence = claim.cues[0], claim.evidence[0]
        assert trigger.kind == "trigger"
        assert evidence.start <= trigger.start < trigger.end <= evidence.end


def test_standing_and_attribution_agree() -> None:
    for _, claim in sample_claims():
        if claim.standing == "stated":
            assert claim.attribution == ()
        elif claim.standing in ("attributed", "unnamed"):
            assert (claim.attribution[0].kind == "unnamed") == (claim.standing == "unnamed")


def check(text: str, lang: str) -> list[Claim]:
    """Read twice: equal claims whose spans are true."""
    document = report(text, lang)
    first, second = Reader.load().read(document).claims, Reader.load().read(document).claims
    assert first == second
    assert len({claim.id for claim in first}) == len(first)
    for claim in first:
        assert_spans_reproduce(claim, document.text)
    return first


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_plain_sentence_bears_its_claim(lang: str) -> None:
    (claim,) = check(SENTENCES[lang], lang)
    assert [keys(claim, role) for role in ("supplier", "recipient", "item")] == ["SWE", "EST", "archer"]


@settings(max_examples=50, deadline=None)
@given(ODD, ODD, LANG)
def test_any_text_around_a_sentence_is_read_alike_each_time(before: str, after: str, lang: str) -> None:
    check(f"{before}{SENTENCES[lang]}{after}", lang)


@settings(max_examples=50, deadline=None)
@given(ODD, ODD, LANG)
def test_any_paragraphs_around_a_sentence_leave_offsets_true(before: str, after: str, lang: str) -> None:
    check(f"{before}\n\n{SENTENCES[lang]}\n\n{after}", lang)


@settings(max_examples=60, deadline=None)
@given(ODD, st.integers(0, 80), LANG)
def test_any_text_inside_a_sentence_leaves_offsets_true(inside: str, place: int, lang: str) -> None:
    sentence = SENTENCES[lang]
    check(f"{sentence[:place]}{inside}{sentence[place:]}", lang)


@settings(max_examples=40, deadline=None)
@given(st.permutations(SENTENCES["fr"].split()), LANG)
def test_words_in_any_order_leave_offsets_true(words: list[str], lang: str) -> None:
    check(" ".join(words), lang)


@settings(max_examples=30, deadline=None)
@given(ODD, LANG)
def test_any_title_leaves_offsets_true(title: str, lang: str) -> None:
    document = report(SENTENCES[lang], lang, title=title)
    for claim in Reader.load().read(document).claims:
        assert_spans_reproduce(claim, document.text)


def timed(text: str, lang: str) -> tuple[list[Claim], float]:
    read(SENTENCES[lang], lang)  # what is loaded once is no part of the time
    began = time.perf_counter()
    claims = read(text, lang)
    return claims, time.perf_counter() - began


def test_two_hundred_thousand_characters_without_a_sentence_end_are_read_in_time() -> None:
    text = (SENTENCES["fr"][:-1] + " pierre bleue" * 20_000)[:200_000]
    _, seconds = timed(text, "fr")
    assert seconds < 120


def test_two_hundred_thousand_characters_without_a_space_are_read_in_time() -> None:
    claims, seconds = timed("a" * 200_000 + " " + SENTENCES["en"], "en")
    assert len(claims) <= 1
    assert seconds < 60


@pytest.mark.parametrize("mark", ['"', "«", "“", "”", "'"])
def test_twenty_thousand_quotation_marks_are_read_in_time(mark: str) -> None:
    claims, seconds = timed(f"{SENTENCES['fr']} {mark * 20_000}", "fr")
    assert len(claims) <= 1
    assert seconds < 60
