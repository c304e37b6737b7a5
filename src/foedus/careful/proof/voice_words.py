"""A told voice where its words stand: the record of the voice, its reporting words, and whose those are."""

from typing import NamedTuple

from foedus.careful.answer import ToldVoice
from foedus.careful.numbering import NumberedSentence
from foedus.careful.proof.fault import Fault
from foedus.careful.proof.ground import Ground
from foedus.careful.proof.placing import Placed
from foedus.careful.proof.reporting_words import Whose, whose_words
from foedus.careful.proof.words import Span
from foedus.model.claim import Attribution, Cue

BEFORE = 3
"""How many sentences before the trigger's a voice without a tie of its own may stand."""


class VoiceWords(NamedTuple):
    """A told voice: the sentence and place of its words, its record, its reporting words, and whose these are."""

    told: ToldVoice
    sentence: NumberedSentence
    span: Span
    voice: Attribution
    cue: Cue | None
    whose: Whose


def voice_words(ground: Ground, one: Placed, told: ToldVoice) -> VoiceWords:
    """Where a told voice and its cue stand; Fault where they do not stand where they are said to."""
    named = ground.numbered.at(told.sentence)
    places = ground.text.places(told.quote, named.start, named.end) if named else []
    if not named or not places:
        raise Fault("voice_not_there", told.quote)
    span = min(places, key=lambda place: ground.distance(place, one.trigger))
    cue = _cue(ground, one, told, span)
    voice = _attribution(ground, told, span, cue)
    return VoiceWords(told, named, span, voice, cue, whose_words(ground, span, voice, cue) if cue else "open")


def _cue(ground: Ground, one: Placed, told: ToldVoice, voice: Span) -> Cue | None:
    """The reporting words, in the voice's own sentence or the trigger's; Fault where they stand in neither."""
    if told.cue is None or not told.cue.strip():
        return None
    near = abs(told.sentence - one.sentence.number) <= BEFORE
    home, own = one.sentence.number, told.sentence
    for number in (own, home) if near else (home, own):
        named = ground.numbered.at(number)
        places = ground.text.places(told.cue, named.start, named.end) if named else []
        if places:
            span = min(places, key=lambda place: ground.distance(place, voice))
            return Cue("voice", ground.text.words(span), span.start, span.end)
    raise Fault("voice_not_there", told.cue)


def _attribution(ground: Ground, told: ToldVoice, span: Span, cue: Cue | None) -> Attribution:
    """The voice as the reader would have it from the head of its words; where nothing was parsed, words alone."""
    words = ground.text.words(span)
    shown = cue.text if cue else None
    view = ground.view_at(span.start)
    head = view.sentence.head_of(*span) if view else None
    vehicle = _vehicle(ground, told, span)
    if view is None or head is None:
        return Attribution(None, words, told.kind, words, span.start, span.end, shown, vehicle)
    own = ground.hearing.here(view.index).speakers.attribution(view.tokens[head], shown or "")
    unnamed = told.kind == "unnamed"
    kind = told.kind if own.entity is None or unnamed else own.kind
    name = None if unnamed else own.name if own.entity else words
    return Attribution(own.entity, name, kind, words, span.start, span.end, shown, vehicle)


def _vehicle(ground: Ground, told: ToldVoice, span: Span) -> str | None:
    """What carried the words, where it is said in the voice's sentence; words that are not there are left out."""
    view = ground.view_at(span.start)
    if told.vehicle is None or view is None:
        return None
    said = {token.lemma.lower() for token in view.tokens} | {token.text.lower() for token in view.tokens}
    return told.vehicle if set(told.vehicle.lower().split()) <= said else None
