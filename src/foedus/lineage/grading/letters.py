"""The two scales: letters for sources, digits for information, each with its reason."""

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

Letter = Literal["A", "B", "C", "D", "E", "F"]
Digit = Literal[1, 2, 3, 4, 5, 6]

_UNJUDGED: Letter = "F"


class Reliability(Struct, frozen=True):
    """A source's letter: `source` is who was judged, `row` what gives the letter, `reason` a sentence."""

    source: str
    letter: Letter
    row: str
    reason: str


class Credibility(Struct, frozen=True):
    """The information's digit: `rule` is its name in rules.yaml."""

    digit: Digit
    rule: str
    reason: str


def worst(letters: Iterable[Letter]) -> Letter:
    """The least reliable of several judgements; F (not judged) only where there is no other."""
    judged = sorted(letter for letter in letters if letter != _UNJUDGED)
    return judged[-1] if judged else _UNJUDGED
