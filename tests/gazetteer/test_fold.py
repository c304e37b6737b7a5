"""The folded copy says the same as the text, byte for character, whatever the text is."""

from hypothesis import given
from hypothesis import strategies as st

from foedus.gazetteer.fold import fold, keys, spelling

_ANY_TEXT = st.text(st.characters(codec=None), max_size=200)


def spelt(text: str) -> str:
    return spelling(keys([text])[0])


def test_case_diacritics_and_marks_of_all_three_languages_fold() -> None:
    assert spelt("Côte-d’Ivoire") == spelt("COTE D'IVOIRE") == "cote d ivoire"
    assert spelt("Елисейский дворец") == spelt("ЕЛИСЕЙСКИЙ ДВОРЕЦ")
    assert spelt("самолёт") == spelt("самолет")


def test_letters_of_two_and_letters_with_loose_accents_fold_like_their_plain_spelling() -> None:
    assert spelt("Œuvre") == "oeuvre"
    assert spelt("e\u0301tat") == spelt("état") == "etat"
    assert spelt("İzmir") == "izmir"


def test_points_and_slashes_stay_apart_from_spaces() -> None:
    assert spelt("U.S.") == "u.s"
    assert spelt("SAMP/T") == "samp/t"


@given(_ANY_TEXT)
def test_every_word_can_be_mapped_back(text: str) -> None:
    folded = fold(text)
    assert folded.length == len(text)
    if folded.steps is None:
        assert len(folded.letters) == len(text)
    for at in range(len(folded.letters)):
        start, end = folded.span(at, at + 1)
        assert 0 <= start <= end <= len(text)


@given(st.text("abcéŒß’- .Ф😀\u0301", max_size=80))
def test_folding_twice_is_folding_once(text: str) -> None:
    once = spelt(text)
    assert spelt(once) == once


@given(st.text("aœß\u0301é -", max_size=40))
def test_ligatures_and_marks_map_back_to_their_own_character(text: str) -> None:
    folded = fold(text)
    for at in range(len(folded.letters)):
        start, end = folded.span(at, at + 1)
        assert text[start] in "aœßé -"
        assert all(mark == "\u0301" for mark in text[start + 1 : end])
