"""Numbers, sums and dates as an analyst gives them, with the words of the text that say so."""

import re

from foedus.asked.review.places import Place, Text
from foedus.model.claim import Money, Quantity, When
from foedus.model.edtf import parse
from foedus.model.errors import UsageError

_NUMBER = r"\d{1,15}(?:\.\d{1,6})?"
_AMOUNT = re.compile(
    rf"(?P<about>~)?(?:(?P<low>{_NUMBER})(?:(?P<open>-)(?P<high>{_NUMBER})?)?|-(?P<most>{_NUMBER}))"
    r"(?:\s+(?P<unit>[^\W\d_][\w -]*))?"
)
_CURRENCY = re.compile(r"[A-Z]{3}")


def quantity(given: str, text: Text, before: Quantity | None) -> Quantity | None:
    """`12`, `~20`, `10-20`, `10-` (at least), `-20` (at most), `3 battery`, each with `=WORDS` where the text says it
    in other words; empty: none.

    Without a unit it counts pieces: the unit before may be what is wrong.
    """
    if not given.strip():
        return None
    match, words = _amount("quantity", given)
    place = _place("quantity", match["low"] or match["most"], words, text, before)
    value, low, high = _bounds(match)
    return Quantity(value, low, high, match["unit"] or "piece", bool(match["about"]), *place)


def money(given: str, text: Text, before: Money | None) -> Money | None:
    """`375000000 USD`, else as a quantity. The currency is ISO 4217; without one it is the one before."""
    if not given.strip():
        return None
    match, words = _amount("value", given)
    place = _place("value", match["low"] or match["most"], words, text, before)
    value, low, high = _bounds(match)
    currency = match["unit"] or (before.currency if before else None)
    if currency is not None and not _CURRENCY.fullmatch(currency):
        raise UsageError(f"value: {currency!r} is no currency: give three capitals like USD")
    amount = next((one for one in (value, low, high) if one is not None), 0)
    return Money(amount, low, high, currency, bool(match["about"]), *place)


def date(field: str, given: str, text: Text, before: When | None) -> When | None:
    """An EDTF date, with `=WORDS` where the text says it; without them the words before stay. Empty: none."""
    if not given.strip():
        return None
    edtf, equals, words = given.partition("=")
    try:
        parse(edtf.strip())
    except ValueError as error:
        raise UsageError(f"{field}: {error}") from error
    if equals and words.strip():
        return When(edtf.strip(), *text.place(field, words))
    literal = None if equals else text.in_sentence(edtf)
    if literal is not None:
        return When(edtf.strip(), *literal)
    if before is None or equals:
        return When(edtf.strip(), None, None, None)
    return When(edtf.strip(), before.text, before.start, before.end)


def _amount(field: str, given: str) -> tuple[re.Match[str], str | None]:
    number, equals, words = given.partition("=")
    match = _AMOUNT.fullmatch(number.strip())
    if not match:
        raise UsageError(f"{field}: {number!r} is no number: give one like 12, ~20, 10-20, 10-, -20 or 3 battery")
    return match, words if equals else None


def _bounds(match: re.Match[str]) -> tuple[float | int | None, float | int | None, float | int | None]:
    if match["most"] is not None:
        return None, None, _number(match["most"])
    low = _number(match["low"])
    if match["open"] is None:
        return low, None, None
    return None, low, None if match["high"] is None else _number(match["high"])


def _number(digits: str) -> float | int:
    return float(digits) if "." in digits else int(digits)


def _place(field: str, number: str, words: str | None, text: Text, before: Quantity | Money | None) -> Place:
    """The words given, else the number itself in the claim's sentences, else the words before where they are no other
    number: "a dozen" can be 12 or 13, "10" cannot."""
    if words is not None:
        return text.place(field, words)
    found = text.in_sentence(number)
    if found is None and before is not None and not any(map(str.isdecimal, before.text)):
        found = Place(before.text, before.start, before.end)
    if found is None:
        raise UsageError(f"{field}: the claim's sentences do not say {number}: write {field}={number}=WORDS")
    return found
