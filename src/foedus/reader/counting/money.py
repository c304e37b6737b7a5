"""Sums of money: a number with a currency before or behind it, and the scale words that only money has."""

from collections.abc import Sequence
from typing import NamedTuple

from foedus.model.claim import Money
from foedus.reader.counting.numbers import Number, bounded, numbers_in
from foedus.reader.counting.words import Amount, NumberWords

_REACH = 24
_LEAST_IN_WORDS = 100
"""Fewer of a named currency, told in words, is rather something else: "two won", "three pounds"."""


class Sum(NamedTuple):
    """A sum of the text; the offsets take in its currency.

    `currency` is None where the money of several states has the name ("couronnes") and nothing tells whose.
    """

    number: Number
    currency: str | None
    start: int
    end: int

    def money(self, text: str) -> Money:
        """The claim's record; a bounded sum has the bound, or the lower one, for its amount."""
        number = self.number
        amount = next(one for one in (number.value, number.low, number.high) if one is not None)
        return Money(
            amount,
            number.low,
            number.high,
            self.currency,
            number.approximate,
            text[self.start : self.end],
            self.start,
            self.end,
        )


def sums_in(words: NumberWords, text: str, start: int, end: int) -> list[Sum]:
    """The sums of text[start:end], in text order; `text` is folded and keeps its length."""
    return sums_of(words, text, (start, end), numbers_in(words, text, start, end))


def sums_of(words: NumberWords, text: str, span: tuple[int, int], numbers: Sequence[Number]) -> list[Sum]:
    """The sums that the numbers of a span make."""
    return [one for number in numbers if (one := _sum(words, text, *span, number))]


def _sum(words: NumberWords, text: str, start: int, end: int, number: Number) -> Sum | None:
    before = words.currency_before.search(text, max(start, number.start - _REACH), number.start)
    after = words.currency_after.match(text, number.end, end)
    named = after["name"] if after else None
    name = before["name"] if before else named
    if name is None or not (before or _is_sum(text, number)):
        return None
    scale = words.money_scales.get((after["scale"] or "").lower(), 1) if after else 1
    begun = before.start() if before else number.start
    finish = after.end() if after and (after["scale"] or named) else number.end
    if before:  # what bounds the number stands before its sign: "more than $20 billion"
        number = bounded(words, text, (start, end), number, begun)
    key = " ".join(name.lower().split())
    return Sum(_scaled(number, scale), words.currencies[key], begun, finish)


def _is_sum(text: str, number: Number) -> bool:
    figures = any(mark.isdigit() for mark in text[number.start : number.end])
    return figures or (number.least or number.high or 0) >= _LEAST_IN_WORDS


def _scaled(number: Number, scale: int) -> Number:
    if scale == 1:
        return number
    return number._replace(
        value=_times(number.value, scale), low=_times(number.low, scale), high=_times(number.high, scale)
    )


def _times(amount: Amount | None, scale: int) -> Amount | None:
    return None if amount is None else round(amount * scale)
