"""What the network sees of a word: its form, its letters, its n-grams of letters and its shape. Figures count as 0."""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

LONGEST = 20
"""Letters looked at one by one; of a longer word the first and the last."""
GRAMS = (3, 4, 5)
MOST_GRAMS = 48
UNKNOWN = 0
"""Number of a form, letter or shape that training did not meet; real ones count from 2. 1 fills up letters."""
PADDING = 1
FIRST = 2
_DIGIT = re.compile(r"\d")


class WordFeatures(NamedTuple):
    """Numbers of one form: its own, its letters', its n-grams' buckets, its shape's."""

    word: int
    letters: tuple[int, ...]
    grams: tuple[int, ...]
    shape: int


@dataclass(frozen=True)
class Features:
    """The numbering of forms, letters and shapes; `buckets` is how many an n-gram may fall into."""

    words: Mapping[str, int]
    letters: Mapping[str, int]
    shapes: Mapping[str, int]
    buckets: int

    @classmethod
    def of(cls, words: Sequence[str], letters: Sequence[str], shapes: Sequence[str], buckets: int) -> Features:
        """Number each list in its order."""
        return cls(_numbered(words), _numbered(letters), _numbered(shapes), buckets)

    def read(self, form: str) -> WordFeatures:
        """The numbers of a form, which must not be empty."""
        plain = without_figures(form)
        lower = plain.lower()
        spelt = plain if len(plain) <= LONGEST else plain[: LONGEST // 2] + plain[-LONGEST // 2 :]
        return WordFeatures(
            word=self.words.get(lower, UNKNOWN),
            letters=tuple(self.letters.get(letter, UNKNOWN) for letter in spelt),
            grams=grams(lower, self.buckets),
            shape=self.shapes.get(shape(form), UNKNOWN),
        )


def without_figures(form: str) -> str:
    """The form with every figure as 0: numbers of pieces and designations are alike for syntax."""
    return _DIGIT.sub("0", form)


def grams(lower: str, buckets: int) -> tuple[int, ...]:
    """Buckets of the word's n-grams with marks at its ends, after Bojanowski et al. 2017 (subword vectors)."""
    marked = f"^{lower}$"
    found = [marked[i : i + n] for n in GRAMS for i in range(len(marked) - n + 1)] or [marked]
    return tuple(zlib.crc32(gram.encode("utf-8", "surrogatepass")) % buckets for gram in found[:MOST_GRAMS])


def shape(form: str) -> str:
    """The form's pattern of capitals, small letters, figures and marks, repeats told once: "Su-35" is "Xx-d"."""
    classes = [_class(char) for char in form[:LONGEST]]
    return classes[0] + "".join(after for before, after in pairwise(classes) if before != after)


def _class(char: str) -> str:
    if char.isdigit():
        return "d"
    if char.isalpha():
        return "X" if char.isupper() else "x"
    return char


def _numbered(items: Sequence[str]) -> dict[str, int]:
    return {item: number for number, item in enumerate(items, start=FIRST)}
