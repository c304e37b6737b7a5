"""Words of ICD 203 and the words of the scales, in both languages of the interface."""

import re
from itertools import pairwise
from typing import get_args

import pytest

from foedus.lineage.grading.letters import Digit, Letter, worst
from foedus.lineage.grading.outlet import Control, OutletKind
from foedus.lineage.grading.probability import load_probabilities
from foedus.lineage.grading.rules import VoiceRule, load_rules
from foedus.lineage.grading.wording import Lang, load_wording

WORDS = load_probabilities()


def test_the_ranges_are_those_of_the_directive_and_leave_no_gap() -> None:
    assert [(term.low, term.high) for term in WORDS.terms] == [
        (1, 5), (5, 20), (20, 45), (45, 55), (55, 80), (80, 95), (95, 99)
    ]  # fmt: skip
    assert all(one.high == other.low for one, other in pairwise(WORDS.terms))


@pytest.mark.parametrize(
    ("percent", "en", "fr"),
    [
        (0, "almost no chance", "presque aucune chance"),
        (12, "very unlikely", "très improbable"),
        (30, "unlikely", "improbable"),
        (50, "roughly even chance", "chances à peu près égales"),
        (70, "likely", "probable"),
        (90, "very likely", "très probable"),
        (100, "almost certain", "presque certain"),
    ],
)
def test_a_probability_has_its_word(percent: float, en: str, fr: str) -> None:
    term = WORDS.term(percent)
    assert (term.word("en"), term.word("fr")) == (en, fr)
    assert term.shown("en") == f"{en} ({term.low}–{term.high} %)"


@pytest.mark.parametrize("percent", [-1, 101])
def test_what_is_no_probability_has_none(percent: float) -> None:
    with pytest.raises(ValueError, match="no probability"):
        WORDS.term(percent)


def test_what_a_text_leaves_open_has_no_word() -> None:
    assert WORDS.of("unknown") is None
    assert [term.en for level in ("certain", "probable", "possible") if (term := WORDS.of(level))] == [
        "almost certain",
        "likely",
        "roughly even chance",
    ]


@pytest.mark.parametrize("lang", get_args(Lang))
def test_every_letter_and_digit_has_words(lang: Lang) -> None:
    assert set(load_wording(lang).letters) == set(get_args(Letter))
    assert set(load_wording(lang).digits) == set(get_args(Digit))


def test_every_language_says_the_same_things_with_the_same_parts() -> None:
    english, french = (load_wording(lang).words for lang in get_args(Lang))
    assert set(english) == set(french)
    assert {key for key in english if _parts(english[key]) != _parts(french[key])} == set()


def test_what_the_table_says_in_english_is_told_in_french() -> None:
    french = load_wording("fr")
    assert set(french.kinds) == set(get_args(OutletKind))
    assert set(french.control) == set(get_args(Control))
    assert set(french.voices) == set(get_args(VoiceRule)) == set(load_rules().voices)


def _parts(text: str) -> set[str]:
    return set(re.findall(r"{(\w+)}", text))


def test_what_cannot_be_judged_is_no_worst_letter() -> None:
    assert worst(["B", "F", "D"]) == "D"
    assert worst(["F", "F"]) == "F"
