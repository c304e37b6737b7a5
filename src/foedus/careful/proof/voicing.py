"""Whose word a claim is: told voices that the text connects, and those that the reader hears over the trigger.

A told voice that stands near holds, whomever the reader hears; one that the reader hears is put in where none was told
and it surely governs, or where the told one is surely another. A told voice is near if it and its cue are in the
trigger's sentence, in one of the BEFORE sentences before it or the AFTER sentences after it; a quotation may have its
speaker farther away, within the paragraph. Whoever is named farther up still speaks where the reporting words stand
beside the trigger: "he said". Without a cue it stands where the trigger's clause is reported and the voice near, or
where it is the last one who speaks before the trigger: by the reader's ears, or as the label that opens a paragraph
of minutes.
"""

import re
from typing import NamedTuple

from msgspec import structs

from foedus.careful.answer import ToldVoice
from foedus.careful.numbering import NumberedSentence
from foedus.careful.proof.fault import Fault
from foedus.careful.proof.governing import voice_governs
from foedus.careful.proof.ground import BRACKET, Ground
from foedus.careful.proof.placing import Placed
from foedus.careful.proof.prose import REPORTED
from foedus.careful.proof.words import Span
from foedus.careful.proven import Mended
from foedus.model.claim import Attribution, Cue
from foedus.model.vocabulary import Standing
from foedus.reader.said_when import dated_voices
from foedus.reader.view import View
from foedus.reader.voice import Heard

BEFORE = 3
AFTER = 2
QUOTED = 6
_TURN = re.compile(r"[—–-]\s|[^\W\d_]{1,2}\s?[:.]\s|[^\n:.]{0,20}\b[^\W\d_a-zà-ÿа-яё]{3,}\.\s")
"""How a turn of an interview or hearing begins: a dash, the letter of question or answer, a name in capitals."""
_LABEL = re.compile(r"[^\W\d_][^\n:–—]{1,60}?(?:\.\s?[–—-]|\s?:)\s")
"""A speaker's name before their words."""


class Voiced(NamedTuple):
    """The chain that holds, with the standing it makes, cues of told voices, and what was mended."""

    standing: Standing
    voices: tuple[Attribution, ...]
    cues: tuple[Cue, ...]
    mended: tuple[Mended, ...]


def voiced(ground: Ground, one: Placed, heard: Heard) -> Voiced:
    """Whose word a claim is; Fault where a told voice does not stand in the text or nothing connects it."""
    told = one.told
    if told.standing in ("attributed", "unnamed") and not told.voices:
        raise Fault("no_voice", told.standing)
    placed = [_placed(ground, one, voice, heard) for voice in told.voices]
    near = [other for other in placed if other.near]
    if heard.voices and _holds_before(ground, one, heard, placed):
        mended = Mended("attribution", _names(placed) or told.standing, heard.voices[0].text, _cues(heard))
        return _made(ground, one, heard.voices, heard, [], mended)
    if placed and not placed[0].near:
        raise Fault("voice_apart", placed[0].voice.text)
    if near:
        return _made(ground, one, tuple(other.voice for other in near), heard, near)
    if heard.voices:
        return Voiced(told.standing, (), (), ())
    if heard.standing != "stated" and told.standing == "stated":
        return Voiced(heard.standing, (), (), (Mended("standing", told.standing, heard.standing, _cues(heard)),))
    return Voiced(told.standing, (), (), ())


class _PlacedVoice(NamedTuple):
    voice: Attribution
    cue: Cue | None
    near: bool


def _holds_before(ground: Ground, one: Placed, heard: Heard, placed: list[_PlacedVoice]) -> bool:
    """Whether the heard voices hold, not the told ones.

    Told as the outlet's own: where the heard voice surely governs. A told voice that stands near holds, unless it is
    another known one by the same reporting words, or one of those whom the statement is about.
    """
    view = ground.view_at(one.trigger.start)
    if not placed:
        return view is not None and voice_governs(view, one.trigger, heard)
    first = placed[0]
    if not first.near:
        return True
    if any(_same(other, mine.voice) for other in heard.voices for mine in placed):
        return False
    nearest = heard.voices[0]
    by_cue = first.cue is not None and any(_meet(first.cue, cue) for cue in heard.cues if cue.kind == "voice")
    if by_cue and first.voice.entity and nearest.entity:
        return True
    spoken_of = any(filler.span.overlaps((first.voice.start, first.voice.end)) for filler in one.fillers)
    return spoken_of and view is not None and (by_cue or voice_governs(view, one.trigger, heard))


def _meet(one: Cue, other: Cue) -> bool:
    return one.start < other.end and other.start < one.end


def known(told: ToldVoice, heard: Attribution) -> Attribution:
    """The voice as the reader has it; whether it has a name is the model's to say."""
    if told.kind == "unnamed":
        return structs.replace(heard, name=None, kind="unnamed")
    return structs.replace(heard, kind=told.kind) if heard.kind == "unnamed" and heard.entity is None else heard


