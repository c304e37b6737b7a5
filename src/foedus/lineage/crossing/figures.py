"""Numbers, percentages, sums of money and dates of a text, in one spelling for all languages."""

import re
from collections.abc import Iterator
from functools import cache

from foedus.lineage.crossing.fact import Fact
from foedus.lineage.crossing.words import LANGS
from foedus.reader.counting.money import sums_of
from foedus.reader.counting.numbers import Number, numbers_in
from foedus.reader.counting.words import Amount, NumberWords, load_numbers
from foedus.reader.dates import load_calendar

_PERCENT = re.compile(r"\s?%|[\s-]?(?:per\s?cent|pour\s?cent|процент)", re.I)
_YEARS = range(1900, 2101)
_JOINT = 40
"""Code points before and after a figure or number word that are read: what belongs to a number stands there."""


def figures(text: str, start: int, end: int, lang: str, published: str | None) -> Iterator[Fact]:
    """Facts of text[start:end] (`text` folded, same length), dates first, none overlapping one before."""
    if lang not in LANGS:
        return
    taken: list[tuple[int, int]] = []
    for found in load_calendar(lang).find(text, start, end, published):
        when = found.when
        if when.start is not None and when.end is not None:
            taken.append((when.start, when.end))
            yield Fact(when.start, when.end, "date", when.edtf)
    words = load_numbers(lang)
    for low, high in _windows(text, start, end, lang):
        yield from _amounts(text, low, high, words, taken)


def _amounts(text: str, low: int, high: int, words: NumberWords, taken: list[tuple[int, int]]) -> Iterator[Fact]:
    numbers = numbers_in(words, text, low, high)
    sums = sums_of(words, text, (low, high), numbers)
    for one in sums:
        taken.append((one.start, one.end))
        yield Fact(one.start, one.end, "money", f"{_key(one.number)} {one.currency or '?'}")
    for number in numbers:
        if any(first < number.end and number.start < last for first, last in taken):
            continue
        if _is_year(text, number):
            yield Fact(number.start, number.end, "date", str(number.least))
            continue
        percent = _PERCENT.match(text, number.end)
        yield Fact(number.start, number.end, "share" if percent else "number", _key(number))


def _is_year(text: str, number: Number) -> bool:
    return number.value in _YEARS and text[number.start : number.end].isdigit()


def _key(number: Number) -> str:
    """The figure, or its bounds; a bound on one side is the figure that it gives."""
    if number.value is not None:
        return _plain(number.value)
    if number.low is None or number.high is None:
        return _plain(next(one for one in (number.low, number.high, 0) if one is not None))
    return f"{_plain(number.low)}-{_plain(number.high)}"


def _plain(amount: Amount) -> str:
    return f"{amount:g}" if isinstance(amount, float) else str(amount)


def _windows(text: str, start: int, end: int, lang: str) -> Iterator[tuple[int, int]]:
    """Stretches around figures and number words; the rest of a text is never looked at."""
    low = high = -1
    for match in _sparks(lang).finditer(text, start, end):
        if match.start() - _JOINT > high:
            if high >= 0:
                yield low, high
            low = _word_start(text, start, match.start() - _JOINT)
        high = _word_end(text, end, match.end() + _JOINT)
    if high >= 0:
        yield low, high


def _word_start(text: str, start: int, at: int) -> int:
    at = max(start, at)
    while start < at and not text[at - 1].isspace():
        at -= 1
    return at


def _word_end(text: str, end: int, at: int) -> int:
    at = min(end, at)
    while at < end and not text[at].isspace():
        at += 1
    return at


@cache
def _sparks(lang: str) -> re.Pattern[str]:
    """A figure that is not inside a word, or a number word above one."""
    words = load_numbers(lang)
    said = {word for word, value in words.words.items() if value > 1} | {*words.nouns, *words.plurals}
    said |= words.scales.keys() - words.plurals.keys()
    listed = "|".join(map(re.escape, sorted(said, key=lambda word: (-len(word), word))))
    return re.compile(rf"(?<![\w])(?:\d|(?:{listed})(?![^\W\d_]))", re.I)
