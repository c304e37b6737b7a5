"""Where the words of a told claim stand: each in the sentence that is named, and which of several places is meant.

A wrong number is forgiven where it proves nothing by itself. Words that are said to stand beside the trigger must
stand there: a claim put together from two sentences is none. Words said to stand elsewhere may be misnumbered where
they stand in one sentence of the document only; the trigger, where besides a core filler is told with that sentence's
number and stands in it. One wrong number a claim, no more.
"""

from collections.abc import Sequence
from typing import NamedTuple

from foedus.careful.answer import Quote, ToldClaim, ToldFiller
from foedus.careful.numbering import SILENT, NumberedSentence
from foedus.careful.proof.fault import Fault
from foedus.careful.proof.ground import Ground
from foedus.careful.proof.words import Span
from foedus.careful.proven import Mended
from foedus.model.vocabulary import TYPES

SLIPS = 1
"""How many wrong numbers a claim may have."""


class PlacedFiller(NamedTuple):
    """A told filler, where its words stand, and where the text names who is meant (None where that is not told)."""

    told: ToldFiller
    span: Span
    names: Span | None


class Placed(NamedTuple):
    """A told claim with the places of its trigger and fillers; `notes` say where one of several places was taken."""

    told: ToldClaim
    trigger: Span
    sentence: NumberedSentence
    fillers: tuple[PlacedFiller, ...]
    notes: tuple[Mended, ...]


def placed(ground: Ground, told: ToldClaim) -> Placed:
    """The places of a claim's trigger and fillers; Fault where words do not stand where they should."""
    return _Placing(ground, told).placed()


class _Placing:
    """The work on one claim: counts wrong numbers, keeps notes."""

    def __init__(self, ground: Ground, told: ToldClaim) -> None:
        self._ground = ground
        self._told = told
        self._slips = 0
        self._notes: list[Mended] = []

    def placed(self) -> Placed:
        sentence = self._home()
        if sentence.zone in SILENT:
            raise Fault("silent_zone", self._ground.numbered.words(sentence.number))
        trigger = self._trigger(sentence)
        fillers = tuple(self._filler(one, sentence, trigger) for one in self._told.roles)
        return Placed(self._told, trigger, sentence, fillers, tuple(self._notes))

    def _home(self) -> NumberedSentence:
        """The sentence of the trigger."""
        trigger = self._told.trigger
        named = self._ground.numbered.at(trigger.sentence)
        if named is not None and self._places(trigger.quote, named):
            return named
        other = self._only(trigger.quote)
        if other is None or not any(self._stands_in(filler, other) for filler in self._told.roles):
            raise self._missing(trigger.quote, named)
        self._slip(trigger.quote)
        return other

    def _stands_in(self, filler: ToldFiller, sentence: NumberedSentence) -> bool:
        """Whether a core filler is told with the sentence's number and stands there."""
        core = filler.role in TYPES[self._told.type].core
        return core and filler.sentence == sentence.number and bool(self._places(filler.quote, sentence))

    def _trigger(self, sentence: NumberedSentence) -> Span:
        """Where the lexicon evokes the type, and of several such places the nearest to the fillers."""
        places = self._places(self._told.trigger.quote, sentence)
        beside = [
            found
            for filler in self._told.roles
            if filler.sentence == self._told.trigger.sentence and (found := self._places(filler.quote, sentence))
        ]

        def order(place: Span) -> tuple[bool, int]:
            far = sum(min(self._ground.distance(place, other)[0] for other in some) for some in beside)
            return not self._ground.evokes(self._told.type, place), far

        return self._chosen("trigger", self._told.trigger.quote, places, min(places, key=order))

    def _filler(self, filler: ToldFiller, home: NumberedSentence, trigger: Span) -> PlacedFiller:
        beside = filler.sentence == home.number
        span = self._nearest(filler.role, Quote(filler.sentence, filler.quote), home if beside else None, trigger)
        names = None
        if filler.stands_for is not None:
            names = self._nearest(filler.role, filler.stands_for, None, span)
        return PlacedFiller(filler, span, names)

    def _nearest(self, field: str, quote: Quote, home: NumberedSentence | None, near: Span) -> Span:
        """The place of words in the sentence that is named, the nearest to a place where there are several."""
        named = home or self._ground.numbered.at(quote.sentence)
        places = self._places(quote.quote, named) if named else []
        if not places and home is None:
            other = self._only(quote.quote)
            if other is not None:
                self._slip(quote.quote)
                places = self._places(quote.quote, other)
        if not places:
            raise self._missing(quote.quote, named)
        return self._chosen(
            field, quote.quote, places, min(places, key=lambda place: self._ground.distance(place, near))
        )

    def _places(self, quote: str, sentence: NumberedSentence) -> list[Span]:
        return self._ground.text.places(quote, sentence.start, sentence.end)

    def _only(self, quote: str) -> NumberedSentence | None:
        """The only numbered sentence in which the words stand."""
        found = [one for one in self._ground.numbered.sentences if self._places(quote, one)]
        return found[0] if len(found) == 1 else None

    def _missing(self, quote: str, named: NumberedSentence | None) -> Fault:
        if named is None:
            return Fault("no_such_sentence", quote)
        return Fault("other_sentence" if self._ground.text.places(quote) else "not_in_text", quote)

    def _slip(self, quote: str) -> None:
        self._slips += 1
        if self._slips > SLIPS:
            raise Fault("other_sentence", quote)

    def _chosen(self, field: str, quote: str, places: Sequence[Span], chosen: Span) -> Span:
        if len(places) > 1:
            words = f"place {places.index(chosen) + 1} of {len(places)}"
            why = "where the lexicon evokes the type" if field == "trigger" else "nearest in the parse"
            self._notes.append(Mended(field, quote, words, why))
        return chosen
