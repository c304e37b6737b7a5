"""How many pieces, and sums of money: number words, digits, bounds and units beside an item or trigger."""

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from foedus.language.fold import fold
from foedus.model.claim import Filler, Money, Quantity
from foedus.reader.lexicon import Lexicon
from foedus.reader.view import View

_DIGITS = re.compile(r"\d{1,3}(?:[   .,]\d{3})+(?!\d)|\d+(?:[.,]\d+)?")


class _Number(NamedTuple):
    value: float | int | None
    low: float | int | None
    high: float | int | None
    approximate: bool
    start: int
    end: int


def quantity_of(lexicon: Lexicon, view: View, item: Filler) -> Quantity | None:
    """The number that counts an item, with its unit ("deux batteries de S-400"); None where the text gives none."""
    head = view.sentence.head_of(item.start, item.end)
    if head is None:
        return None
    units: Mapping[str, str] = lexicon.words.get("units", {})
    for i in _counted(view, head, lexicon):
        number = _collective(lexicon, view, i) or _number_before(lexicon, view, i)
        if number:
            unit = units.get(view.lemma(i), "piece")
            text = view.text[number.start : number.end]
            return Quantity(
                number.value, number.low, number.high, unit, number.approximate, text, number.start, number.end
            )
    return None


def _counted(view: View, head: int, lexicon: Lexicon) -> list[int]:
    """The item's head and the measure nouns above it, nearest first."""
    found = [head]
    for above in view.sentence.ancestors(head):
        if above.upos != "NOUN" or not (
            above.lemma.lower() in lexicon.cues("measures")
            or above.lemma.lower() in lexicon.words.get("units", {})
            or any(name.head == above.i for name in view.names)
        ):
            break
        found.append(above.i)
    return found


def _collective(lexicon: Lexicon, view: View, i: int) -> _Number | None:
    """A noun that is a number: "une vingtaine de chars", "dozens of drones"."""
    token = view.tokens[i]
    parsed = _parse(token.text.lower(), lexicon.words.get("numbers", {}))
    if parsed is None or token.upos != "NOUN":
        return None
    low, high = parsed
    exact = low if low == high else None
    bounds = (None, None) if low == high else (low, high)
    return _Number(exact, bounds[0], bounds[1], True, token.start, token.end)


def _number_before(lexicon: Lexicon, view: View, i: int) -> _Number | None:
    numbers: Mapping[str, Any] = lexicon.words.get("numbers", {})
    for child in view.sentence.dependents(i):
        if child.i > i or child.dep not in ("nummod", "det", "nmod", "amod", "compound"):
            continue
        parsed = _parse(fold(child.text).lower(), numbers)
        if parsed is None or view.name_at(child.i):
            continue
        low, high = parsed
        before = fold(view.text[max(view.sentence.start, child.start - 14) : child.start]).lower()
        approximate = any(before.rstrip().endswith(word) for word in lexicon.cues("approximately")) or low != high
        value = low if low == high else None
        bounds = (None, None) if low == high else (low, high)
        return _Number(value, bounds[0], bounds[1], approximate, child.start, child.end)
    return None


def _parse(text: str, numbers: Mapping[str, Any]) -> tuple[float | int, float | int] | None:
    if text in numbers:
        value = numbers[text]
        return (value[0], value[1]) if isinstance(value, list) else (value, value)
    match = _DIGITS.fullmatch(text)
    if not match:
        return _compound(text, numbers)
    digits = re.sub(r"[   ]", "", text)
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", digits):
        digits = re.sub(r"[.,]", "", digits)
    number = float(digits.replace(",", "."))
    whole = int(number) if number.is_integer() else number
    return whole, whole


def _compound(text: str, numbers: Mapping[str, Any]) -> tuple[int, int] | None:
    """A number of several words: "vingt-quatre", "twenty-four"; tens and units add, hundreds and more multiply."""
    parts = [part for part in re.split(r"[-\s]+", text) if part not in ("et", "and")]
    values = [value for part in parts if isinstance(value := numbers.get(part), int)]
    if len(parts) < 2 or len(values) < len(parts):
        return None
    total = 0
    for value in values:
        total = total * value if total and value >= 100 else total + value
    return total, total


def money_in(lexicon: Lexicon, view: View) -> Money | None:
    """The first sum of money of the sentence ("2,5 milliards d'euros", "$14 billion"); None where there is none."""
    data: Mapping[str, Any] = lexicon.words.get("money", {})
    scales: Mapping[str, int] = data.get("scales", {})
    currencies: Mapping[str, str] = data.get("currencies", {})
    scale = "|".join(map(re.escape, scales))
    names = "|".join(sorted(map(re.escape, currencies), key=len, reverse=True))
    if not names:
        return None
    number = r"(?P<number>\d[\d   .,]*\d|\d)"
    pattern = (
        rf"(?P<before>{names})?\s?{number}(?:\s(?P<scale>{scale})s?)?(?:\s(?:de\s|d')?(?P<after>{names})s?)?(?!\w)"
    )
    text = fold(view.text[view.sentence.start : view.sentence.end]).lower()
    for match in re.finditer(pattern, text):
        name = match["before"] or match["after"]
        parsed = _parse(match["number"], {})
        if not name or parsed is None:
            continue
        amount = parsed[0] * scales.get(match["scale"] or "", 1)
        start, end = view.sentence.start + match.start(), view.sentence.start + match.end()
        while view.text[start].isspace():
            start += 1
        return Money(amount, None, None, currencies[name], False, view.text[start:end], start, end)
    return None
