"""Russian patronymics: told from given names and surnames by their endings and by what stands around them."""

from collections.abc import Sequence
from functools import cache
from typing import Literal

from foedus.language.knowledge import mapping

FILE = "patronymics.yaml"
Gender = Literal["Masc", "Fem"]
_GENDERS: tuple[Gender, ...] = ("Masc", "Fem")


def patronymic(words: Sequence[str], i: int) -> Gender | None:
    """The gender of the person whose patronymic stands at `i`; None where it is none.

    Surnames end so too ("Роман Абрамович"): a masculine form counts only after a given name and before a surname, or
    after two names ("Путин Владимир Владимирович"). A feminine form ("Ивановна") is never a surname.
    """
    gender = shape(words[i])
    if gender is None or i == 0 or not _is_name(words[i - 1]):
        return None
    surname_after = i + 1 < len(words) and _is_name(words[i + 1])
    surname_before = i > 1 and _is_name(words[i - 2])
    return gender if gender == "Fem" or surname_after or surname_before else None


def shape(word: str) -> Gender | None:
    """The gender of a capitalised word in any case that ends like a patronymic."""
    if not _is_name(word):
        return None
    plain = word.lower().replace("ё", "е")
    return next((gender for gender in _GENDERS if plain.endswith(_endings()[gender]) and len(plain) > 5), None)


def _is_name(word: str) -> bool:
    return word[:1].isupper() and word.isalpha() and not (word.isupper() and len(word) > 1)


@cache
def _endings() -> dict[Gender, tuple[str, ...]]:
    knowledge = mapping("ru", FILE)
    return {
        gender: tuple(stem + case for stem in knowledge[gender]["stems"] for case in knowledge[gender]["cases"])
        for gender in _GENDERS
    }
