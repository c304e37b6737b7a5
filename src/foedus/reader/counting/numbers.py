"""Numbers in running text: digits and number words with what makes them rough, a bound or a range.

One pass over the words of a span: parts add up ("trente-six", "two hundred and fifty", "двадцать четыре"), scales
multiply ("7,5 millions"), nouns count by themselves ("a dozen", "une centaine"), plurals are a range ("dozens").
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from foedus.reader.counting.compound import Compound
from foedus.reader.counting.words import Amount, NumberWords

_PARTS = re.compile(
    r"(?P<digits>(?<![\w.,])(?<![^\W\d_]-)(?:\d{1,3}(?:[ .,]\d{3})+|\d+(?:[.,]\d+)?)(?!\d))"
    r"|(?P<word>[^\W\d_]+'?)|(?P<mark>\S)"
)
_GROUPED = re.compile(r"\d{1,3}(?:[ .,]\d{3})+")
_REACH = 24
_STICKS = re.compile(r"[\w/]|-\d|[.,:]\d|-[^\W\d_]")


class Number(NamedTuple):
    """A number of the text. `value` where it is one figure, else its bounds; offsets are those of its own words."""

    value: Amount | None
    low: Amount | None
    high: Amount | None
    approximate: bool
    start: int
    end: int
    noun: bool = False
    """Whether a noun says it ("a dozen")."""

    @property
    def least(self) -> Amount | None:
        """The figure, or the lower of its bounds."""
        return self.value if self.value is not None else self.low


class Part(NamedTuple):
    """A word, a figure or a mark of the text."""

    text: str
    figure: Amount | None
    start: int
    end: int


def numbers_in(words: NumberWords, text: str, start: int, end: int) -> list[Number]:
    """The numbers of text[start:end], in text order; `text` is folded and keeps its length."""
    parts = list(_parts(text, start, end))
    plain = list(_plain(words, text, parts))
    return [bounded(words, text, (start, end), number, number.start) for number in _ranges(words, text, plain)]


def figure(digits: str) -> Amount:
    """The value of a figure as written, with groups or a decimal mark."""
    if _GROUPED.fullmatch(digits):
        return int(re.sub(r"\D", "", digits))
    value = float(digits.replace(",", "."))
    return int(value) if value.is_integer() else value


def _parts(text: str, start: int, end: int) -> Iterator[Part]:
    for match in _PARTS.finditer(text, start, end):
        value = figure(match["digits"]) if match["digits"] else None
        yield Part(match[0].lower().replace("ё", "е"), value, match.start(), match.end())


def _plain(words: NumberWords, text: str, parts: Sequence[Part]) -> Iterator[Number]:
    """Numbers by their own words alone."""
    i = 0
    while i < len(parts):
        if parts[i].figure is None and parts[i].text not in words.begins:
            i += 1
            continue
        taken, number = _one(words, text, parts, i)
        if number:
            yield number
        i += taken


def _one(words: NumberWords, text: str, parts: Sequence[Part], i: int) -> tuple[int, Number | None]:
    """How many parts were read from the i-th on, and the number that they make."""
    made = Compound(words)
    first = parts[i]
    if first.text in words.halves:
        return _half(words, parts, i)
    several = first.text in words.several
    article = first.text in words.articles or several
    begun = i + article
    if article and begun < len(parts) and parts[begun].text in words.several:  # "a few hundred"
        several, begun = True, begun + 1
    k = begun
    while k < len(parts) and made.takes(parts, k, article=article and k == begun):
        k = made.taken
    if not made.parts:  # an article may count: "un", "one"
        return (1, None) if not article or several or first.text not in words.words else _one_alone(words, parts, i)
    last = parts[k - 1]
    if last.figure is not None and _STICKS.match(text, last.end) and not _counted_on(words, text, last.end):
        return k - i, None
    if several and not (made.noun or made.scaled):
        return k - i, None
    with_article = article and (made.noun or made.scaled)
    low, high = made.bounds(several=several)
    place = first.start if with_article else parts[begun].start
    exact = low == high
    return k - i, Number(
        low if exact else None,
        None if exact else low,
        None if exact else high,
        made.rough or not exact,
        place,
        last.end,
        made.noun,
    )


def _one_alone(words: NumberWords, parts: Sequence[Part], i: int) -> tuple[int, Number | None]:
    """A word that is article and number in one begins a compound or is none: "vingt et un" is read from "vingt" on."""
    made, k = Compound(words), i
    while k < len(parts) and made.takes(parts, k, article=False):
        k = made.taken
    if not made.scaled and not made.noun:
        return 1, None
    value, _ = made.bounds(several=False)
    return k - i, Number(value, None, None, made.rough, parts[i].start, parts[k - 1].end, made.noun)


def _half(words: NumberWords, parts: Sequence[Part], i: int) -> tuple[int, Number | None]:
    """Half of a scale or of a noun that counts: "half a million", "un demi-million", "half a dozen"."""
    k = i + 1
    while k < len(parts) and (parts[k].text == "-" or parts[k].text in words.articles):
        k += 1
    text = parts[k].text if k < len(parts) else ""
    whole = words.scales.get(text) or words.nouns.get(text)
    if whole is None:
        return 1, None
    return k + 1 - i, Number(whole // 2, None, None, text in words.rough, parts[i].start, parts[k].end)


def _counted_on(words: NumberWords, text: str, end: int) -> bool:
    """Whether what sticks to a figure belongs to it: "25-odd", "2.7-billion", "5-10"."""
    if words.bounds.about_after.match(text, end) or re.match(r"[-–]\d+(?![\w-])", text[end : end + 9]):
        return True
    after = re.match(r"[-.,]?([^\W\d_]+)", text[end : end + 20])
    return after is not None and (after[1].lower() in words.scales or after[1].lower() in words.money_scales)


def _ranges(words: NumberWords, text: str, numbers: Sequence[Number]) -> Iterator[Number]:
    """Numbers, with two that a range word joins made one."""
    i = 0
    while i < len(numbers):
        joined = _joined(words, text, numbers[i], numbers[i + 1]) if i + 1 < len(numbers) else None
        yield joined or numbers[i]
        i += 2 if joined else 1


def _joined(words: NumberWords, text: str, one: Number, two: Number) -> Number | None:
    if one.value is None or two.value is None or two.start - one.end > 6:
        return None
    word = text[one.end : two.start].strip().lower()
    opening = re.search(r"([^\W\d_]+)\s+$", text[max(0, one.start - _REACH) : one.start])
    framed = opening is not None and words.between.get(opening[1].lower()) == word
    if word not in words.ranges and not framed:
        return None
    low, high = one.value, two.value
    if low < 1000 <= high and high % 1000 == 0 and low >= 1 and not text[two.start : two.end].isdigit():
        scale = max(size for size in (1000, 10**6, 10**9) if high >= size)
        shared = low * scale
        if shared < high:  # "10 to 12 thousand": the scale counts for both
            low = shared
    if not low < high <= low * 20:
        return None
    return Number(None, low, high, one.approximate or two.approximate, one.start, two.end, noun=two.noun)


def bounded(words: NumberWords, text: str, span: tuple[int, int], number: Number, begin: int) -> Number:
    """The number with the words around it that make it rough, a least or a most; those before end at `begin`."""
    before = max(span[0], begin - _REACH), begin
    after = number.end, min(span[1], number.end + _REACH)
    bounds = words.bounds
    if number.value is not None:
        if bounds.at_least.search(text, *before) or bounds.at_least_after.match(text, *after):
            return number._replace(value=None, low=number.value)
        if bounds.at_most.search(text, *before) or bounds.at_most_after.match(text, *after):
            return number._replace(value=None, high=number.value)
    told = bounds.about.search(text, *before) or bounds.about_after.match(text, *after)
    if told or (number.noun and bounds.about_nouns.search(text, *before)):
        return number._replace(approximate=True)
    return number