def _made(  # noqa: PLR0917 - the parts of the outcome
    ground: Ground,
    one: Placed,
    chain: tuple[Attribution, ...],
    heard: Heard,
    placed: list[_PlacedVoice],
    mended: Mended | None = None,
) -> Voiced:
    nearest = chain[0]
    standing: Standing = "unnamed" if nearest.kind == "unnamed" else "attributed"
    if one.told.standing == "rumoured" and "rumoured" not in (heard.standing, standing) and not heard.voices:
        standing = "rumoured" if not chain else standing
    dated = tuple(dated_voices(chain, ground.analysis, ground.tools, ground.dates))
    notes = [mended] if mended else []
    if not mended and standing != one.told.standing:
        notes.append(Mended("standing", one.told.standing, standing, nearest.text))
    return Voiced(standing, dated, tuple(other.cue for other in placed if other.cue), tuple(notes))


def _placed(ground: Ground, one: Placed, told: ToldVoice, heard: Heard) -> _PlacedVoice:
    """A told voice with its cue where they stand, and whether the text connects it; Fault where they do not stand."""
    named = ground.numbered.at(told.sentence)
    places = ground.text.places(told.quote, named.start, named.end) if named else []
    if not named or not places:
        raise Fault("voice_not_there", told.quote)
    span = min(places, key=lambda place: ground.distance(place, one.trigger))
    cue = _cue(ground, one, told, span)
    voice = _attribution(ground, told, span, cue)
    same = next((other for other in heard.voices if _same(other, voice)), None)
    if same is not None:
        return _PlacedVoice(known(told, same), cue, near=True)
    near = (
        _is_near(one, named, heard, cue)
        or _is_said_near(one, named, cue)
        or _goes_on(ground, one, named, span)
        or _takes_turn(ground, one, told)
    )
    return _PlacedVoice(voice, cue, near)


def _is_near(one: Placed, named: NumberedSentence, heard: Heard, cue: Cue | None) -> bool:
    away = named.number - one.sentence.number
    if heard.quoted and named.paragraph == one.sentence.paragraph:
        return abs(away) <= QUOTED
    return away == 0 or (cue is not None and -BEFORE <= away <= AFTER)


def _is_said_near(one: Placed, named: NumberedSentence, cue: Cue | None) -> bool:
    """Whether reporting words stand beside the trigger, of somebody who was named before it: "he said", "added she"."""
    return cue is not None and named.number < one.sentence.number and _holds(one.sentence, cue)


def _holds(sentence: NumberedSentence, cue: Cue) -> bool:
    return sentence.start <= cue.start and cue.end <= sentence.end


def _goes_on(ground: Ground, one: Placed, named: NumberedSentence, span: Span) -> bool:
    """Whether a voice still speaks at the trigger: nobody else begins to between them, or the trigger's clause is
    reported by a sentence near that only says "he"."""
    home, own = ground.view_at(one.trigger.start), ground.view_at(span.start)
    if home is None or own is None or own.index > home.index or BRACKET in (home.zone, own.zone):
        return False
    if _is_label(ground, named, span):
        return not _labelled_between(ground, named, one.sentence)
    near = named.paragraph == one.sentence.paragraph and one.sentence.number - named.number <= BEFORE
    if near and _is_reported(home, one.trigger):
        return True
    if any(ground.spoken[index] for index in range(home.index, own.index, -1)):
        return False
    return any(span.overlaps((other.attribution.start, other.attribution.end)) for other in ground.spoken[own.index])


def _takes_turn(ground: Ground, one: Placed, told: ToldVoice) -> bool:
    """Whether the trigger's line is a turn of a conversation, which any person named before it may speak."""
    start = ground.text.text.rfind("\n", 0, one.trigger.start) + 1
    turn = _TURN.match(ground.text.text, start, one.trigger.start + 1)
    return turn is not None and told.kind in ("person", "unnamed") and told.sentence <= one.sentence.number


def _is_reported(view: View, trigger: Span) -> bool:
    """Whether the words stand in a clause that says what somebody says."""
    head = view.sentence.head_of(*trigger)
    return head is not None and any(
        token.dep == REPORTED for token in (view.tokens[head], *view.sentence.ancestors(head))
    )


def _is_label(ground: Ground, named: NumberedSentence, span: Span) -> bool:
    """Whether the words are the label of a speaker that opens a paragraph, as in minutes: "Mrs Reed. – We have …"."""
    label = _label(ground, named)
    return label is not None and span.start == named.start and span.end <= label.end()


def _labelled_between(ground: Ground, first: NumberedSentence, last: NumberedSentence) -> bool:
    """Whether another speaker's label stands behind a label and before or at a sentence."""
    between = ground.numbered.sentences[first.number : last.number]
    return any(_label(ground, sentence) is not None for sentence in between)


def _label(ground: Ground, sentence: NumberedSentence) -> re.Match[str] | None:
    before = ground.numbered.at(sentence.number - 1)
    opens = before is None or before.paragraph != sentence.paragraph
    return _LABEL.match(ground.text.text, sentence.start) if opens else None


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


def _same(one: Attribution, other: Attribution) -> bool:
    """Whether two records are of one voice: their words meet, or they are one known entity."""
    meets = one.start < other.end and other.start < one.end
    return meets or (one.entity is not None and one.entity == other.entity)


def _names(placed: list[_PlacedVoice]) -> str:
    return ", ".join(one.voice.text for one in placed)


def _cues(heard: Heard) -> str:
    return "; ".join(cue.text for cue in heard.cues)
