"""Whether letters are a word, where a dictionary is at hand: that of pymorphy3, for Russian."""

import re
from functools import cache

from pymorphy3 import MorphAnalyzer

_RUSSIAN = re.compile(r"[а-яё]+")


def is_word(letters: str) -> bool | None:
    """Whether lower-case letters are a form of a known word; None where no dictionary knows the script."""
    if not _RUSSIAN.fullmatch(letters):
        return None
    return bool(_russian().word_is_known(letters))


@cache
def _russian() -> MorphAnalyzer:
    return MorphAnalyzer(lang="ru")
