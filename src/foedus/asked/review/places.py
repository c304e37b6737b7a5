"""Words as an analyst gives them, found in the text of a document: offsets, or the place nearest to the trigger."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from foedus.model.errors import UsageError

_OFFSETS = re.compile(r"(\d{1,9}):(\d{1,9})")

_SHOWN = 5
"""Places that a message names."""


class Place(NamedTuple):
    """Words with their offsets, end exclusive."""

    text: str
    start: int
    end: int


class Text(NamedTuple):
    """A document's text, and where in it a claim is: words are looked for in its sentences first."""

    text: str
    sentences: tuple[tuple[int, int], ...]
    near: int

    def place(self, field: str, given: str) -> Place:
        """The words, or what stands at `START:END`; UsageError where there are none such."""
        found = self.find(given)
        if found is None:
            raise UsageError(f"{field}: the text does not say {given!r}; give its words as they stand, or START:END")
        return found

    def only_place(self, field: str, given: str) -> Place:
        """The same, for words that the text has once; UsageError tells where they are where it has them more often."""
        places = list(_whole_words(self.text, given))
        if len(places) > 1 and not _OFFSETS.fullmatch(given):
            first = ", ".join(f"{one.start}:{one.end}" for one in places[:_SHOWN])
            more = " …" if len(places) > _SHOWN else ""
            raise UsageError(f"{field}: the text says {given!r} {len(places)} times: give START:END, of {first}{more}")
        return self.place(field, given)

    def find(self, given: str) -> Place | None:
        """The same; None where the text has no such words."""
        if match := _OFFSETS.fullmatch(given):
            start, end = int(match[1]), int(match[2])
            return Place(self.text[start:end], start, end) if start < end <= len(self.text) else None
        places = list(_whole_words(self.text, given))
        inside = [one for one in places if self._in_sentence(one)]
        return min(inside or places, key=lambda one: (abs(one.start - self.near), one.start), default=None)

    def in_sentence(self, given: str) -> Place | None:
        """The words in one of the claim's sentences; None where they do not stand there."""
        found = self.find(given)
        return found if found is not None and self._in_sentence(found) else None

    def _in_sentence(self, place: Place) -> bool:
        return any(start <= place.start and place.end <= end for start, end in self.sentences)


def _whole_words(text: str, given: str) -> Iterator[Place]:
    """Every place at which the words stand whole."""
    words = given.strip()
    if not words:
        return
    left, right = (r"\b" if words[0].isalnum() else "", r"\b" if words[-1].isalnum() else "")
    for match in re.finditer(left + re.escape(words) + right, text):
        yield Place(match[0], *match.span())
