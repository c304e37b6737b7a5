"""Words of probability of ICD 203 for what a text expresses; never for the reader's own confidence.

The reader's confidence says whether a claim was read rightly. These words say how surely the text puts it. The
directive keeps likelihood and confidence out of one sentence, and so must every view.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import msgspec
import yaml
from msgspec import Struct

from foedus.lineage.grading.wording import Lang
from foedus.model.errors import DataError
from foedus.model.vocabulary import Certainty

FILE = "probability.yaml"


class Term(Struct, frozen=True, forbid_unknown_fields=True):
    """A word with its range in per cent."""

    low: int
    high: int
    en: str
    fr: str

    def word(self, lang: Lang) -> str:
        """The word in a language of the interface."""
        return self.fr if lang == "fr" else self.en

    def shown(self, lang: Lang) -> str:
        """The word with its range: `likely (55–80 %)`."""
        return f"{self.word(lang)} ({self.low}–{self.high} %)"


class Probabilities(NamedTuple):
    """The words in order, and what a claim's certainty means in per cent."""

    terms: tuple[Term, ...]
    certainty: Mapping[Certainty, int]

    def term(self, percent: float) -> Term:
        """The word for a probability of 0 to 100; the lower one on a border, at the ends the outermost."""
        if not 0 <= percent <= 100:
            raise ValueError(f"{percent} is no probability in per cent: give one from 0 to 100")
        return next((term for term in self.terms if percent <= term.high), self.terms[-1])

    def of(self, certainty: Certainty) -> Term | None:
        """The word for how surely a text puts its statement; None where it leaves it open."""
        percent = self.certainty.get(certainty)
        return None if percent is None else self.term(percent)


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    terms: tuple[Term, ...]
    certainty: dict[Certainty, int]


@cache
def load_probabilities() -> Probabilities:
    """The shipped words."""
    text = (files("foedus") / "data" / FILE).read_text(encoding="utf-8")
    try:
        found = msgspec.convert(yaml.safe_load(text), _File)
    except msgspec.ValidationError as error:
        raise DataError(f"{FILE}: {error}: install Foedus again") from error
    return Probabilities(found.terms, found.certainty)
