"""Tokens: what stays whole, what is cut, and offsets that hold for any text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus.language.fold import fold
from foedus.language.tokens import token_spans

ANY_TEXT = st.text(max_size=120) | st.text(alphabet="aéZ9 .,-'’«»“”/°…\u00a0\n\t[](){}&%$€—\u0301İßœ", max_size=80)


def words(text: str, lang: str) -> list[str]:
    return [text[start:end] for start, end in token_spans(text, 0, len(text), lang)]


@given(ANY_TEXT, st.sampled_from(["fr", "en", "ru"]), st.data())
def test_tokens_cover_every_character_that_is_no_space_once_and_in_order(
    text: str, lang: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    spans = token_spans(text, start, end, lang)
    covered = [i for first, last in spans for i in range(first, last)]
    assert covered == sorted(set(covered))
    assert all(first < last for first, last in spans)
    assert {i for i in range(start, end) if not fold(text[i]).isspace()} <= set(covered)
    assert set(covered) <= set(range(start, end))


@given(st.text())
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize("name", ["S-400", "TB2", "Su-35", "F-16", "Krasukha-4", "155-mm", "F/A-18", "Il-76MD", "2S19"])
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_designation_is_one_token(name: str, lang: str) -> None:
    assert words(f"({name}), {name}.", lang) == ["(", name, ")", ",", name, "."]


def test_french_elisions_and_clitics_are_cut_and_fixed_words_are_not() -> None:
    assert words("L’Iran a-t-il dit qu'aujourd’hui l’envoi cesse, celui-ci et cette année-là ?", "fr") == [
        *("L’", "Iran", "a", "-t-il", "dit", "qu'", "aujourd’hui", "l’", "envoi", "cesse", ","),
        *("celui-ci", "et", "cette", "année", "-là", "?"),
    ]


def test_french_multiword_tokens_and_hyphenated_nouns_stay_whole() -> None:
    assert words("du porte-avions aux États-Unis", "fr") == ["du", "porte-avions", "aux", "États-Unis"]


def test_english_contractions_and_possessives_are_cut() -> None:
    assert words("Kyiv’s forces can't; they cannot, won't and didn’t.", "en") == [
        *("Kyiv", "’s", "forces", "ca", "n't", ";", "they", "can", "not", ",", "wo", "n't", "and"),
        *("did", "n’t", "."),
    ]


def test_english_compounds_are_cut_at_hyphens_but_not_behind_prefixes() -> None:
    assert words("US-made anti-tank 20-year-old co-operation", "en") == [
        *("US", "-", "made", "anti-tank", "20", "-", "year", "-", "old", "co-operation"),
    ]


def test_a_grouped_number_is_one_token_in_french_and_two_in_english() -> None:
    assert words("10 000,5 obus", "fr") == ["10 000,5", "obus"]
    assert words("On May 5 300 left", "en") == ["On", "May", "5", "300", "left"]


def test_the_stop_of_an_abbreviation_or_initial_belongs_to_it() -> None:
    assert words("Gen. J. Smith saw No. 5 in the U.S. No.", "en") == [
        *("Gen.", "J.", "Smith", "saw", "No.", "5", "in", "the", "U.S.", "No", "."),
    ]


def test_addresses_and_percentages() -> None:
    assert words("10% sur www.example.org/a-b?c=1.", "fr") == ["10", "%", "sur", "www.example.org/a-b?c=1", "."]
