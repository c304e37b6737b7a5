"""Told dates, numbers and sums against their words: where the reader's own dating and counting read them, theirs hold.

What is not read by them is kept only where its figures stand in the words; else it is left out, and that is told.
"""

import re
from typing import NamedTuple

from foedus.careful.answer import Quote, ToldDate, ToldMoney, ToldQuantity
from foedus.careful.proof.fault import Fault
from foedus.careful.proof.ground import Ground
from foedus.careful.proof.words import Span
from foedus.careful.proven import Mended
from foedus.language.fold import fold
from foedus.model import edtf
from foedus.model.claim import Cue, Money, Quantity, When
from foedus.reader.counting.money import Sum, sums_in
from foedus.reader.counting.numbers import Number, numbers_in
from foedus.reader.counting.words import load_numbers
from foedus.reader.quantities import PIECE

_FIGURES = re.compile(r"\d+(?:[.,  ]\d+)*")
YEAR, MONTH = len("2024"), len("2024-01")
_UNREAD = "these words are not read as that"


class Measured(NamedTuple):
    """Date, deadline, number and sum that hold, with their cues and what was mended."""

    when: When | None
    due: When | None
    quantity: Quantity | None
    value: Money | None
    cues: tuple[Cue, ...]
    mended: tuple[Mended, ...]


class Measures:
    """The work on one claim: each value is proven by itself, cues and notes gather."""

    def __init__(self, ground: Ground, near: Span) -> None:
        self._ground = ground
        self._near = near
        self._cues: list[Cue] = []
        self._notes: list[Mended] = []

    def of(
        self, when: ToldDate | None, due: ToldDate | None, quantity: ToldQuantity | None, value: ToldMoney | None
    ) -> Measured:
        """What holds of them; Fault where words do not stand where they are said to."""
        dates = self._date("when", when), self._date("due", due)
        number, money = self._quantity(quantity), self._money(value)
        return Measured(*dates, number, money, tuple(self._cues), tuple(self._notes))

    def _place(self, quote: Quote) -> Span:
        named = self._ground.numbered.at(quote.sentence)
        places = self._ground.text.places(quote.quote, named.start, named.end) if named else []
        if not places:
            code = "other_sentence" if self._ground.text.places(quote.quote) else "not_in_text"
            raise Fault(code, quote.quote)
        return min(places, key=lambda place: self._ground.distance(place, self._near))

    def _date(self, field: str, told: ToldDate | None) -> When | None:
        if told is None:
            return None
        span = self._place(told.words) if told.words is not None else None
        try:
            edtf.parse(told.edtf)
        except ValueError:
            self._left_out(field, told.edtf, "no date in EDTF")
            return None
        if span is None:
            return self._of_publication(field, told.edtf)
        words = self._ground.text.words(span)
        own = self._own_date(span)
        if own is None and not (_is_year_of(told.edtf, words) or self._is_rough(told.edtf, span)):
            self._left_out(field, told.edtf, f"{_UNREAD}: {words}")
            return None
        self._cues.append(Cue("date", words, *span))
        if own is not None and own != told.edtf and _may_mean(told.edtf, own, words):
            own = told.edtf
        if own is not None and own != told.edtf:
            self._notes.append(Mended(field, told.edtf, own, words))
        return When(own or told.edtf, words, *span)

    def _is_rough(self, told: str, span: Span) -> bool:
        """Whether words that tell a time can say a date that the reader does not make of them ("a year before")."""
        view = self._ground.view_at(span.start)
        telling = view and self._ground.tools_of(view).calendar.tells_time(self._ground.text.words(span))
        return bool(telling) and _is_rough(told)

    def _own_date(self, span: Span) -> str | None:
        """What the reader's dating makes of the words: the date that shares most of them."""
        view = self._ground.view_at(span.start)
        if view is None:
            return None
        found = self._ground.dates.inside(view, self._ground.tools_of(view))
        shared = {
            date.when.edtf: min(span.end, date.when.end or 0) - max(span.start, date.when.start or 0) for date in found
        }
        best = max(shared, key=lambda one: shared[one], default=None)
        return best if best is not None and shared[best] > 0 else None

    def _of_publication(self, field: str, told: str) -> When | None:
        """A date without words: the document's own, or less exact."""
        published = self._ground.document.published or ""
        if published and published.startswith(told):
            return When(told, None, None, None)
        self._left_out(field, told, "no words, and not the day of publication")
        return None

    def _quantity(self, told: ToldQuantity | None) -> Quantity | None:
        if told is None:
            return None
        span = self._place(Quote(told.sentence, told.quote))
        words = self._ground.text.words(span)
        own = self._own_number(span)
        if own is None:
            said = (told.value, told.min, told.max)
            if not _figures_stand(said, words) or all(one is None for one in said):
                self._left_out("quantity", _numbers(*said), f"{_UNREAD}: {words}")
                return None
            value, low, high, rough = told.value, told.min, told.max, told.approximate
        else:
            value, low, high, rough = own.value, own.low, own.high, own.approximate
            if (value, low, high) != (told.value, told.min, told.max):
                held, said_so = _numbers(value, low, high), _numbers(told.value, told.min, told.max)
                self._notes.append(Mended("quantity", said_so, held, words))
        self._cues.append(Cue("number", words, *span))
        return Quantity(value, low, high, self._unit(told.unit, span), rough or told.approximate, words, *span)

    def _own_number(self, span: Span) -> Number | None:
        """The number that shares a character with the words, the first of several."""
        view = self._ground.view_at(span.start)
        if view is None:
            return None
        words = load_numbers(self._ground.tools_of(view).lexicon.lang)
        sentence = view.sentence
        found = numbers_in(words, fold(self._ground.text.text), sentence.start, sentence.end)
        return next((one for one in found if span.overlaps((one.start, one.end))), None)

    def _unit(self, told: str | None, span: Span) -> str | None:
        """The unit that the words name, else the told one where it is a known one, else pieces."""
        view = self._ground.view_at(span.start)
        if view is None:
            return PIECE
        units = load_numbers(self._ground.tools_of(view).lexicon.lang).units
        named = next((units[view.lemma(i)] for i in view.sentence.covering(*span) if view.lemma(i) in units), None)
        return named or (told if told in units.values() else PIECE)

    def _money(self, told: ToldMoney | None) -> Money | None:
        if told is None:
            return None
        span = self._place(Quote(told.sentence, told.quote))
        own = self._own_sum(span)
        words = self._ground.text.words(span)
        if own is None:
            self._left_out("value", str(told.amount), f"{_UNREAD}: {words}")
            return None
        money = own.money(self._ground.text.text)
        if (money.amount, money.currency) != (told.amount, told.currency):
            said = f"{told.amount} {told.currency}"
            self._notes.append(Mended("value", said, f"{money.amount} {money.currency}", words))
        self._cues.append(Cue("number", money.text, money.start, money.end))
        return money

    def _own_sum(self, span: Span) -> Sum | None:
        view = self._ground.view_at(span.start)
        if view is None:
            return None
        words = load_numbers(self._ground.tools_of(view).lexicon.lang)
        text = fold(self._ground.text.text)
        found = sums_in(words, text, view.sentence.start, view.sentence.end)
        return next((one for one in found if span.overlaps((one.start, one.end))), None)

    def _left_out(self, field: str, told: str, why: str) -> None:
        self._notes.append(Mended(field, told, "", why))


