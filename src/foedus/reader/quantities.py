"""How many pieces: the number that counts an item or stands in a trigger's own place, with its unit."""

from collections.abc import Iterator, Sequence

from foedus.language.fold import fold
from foedus.model.claim import Filler, Money, Quantity
from foedus.reader.counting.money import sums_of
from foedus.reader.counting.numbers import Number, numbers_in
from foedus.reader.counting.words import load_numbers
from foedus.reader.dates import Found
from foedus.reader.lexicon import Lexicon
from foedus.reader.view import View

PIECE = "piece"
COUNTING = ("nummod", "det", "nmod", "amod", "compound", "nummod:gov", "nummod:entity", "advmod", "obl")
OBJECTS = ("obj", "nsubj:pass", "nummod", "nummod:gov")
_BETWEEN = ("ADJ", "NOUN", "PROPN", "NUM", "DET", "ADP", "SYM", "X")
_NEAR = 5
"""Words that may stand between a number and what it counts: "24 new French-built Rafale"."""


class Counted:
    """The numbers and sums of one sentence, found once; what belongs to a date is no number."""

    def __init__(self, lexicon: Lexicon, view: View, dates: Sequence[Found] = ()) -> None:
        self._words = load_numbers(lexicon.lang)
        self._measures = lexicon.cues("measures")
        self._view = view
        self._text = fold(view.text[view.sentence.start : view.sentence.end])
        numbers = numbers_in(self._words, self._text, 0, len(self._text))
        self._sums = sums_of(self._words, self._text, (0, len(self._text)), numbers)
        self._numbers = [self._placed(number) for number in self._free(numbers, dates)]

    @property
    def sums(self) -> list[Money]:
        """The sums of money of the sentence ("2,5 milliards d'euros", "$14 billion"), in text order."""
        begin = self._view.sentence.start
        return [one._replace(start=one.start + begin, end=one.end + begin).money(self._view.text) for one in self._sums]

    def of_item(self, item: Filler) -> Quantity | None:
        """The number that counts an item ("deux batteries de S-400"); None where the text gives none."""
        head = self._view.sentence.head_of(item.start, item.end)
        if head is None:
            return None
        for i in self._counted(head):
            lemma = self._view.lemma(i)
            number = self._at(i) or self._below(i) or self._before(i)
            if number and lemma not in self._words.kinds:
                return self._quantity(self._whole(number), self._words.units.get(lemma, PIECE))
        return None

    def of_trigger(self, anchor: int) -> Quantity | None:
        """The number that stands where the trigger's object should ("twelve were delivered", "en a livré douze")."""
        for child in self._view.sentence.dependents(anchor):
            token = self._view.tokens[child.i]
            if token.upos == "NUM" and token.dep in OBJECTS and (number := self._at(child.i)):
                return self._quantity(self._whole(number), PIECE)
        return None

    def _free(self, numbers: Sequence[Number], dates: Sequence[Found]) -> Iterator[Number]:
        """Those outside of sums and dates."""
        begin = self._view.sentence.start
        taken = [(one.start, one.end) for one in self._sums]
        taken += [((date.when.start or 0) - begin, (date.when.end or 0) - begin) for date in dates]
        for number in numbers:
            if not any(start <= number.start < end for start, end in taken):
                yield number

    def _placed(self, number: Number) -> Number:
        start = self._view.sentence.start
        return number._replace(start=number.start + start, end=number.end + start)

    def _counted(self, head: int) -> list[int]:
        """The item's head and the measure nouns above it, nearest first."""
        found, view = [head], self._view
        for above in view.sentence.ancestors(head):
            lemma = above.lemma.lower()
            measures = lemma in self._measures or lemma in self._words.units or lemma in self._words.kinds
            counts = self._at(above.i)
            named = any(name.head == above.i for name in view.names)
            if not (above.upos in ("NOUN", "NUM") and (measures or named or (counts and counts.noun))):
                break
            found.append(above.i)
        return found

    def _at(self, i: int) -> Number | None:
        """The number that the i-th word belongs to."""
        token = self._view.tokens[i]
        return next((one for one in self._numbers if one.start < token.end and token.start < one.end), None)

    def _below(self, i: int) -> Number | None:
        view = self._view
        for child in view.sentence.dependents(i):
            if child.i < i and child.dep in COUNTING and not view.name_at(child.i):
                number = self._at(child.i)
                if number and self._adjoins(number, i):
                    return number
        return None

    def _before(self, i: int) -> Number | None:
        """The number right before the word, with nothing but its adjectives and nouns between."""
        ends = [number for number in self._numbers if number.end <= self._view.tokens[i].start]
        return ends[-1] if ends and self._adjoins(ends[-1], i, near=_NEAR) else None

    def _adjoins(self, number: Number, i: int, near: int = 2 * _NEAR) -> bool:
        view = self._view
        between = [token for token in view.tokens[:i] if token.start >= number.end]
        subtree = set(view.sentence.subtree(i))
        inside = all(token.i in subtree for token in between)
        plain = all(token.upos in _BETWEEN for token in between)
        spread = any(token.upos == "ADP" for token in between) and not number.noun
        return len(between) <= near and inside and plain and not spread

    def _whole(self, number: Number) -> Number:
        """Of "24 of the 50" the first."""
        place = self._numbers.index(number)
        start = self._view.sentence.start
        link = self._words.partitive.search(self._text, max(0, number.start - start - 16), number.start - start)
        if place == 0 or not link:
            return number
        first = self._numbers[place - 1]
        return number if self._text[first.end - start : link.start()].strip() else first

    def _quantity(self, number: Number, unit: str) -> Quantity:
        text = self._view.text[number.start : number.end]
        return Quantity(number.value, number.low, number.high, unit, number.approximate, text, number.start, number.end)


def first_of(counted: Counted, items: Sequence[Filler]) -> Quantity | None:
    """The quantity of the first item that has one."""
    return next((quantity for item in items if (quantity := counted.of_item(item))), None)
