"""Words are taken apart the same way for what is kept and for what is asked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus.ledger.words import MOST_BYTES, all_folded, folded, places, tokens

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("L’Élysée a livré 12 canons.", "l elysee a livre 12 canons"),
        ("œuvre, Tromsø, Łódź, Straße", "oeuvre tromso lodz strasse"),
        ("S-400, Т-72Б3", "s 400 т 72б3"),
        ("Ёлка и ёж", "елка и еж"),
        ("войны воины", "войны воины"),
        ("вои\u0306ны в Киі\u0308ві", "войны в київі"),
        ("Сала́т под уда́ром", "салат под ударом"),
        ("п’ять, п\u02bcять", "п ять п ять"),
        ("№ 5, x², ﬁn", "no 5 x2 fin"),
        ("_under_score_", "under score"),
        ("", ""),
    ],
)
def test_case_accents_and_signs_do_not_count(text: str, words: str) -> None:
    assert folded(text) == words


@given(TEXTS)
def test_what_is_folded_stays_as_it_is(text: str) -> None:
    assert tokens(folded(text)) == tokens(text)


@given(st.lists(st.one_of(st.text(), st.from_regex(r"[a-zА-яё ]{0,40}a{60,70}[ .]?|[a-zА-яё .]{0,80}"))))
def test_many_texts_are_folded_as_each_of_them(texts: list[str]) -> None:
    assert all_folded(texts) == [folded(text) for text in texts]


@given(TEXTS)
def test_every_word_has_its_place_in_the_text(text: str) -> None:
    found = places(text)
    assert [word for word, _, _ in found] == tokens(text)
    assert all(0 <= start < end <= len(text) and word in folded(text[start:end]) for word, start, end in found)


def test_a_run_longer_than_any_word_is_searched_in_pieces() -> None:
    assert tokens("a" * 100) == ["a" * 64, "a" * 36]


def test_of_a_huge_text_whole_words_up_to_a_limit_are_searched() -> None:
    words = folded("поставка " * 100_000)
    assert MOST_BYTES - 20 < len(words.encode()) <= MOST_BYTES
    assert set(words.split()) == {"поставка"}
    assert all_folded(["a", "поставка " * 100_000]) == ["a", words]