def _is_year_of(told: str, words: str) -> bool:
    """Whether a told date is nothing but years whose figures stand in the words."""
    years = [part for part in told.rstrip("~?%").split("/") if part not in ("", "..")]
    return bool(years) and all(len(year) == 4 and year.isdigit() and year in words for year in years)


def _is_rough(told: str) -> bool:
    """Whether a told date is no more exact than months, or has a year's first or last day for its border: what words
    such as "a year before" or "by the end of the year" can say."""
    parts = [part for part in told.rstrip("~?%").split("/") if part not in ("", "..")]
    return bool(parts) and all(len(part) <= MONTH or part[MONTH - 2 :] in ("01-01", "12-31") for part in parts)


def _may_mean(told: str, own: str, words: str) -> bool:
    """Whether words that the reader dates otherwise can mean the told date too: words without a year may mean the one
    before or after ("in June" of a plan), and of a stretch the reader may have read one border only."""
    ends = [part for part in own.split("/") if part != ".."]
    if "/" in told and ".." not in told and ".." in own and set(ends) <= set(told.split("/")):
        return True
    if own[:YEAR] in words or not (own[:YEAR] + told[:YEAR]).isdigit():
        return False
    return own[YEAR:] == told[YEAR:] != "" and abs(int(own[:YEAR]) - int(told[:YEAR])) == 1


def _figures_stand(said: tuple[float | int | None, ...], words: str) -> bool:
    """Whether every number stands in the words in figures."""
    figures = {re.sub(r"\D", "", found) for found in _FIGURES.findall(words)}
    return all(re.sub(r"\D", "", f"{one:g}") in figures for one in said if one is not None)


def _numbers(value: float | None, low: float | None, high: float | None) -> str:
    return f"{value}" if value is not None else f"{low}…{high}"
