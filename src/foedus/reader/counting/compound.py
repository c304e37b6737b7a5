"""A number of several words, part by part."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from foedus.reader.counting.words import Amount, NumberWords

if TYPE_CHECKING:
    from foedus.reader.counting.numbers import Part

_TEENS = (10, 70, 90)
"""Where 17, 18 and 19 are said with two words, as are 77 and 97: "dix-sept"."""


class Compound:
    """Takes parts one by one as long as they make one number; `taken` is the place after the last one taken."""

    def __init__(self, words: NumberWords) -> None:
        self._words = words
        self._total: Amount = 0
        self._now: Amount | None = None
        self._scale = 10**15
        self._range: tuple[Amount, Amount] | None = None
        self._closed = False
        self._last: Amount = 0
        self.parts: list[str] = []
        self.taken = 0
        self.noun = False
        self.rough = False
        self.scaled = False

    def takes(self, parts: Sequence["Part"], i: int, *, article: bool) -> bool:
        """Whether the i-th part goes on with the number; a joining word counts with the part behind it."""
        if self._closed:
            return False
        part = parts[i]
        half = next((half for half in self._words.half_after if self._meets(half, parts, i)), None)
        if half:
            self._add_half()
            self.taken = i + len(half)
            return True
        if self.parts and part.text in ("-", *self._words.joins, *self._words.links) and i + 1 < len(parts):
            return self._over(part.text, parts, i + 1)
        if self._takes(part, article=article):
            self.taken = i + 1
            return True
        return False

    def _over(self, joint: str, parts: Sequence["Part"], i: int) -> bool:
        part = parts[i]
        if joint == "-":
            fits = part.text in self._words.words or part.text in self._words.scales
        elif joint in self._words.joins:
            least, most = self._words.joins[joint]
            value = self._words.words.get(part.text)
            fits = value is not None and self._last >= least and value <= most
        else:  # "dozens of thousands": what counts is counted in scales
            fits = (self.noun or self._range is not None) and self._scale_of(part.text) is not None
        if fits and self._takes(part, article=False):
            self.taken = i + 1
            return True
        return False

    def _scale_of(self, text: str) -> int | None:
        scale = self._words.scales.get(text)
        if scale is None and self._words.nouns.get(text, 0) >= 1000:
            scale = self._words.nouns[text]
        return scale

    def _takes(self, part: "Part", *, article: bool) -> bool:
        words, text = self._words, part.text
        fits = False
        if part.figure is not None:
            fits = not self.parts
            self._now = part.figure if fits else self._now
        elif text in words.plurals and not self.parts and not article:
            fits, self.noun, self._range = True, True, words.plurals[text]
        elif text in words.words:
            fits = self._add(words.words[text])
        elif text in words.nouns and not self.scaled:
            fits = self._count(text)
        elif text in words.scales:
            fits = self._multiply(text, article=article)
        if fits:
            self.parts.append(text)
        return fits

    def _add(self, value: Amount) -> bool:
        now = self._now
        if self.noun or self._range:
            return False
        if now is None or now == 0:
            self._now = value
        elif isinstance(now, float) or self.parts[-1][0].isdigit():
            return False
        elif self._words.vigesimal and value == 20 and now % 100 == 4:
            self._now = now + 76
        elif self._fits(now, value):
            self._now = now + value
        else:
            return False
        self._last = value
        return True

    def _fits(self, now: Amount, value: Amount) -> bool:
        if value >= 100:
            return False
        below = now % 100
        if below == 0:
            return True
        if value < 10:
            teens = self._words.vigesimal and below in _TEENS
            return below % 10 == 0 and (value >= 7 if teens else below >= 20)
        return self._words.vigesimal and below in (60, 80) and value < 20

    def _count(self, text: str) -> bool:
        value = self._words.nouns[text]
        if self._range is not None:
            if value < 1000:
                return False
            self._range = (self._range[0] * value, self._range[1] * value)
            self.noun = True
            return True
        if self.noun:
            if value < 1000 or self._now is None:
                return False
            self._now *= value
            return True
        self.rough = self.rough or (text in self._words.rough)
        self._now = (self._now or 1) * value
        self.noun = True
        return True

    def _multiply(self, text: str, *, article: bool) -> bool:
        scale = self._words.scales[text]
        if self._range is not None:
            self._range = (self._range[0] * scale, self._range[1] * scale)
            self.scaled = True
            return True
        if self._now is None and not (article or text in self._words.alone or self._total):
            return False
        if scale == 100:
            if self._now is not None and not 0 < self._now < 100:
                return False
            self._now = (self._now or 1) * 100
        else:
            if scale >= self._scale:
                return False
            self._total += _whole((self._now if self._now is not None else 1) * scale)
            self._now, self._scale = None, scale
        self._last, self.scaled = scale, True
        return True

    def _meets(self, half: Sequence[str], parts: Sequence["Part"], i: int) -> bool:
        return bool(self.parts) and [part.text for part in parts[i : i + len(half)]] == list(half)

    def _add_half(self) -> None:
        """A half more, of the last scale where one has been said: "deux millions et demi"."""
        if self._now is None:
            self._total += self._scale // 2
            self._closed = True
        else:
            self._now += 0.5

    def bounds(self, *, several: bool) -> tuple[Amount, Amount]:
        """The least and the most; they are the same where it is one figure."""
        if self._range is not None:
            return self._range
        value = _whole(self._total + (self._now or 0))
        if several and (self.noun or self.scaled):
            return 2 * value, 10 * value - 1
        return value, value


def _whole(value: Amount) -> Amount:
    return round(value) if abs(value - round(value)) < 1e-6 else value
