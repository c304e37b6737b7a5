"""What is measured: anything that finds dates, and this project's numbers and sums."""

from collections.abc import Callable
from typing import NamedTuple

from foedus.language.fold import fold
from foedus.learning.corpus.format import CorpusDocument
from foedus.reader.counting.money import sums_in
from foedus.reader.counting.numbers import numbers_in
from foedus.reader.counting.words import load_numbers
from foedus.reader.dates import load_calendar


class Date(NamedTuple):
    """A date found: its words and its EDTF, None where the finder gives none."""

    start: int
    end: int
    edtf: str | None


class Count(NamedTuple):
    """A number or sum found, with its figures; `currency` is None for a number."""

    start: int
    end: int
    figures: tuple[float | None, float | None, float | None]
    currency: str | None = None


Dating = Callable[[CorpusDocument], list[Date]]


def dates(document: CorpusDocument) -> list[Date]:
    """The dates that the grammar finds in the whole text."""
    text = fold(document.text)
    found = load_calendar(document.lang).find(text, 0, len(text), document.published)
    return [Date(one.when.start or 0, one.when.end or 0, one.when.edtf) for one in found]


def counts(document: CorpusDocument) -> list[Count]:
    """The numbers of the whole text."""
    text = fold(document.text)
    found = numbers_in(load_numbers(document.lang), text, 0, len(text))
    return [Count(one.start, one.end, (one.value, one.low, one.high)) for one in found]


def sums(document: CorpusDocument) -> list[Count]:
    """The sums of money of the whole text."""
    text = fold(document.text)
    found = sums_in(load_numbers(document.lang), text, 0, len(text))
    return [
        Count(one.start, one.end, (one.number.value, one.number.low, one.number.high), one.currency) for one in found
    ]
