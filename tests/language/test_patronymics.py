"""Patronymics by ending and surroundings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus.language.patronymics import patronymic, shape


@pytest.mark.parametrize(
    ("text", "i", "gender"),
    [
        ("Сергей Викторович Лавров", 1, "Masc"),
        ("Сергея Викторовича Лаврова", 1, "Masc"),
        ("Шойгу Сергей Кужугетович", 2, "Masc"),
        ("Мария Владимировна Захарова", 1, "Fem"),
        ("с Марией Владимировной", 2, "Fem"),
        ("Ильёй Ильичом Петровым", 1, "Masc"),
        ("Роман Абрамович", 1, None),
        ("президент Александр Вучич", 2, None),
        ("Сергей Лавров", 1, None),
        ("новая Основна", 1, None),
        ("Викторович", 0, None),
    ],
)
def test_a_patronymic_stands_between_names(text: str, i: int, gender: str | None) -> None:
    assert patronymic(text.split(), i) == gender


@given(st.lists(st.text(max_size=10), min_size=1, max_size=4), st.integers(min_value=0, max_value=3))
def test_any_words_have_a_gender_or_none(words: list[str], i: int) -> None:
    if i < len(words):
        assert patronymic(words, i) in ("Masc", "Fem", None)
        assert patronymic(words, i) in (shape(words[i]), None)
