"""What claims are held against: a document with its numbered sentences, its parse, its voices and who it speaks of."""

from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence

from foedus.careful.numbering import Numbered
from foedus.careful.proof.words import Span, Text
from foedus.gazetteer.mention import Sense
from foedus.language.parse import Sentence
from foedus.model.document import Document
from foedus.model.vocabulary import ClaimType
from foedus.reader.analysis import Analysis
from foedus.reader.deciding.shares import StageShares
from foedus.reader.linker.candidates import Stand
from foedus.reader.linker.mention import Mention
from foedus.reader.linker.stand import stand_of
from foedus.reader.matching import Hit
from foedus.reader.read import Reader
from foedus.reader.timing import Dates
from foedus.reader.tools import Tools
from foedus.reader.unit import Unit
from foedus.reader.view import View
from foedus.reader.voice import Heard, Hearing

BRACKET = "bracket"
FAR = 99
"""Steps between words that no parse joins."""


class Ground:
    """One document, taken apart once for all that is told of it."""

    def __init__(self, document: Document, numbered: Numbered, reader: Reader) -> None:
        apart = reader.taken_apart(document, sift=False, brackets=True)
        self.apart = apart
        self.document = document
        self.numbered = numbered
        self.text = Text(document.text)
        self.analysis: Analysis = apart.analysis
        self.hearing: Hearing = apart.hearing
        self.stages: StageShares = apart.stages
        self.dates = Dates(document)
        self.tools: Mapping[str, Tools] = apart.tools
        self.spoken = apart.hearing.spoken()
        """By parsed sentence, who speaks for which stretch of it."""
        self.stand: Stand = stand_of(apart.analysis, apart.tools, self.spoken, document.published)
        self._scanner = reader.scanner
        self._views = [view for view in self.analysis.views if view.zone != BRACKET]
        self._inserted = [view for view in self.analysis.views if view.zone == BRACKET]

    def view_at(self, place: int) -> View | None:
        """The parsed sentence that a code point stands in, that of an editor's bracket before the one around it; None
        where nothing was parsed."""
        return _holding(self._inserted, place) or _holding(self._views, place)

    def heard(self, view: View, target: Sequence[int], skipped: Collection[str] = ()) -> Heard:
        """What is heard over tokens of a sentence. An editor's bracket is nobody's word but the outlet's, whoever
        says what stands around it."""
        found = self.hearing.of(view, target, skipped)
        if view.zone != BRACKET:
            return found
        own = tuple(one for one in found.voices if view.sentence.start <= one.start < view.sentence.end)
        standing = found.standing if own or not found.voices else "stated"
        return found._replace(voices=own, standing=standing, quoted=False)

    def tools_of(self, view: View) -> Tools:
        """What is known of the sentence's language."""
        return self.tools[self.analysis.langs[view.index]]

    def hits(self, view: View, span: tuple[int, int], claim_type: ClaimType) -> list[Hit[Unit]]:
        """The units of a type whose words touch the span, the closest in extent first."""
        tokens = set(view.sentence.covering(*span))
        some = [
            hit._replace(senses=senses)
            for hit in self.tools_of(view).units.hits(view.sentence)
            if tokens & set(hit.content) and (senses := tuple(unit for unit in hit.senses if unit.type == claim_type))
        ]
        return sorted(some, key=lambda hit: (len(set(hit.content) ^ tokens), hit.nested))

    def evokes(self, claim_type: ClaimType, span: Span) -> bool:
        """Whether the lexicon knows the words there for ones that evoke the type."""
        view = self.view_at(span.start)
        return view is not None and bool(self.hits(view, span, claim_type))

    def mentions_in(self, view: View, span: tuple[int, int]) -> Iterator[Mention]:
        """Whoever or whatever words of the span mean."""
        for one in self.stand.people.mentions[view.index]:
            if one.start < span[1] and span[0] < one.end:
                yield one

    def names_in(self, span: Span) -> list[Sense]:
        """What the gazetteer knows of the words alone, the surest first: for what is not parsed, as datelines."""
        found = self._scanner.scan(self.text.words(span), self.document.lang)
        return [sense for mention in found for sense in mention.senses]

    def distance(self, one: Span, other: Span) -> tuple[int, int]:
        """How far two places are: steps in the parse, then characters."""
        apart = max(other.start - one.end, one.start - other.end, 0)
        view = self.view_at(one.start)
        if view is None or view is not self.view_at(other.start):
            return FAR, apart
        first, second = view.sentence.head_of(*one), view.sentence.head_of(*other)
        if first is None or second is None:
            return FAR, apart
        return steps_between(view.sentence, first, second), apart


def _holding(views: Sequence[View], place: int) -> View | None:
    number = bisect_right(views, place, key=lambda view: view.sentence.start) - 1
    return views[number] if number >= 0 and place < views[number].sentence.end else None


def steps_between(sentence: Sentence, one: int, other: int) -> int:
    """Steps up and down the tree from one word to another."""
    up = _way_up(sentence, one)
    down = _way_up(sentence, other)
    meeting = next((steps for steps, i in enumerate(up) if i in down), None)
    return FAR if meeting is None else meeting + down.index(up[meeting])


def _way_up(sentence: Sentence, i: int) -> Sequence[int]:
    return [i, *(token.i for token in sentence.ancestors(i))]
