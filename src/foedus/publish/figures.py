"""Numbers, sums and probabilities as cells show them."""

import math

from foedus.model.claim import Money, Quantity


def quantity(given: Quantity | None) -> str:
    """`about 12 launcher`, `5–7`, or nothing."""
    if given is None:
        return ""
    number = _number(given.value, given.min, given.max) or given.text
    unit = "" if given.unit in (None, "piece") else f" {given.unit}"
    return f"{'about ' if given.approximate else ''}{number}{unit}"


def money(given: Money | None) -> str:
    """`about 1,200,000,000 EUR`, or nothing."""
    if given is None:
        return ""
    return f"{'about ' if given.approximate else ''}{_figure(given.amount)} {given.currency or ''}".rstrip()


def two_digits(probability: float) -> str:
    """Rounded down, so that what does not reach a level does not seem to."""
    return f"{math.floor(probability * 100 + 1e-9) / 100:.2f}"


def span(low: float | None, high: float | None) -> str:
    """`6`, `6–8`, or nothing where neither end is known."""
    if low is None or high is None or low == high:
        known = low if low is not None else high
        return "" if known is None else f"{known:g}"
    return f"{low:g}–{high:g}"


def _number(value: float | None, low: float | None, high: float | None) -> str:
    if value is not None:
        return _figure(value)
    if low is not None and high is not None:
        return f"{_figure(low)}–{_figure(high)}"
    if low is not None:
        return f"at least {_figure(low)}"
    return f"at most {_figure(high)}" if high is not None else ""


def _figure(number: float) -> str:
    """With commas, and without the point that a record gives to whole numbers."""
    return f"{int(number) if number == int(number) else number:,}"
