"""A document's sentences, numbered from 1: what a model is shown, and what its answers refer to.

The numbers depend on the stored text alone: zones and sentence borders are told by rule, without a lexicon, a parse
or a user's settings.
"""

from bisect import bisect_right
from typing import NamedTuple

from foedus.language.sentences import split
from foedus.language.zones import ZoneKind, zones
from foedus.model.document import Document

SILENT: frozenset[ZoneKind] = frozenset({"credit", "dateline"})
"""Zones that are shown, so that the model sees who speaks and when, but that make no claim."""
_APART = "boilerplate"


class NumberedSentence(NamedTuple):
    """Code points [start, end) of the stored text, the zone that they stand in and its paragraph, counted from 1."""

    number: int
    start: int
    end: int
    zone: ZoneKind
    paragraph: int


class Numbered:
    """The sentences of one document, in text order; the first has number 1."""

    def __init__(self, text: str, sentences: tuple[NumberedSentence, ...]) -> None:
        self.text = text
        self.sentences = sentences

    def at(self, number: int) -> NumberedSentence | None:
        """The sentence with a number; None where the document has none."""
        return self.sentences[number - 1] if 1 <= number <= len(self.sentences) else None

    def words(self, number: int) -> str:
        """The text of a sentence as it is stored; empty where there is none with the number."""
        found = self.at(number)
        return self.text[found.start : found.end] if found else ""

    def holding(self, place: int) -> NumberedSentence | None:
        """The sentence that a code point of the text stands in; None for spaces between sentences and boilerplate."""
        after = bisect_right(self.sentences, place, key=lambda sentence: sentence.end)
        found = self.sentences[after] if after < len(self.sentences) else None
        return found if found and found.start <= place else None

    @property
    def last(self) -> int:
        """The highest number; 0 where the document has no sentence."""
        return len(self.sentences)


def numbered(document: Document) -> Numbered:
    """Number the sentences of a document; boilerplate is left out.

    An editor's bracket stays in its sentence and is marked there by its own brackets.
    """
    text = document.text
    found: list[NumberedSentence] = []
    paragraph = 0
    for zone in zones(text, document.title, document.lang):
        if zone.kind in (_APART, "bracket"):
            continue
        paragraph += 1
        for start, end in split(text, zone.start, zone.end, zone.lang):
            found.append(NumberedSentence(len(found) + 1, start, end, zone.kind, paragraph))
    found.sort(key=lambda sentence: sentence.start)
    return Numbered(text, tuple(each._replace(number=i) for i, each in enumerate(found, 1)))
